"""Causes and what is changed against them, themes that grow, twins, drills, the case of the week, the mirror."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from amends.migrations._together import together


class Migration(migrations.Migration):
    dependencies = [
        ("amends", "0018_outcomes"),
    ]

    operations = together(
        [
            migrations.CreateModel(
                name="AbsenceDrill",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("run_at", models.DateTimeField()),
                    ("things", models.IntegerField()),
                    ("covered", models.IntegerField()),
                    ("untold", models.IntegerField()),
                    ("milliseconds", models.IntegerField()),
                ],
            ),
            migrations.CreateModel(
                name="CaseReview",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("week", models.DateField(help_text="its Monday", unique=True)),
                    ("answers", models.JSONField()),
                    ("held_at", models.DateTimeField()),
                ],
            ),
            migrations.CreateModel(
                name="CorrectiveAction",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("words", models.TextField(help_text="what is changed")),
                    ("cause", models.CharField(blank=True, default="", max_length=80)),
                    (
                        "state",
                        models.CharField(
                            choices=[
                                ("noted", "to be taken up"),
                                ("open", "being changed"),
                                ("watched", "done, and watched"),
                                ("proven", "shown to have worked"),
                                ("dropped", "not taken up"),
                            ],
                            default="noted",
                            max_length=8,
                        ),
                    ),
                    ("noted_at", models.DateTimeField()),
                    ("taken_at", models.DateTimeField(null=True)),
                    ("done_at", models.DateTimeField(null=True)),
                    ("evidence", models.TextField(blank=True, default="")),
                    ("watch_from", models.DateTimeField(null=True)),
                    ("watch_until", models.DateTimeField(null=True)),
                    ("unit", models.CharField(blank=True, default="", max_length=40)),
                    ("of_before", models.FloatField(null=True)),
                    ("of_after", models.FloatField(null=True)),
                    ("came_before", models.IntegerField(null=True)),
                    ("came_after", models.IntegerField(null=True)),
                    ("judged_at", models.DateTimeField(null=True)),
                    ("judged", models.TextField(blank=True, default="", help_text="what was shown, in a sentence")),
                    ("proven_at", models.DateTimeField(null=True)),
                    ("returned", models.SmallIntegerField(default=0, help_text="how often it came back")),
                    ("dropped_at", models.DateTimeField(null=True)),
                    ("dropped_because", models.TextField(blank=True, default="")),
                ],
            ),
            migrations.CreateModel(
                name="Said",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    (
                        "role",
                        models.CharField(
                            choices=[("front", "front line"), ("management", "management"), ("ownership", "ownership")],
                            max_length=12,
                        ),
                    ),
                    ("item", models.SmallIntegerField()),
                    ("level", models.SmallIntegerField(null=True)),
                    ("said_at", models.DateTimeField()),
                ],
            ),
            migrations.CreateModel(
                name="Sitting",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("begun_at", models.DateTimeField()),
                    ("ended_at", models.DateTimeField(null=True)),
                    ("shown", models.JSONField(default=list)),
                ],
            ),
            migrations.CreateModel(
                name="ThemeAlert",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    (
                        "about",
                        models.CharField(
                            choices=[
                                ("failure", "what failed"),
                                ("product", "product"),
                                ("cause", "cause"),
                                ("words", "customers' words"),
                            ],
                            max_length=8,
                        ),
                    ),
                    ("key", models.CharField(max_length=200)),
                    ("name", models.CharField(help_text="what it is called at the desk", max_length=200)),
                    ("since", models.DateTimeField()),
                    ("raised_at", models.DateTimeField()),
                    ("seen_at", models.DateTimeField()),
                    ("count", models.IntegerField()),
                    ("expected", models.FloatField()),
                    ("evidence", models.FloatField()),
                    (
                        "examples",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.BigIntegerField(), default=list, help_text="three of the cases", size=None
                        ),
                    ),
                    ("over_at", models.DateTimeField(null=True)),
                    ("put_aside_at", models.DateTimeField(null=True)),
                    ("put_aside_because", models.TextField(blank=True, default="")),
                ],
            ),
            migrations.CreateModel(
                name="Tracing",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("cause", models.CharField(max_length=80)),
                    ("words", models.TextField(blank=True, default="", help_text="what shows it")),
                    ("traced_at", models.DateTimeField()),
                    ("over_at", models.DateTimeField(null=True)),
                ],
            ),
            migrations.CreateModel(
                name="Twin",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("likeness", models.FloatField()),
                    ("found_at", models.DateTimeField()),
                ],
            ),
            migrations.RemoveConstraint(
                model_name="deadline",
                name="deadline_kind_known",
            ),
            migrations.RemoveConstraint(
                model_name="deadline",
                name="deadline_one_of_a_kind",
            ),
            migrations.AlterField(
                model_name="deadline",
                name="kind",
                field=models.CharField(
                    choices=[
                        ("acknowledgement", "an acknowledgement"),
                        ("first_answer", "a first answer"),
                        ("inbound", "opening what they sent"),
                        ("next_update", "the next update"),
                        ("call_back", "a call-back"),
                        ("promise", "a promise"),
                        ("ask", "an answer from a colleague"),
                        ("check", "checking what a colleague did"),
                        ("approval", "an approval"),
                        ("task", "something to see to"),
                        ("corrective", "a change so that it stops"),
                        ("handoff", "taking over the case"),
                        ("stand_in", "telling them who stands in"),
                        ("follow_up_mail", "the follow-up mail"),
                        ("follow_up_call", "the follow-up call"),
                        ("patience", "the end of the wait for their answer"),
                        ("holding", "a holding response"),
                        ("final", "the final response"),
                        ("stage_1", "the stage 1 response"),
                        ("stage_2", "the stage 2 response"),
                        ("summary", "the summary of the resolution"),
                    ],
                    max_length=16,
                ),
            ),
            migrations.AlterField(
                model_name="response",
                name="kind",
                field=models.CharField(
                    choices=[
                        ("acknowledgement", "an acknowledgement"),
                        ("first_answer", "a first answer"),
                        ("inbound", "opening what they sent"),
                        ("next_update", "the next update"),
                        ("call_back", "a call-back"),
                        ("promise", "a promise"),
                        ("ask", "an answer from a colleague"),
                        ("check", "checking what a colleague did"),
                        ("approval", "an approval"),
                        ("task", "something to see to"),
                        ("corrective", "a change so that it stops"),
                        ("handoff", "taking over the case"),
                        ("stand_in", "telling them who stands in"),
                        ("follow_up_mail", "the follow-up mail"),
                        ("follow_up_call", "the follow-up call"),
                        ("patience", "the end of the wait for their answer"),
                        ("holding", "a holding response"),
                        ("final", "the final response"),
                        ("stage_1", "the stage 1 response"),
                        ("stage_2", "the stage 2 response"),
                        ("summary", "the summary of the resolution"),
                    ],
                    max_length=16,
                ),
            ),
            migrations.AddConstraint(
                model_name="deadline",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        (
                            "kind__in",
                            [
                                "acknowledgement",
                                "first_answer",
                                "inbound",
                                "next_update",
                                "call_back",
                                "promise",
                                "ask",
                                "check",
                                "approval",
                                "task",
                                "corrective",
                                "handoff",
                                "stand_in",
                                "follow_up_mail",
                                "follow_up_call",
                                "patience",
                                "holding",
                                "final",
                                "stage_1",
                                "stage_2",
                                "summary",
                            ],
                        )
                    ),
                    name="deadline_kind_known",
                ),
            ),
            migrations.AddConstraint(
                model_name="deadline",
                constraint=models.UniqueConstraint(
                    condition=models.Q(
                        ("met_at", None),
                        ("void_at", None),
                        models.Q(
                            ("kind__in", ("promise", "call_back", "ask", "check", "approval", "task", "corrective")),
                            _negated=True,
                        ),
                    ),
                    fields=("case", "kind"),
                    name="deadline_one_of_a_kind",
                ),
            ),
            migrations.AddField(
                model_name="absencedrill",
                name="person",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="absencedrill",
                name="run_by",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="casereview",
                name="case",
                field=models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT, related_name="review", to="amends.case"
                ),
            ),
            migrations.AddField(
                model_name="casereview",
                name="held_by",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="correctiveaction",
                name="case",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="corrective_actions", to="amends.case"
                ),
            ),
            migrations.AddField(
                model_name="correctiveaction",
                name="deadline",
                field=models.OneToOneField(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="corrective_action",
                    to="amends.deadline",
                ),
            ),
            migrations.AddField(
                model_name="correctiveaction",
                name="done_by",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="correctiveaction",
                name="dropped_by",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="correctiveaction",
                name="noted_by",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="correctiveaction",
                name="owner",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="corrective_actions",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="correctiveaction",
                name="problem",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="corrective_actions",
                    to="amends.problem",
                ),
            ),
            migrations.AddField(
                model_name="said",
                name="person",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="sitting",
                name="begun_by",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="sitting",
                name="ended_by",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="said",
                name="sitting",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE, related_name="said", to="amends.sitting"
                ),
            ),
            migrations.AddField(
                model_name="themealert",
                name="problem",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="theme_alerts",
                    to="amends.problem",
                ),
            ),
            migrations.AddField(
                model_name="themealert",
                name="put_aside_by",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="tracing",
                name="case",
                field=models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.PROTECT, related_name="tracings", to="amends.case"
                ),
            ),
            migrations.AddField(
                model_name="tracing",
                name="problem",
                field=models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.PROTECT, related_name="tracings", to="amends.problem"
                ),
            ),
            migrations.AddField(
                model_name="tracing",
                name="traced_by",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="twin",
                name="case",
                field=models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT, related_name="twin", to="amends.case"
                ),
            ),
            migrations.AddField(
                model_name="twin",
                name="earlier",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="later_twins", to="amends.case"
                ),
            ),
            migrations.AddIndex(
                model_name="absencedrill",
                index=models.Index(fields=["-run_at"], name="drill_latest"),
            ),
            migrations.AddConstraint(
                model_name="absencedrill",
                constraint=models.CheckConstraint(
                    condition=models.Q(("covered__lte", models.F("things"))), name="drill_covers_what_there_is"
                ),
            ),
            migrations.AddConstraint(
                model_name="casereview",
                constraint=models.CheckConstraint(
                    condition=models.Q(("week__iso_week_day", 1)), name="review_week_begins_on_monday"
                ),
            ),
            migrations.AddIndex(
                model_name="correctiveaction",
                index=models.Index(fields=["state", "cause"], name="action_of_cause"),
            ),
            migrations.AddConstraint(
                model_name="correctiveaction",
                constraint=models.CheckConstraint(
                    condition=models.Q(("state__in", ["noted", "open", "watched", "proven", "dropped"])),
                    name="action_state_known",
                ),
            ),
            migrations.AddConstraint(
                model_name="correctiveaction",
                constraint=models.CheckConstraint(
                    condition=models.Q(("words", ""), _negated=True), name="action_has_words"
                ),
            ),
            migrations.AddConstraint(
                model_name="correctiveaction",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        ("state__in", ["noted", "dropped"]),
                        models.Q(
                            ("deadline__isnull", False),
                            ("owner__isnull", False),
                            ("taken_at__isnull", False),
                            models.Q(("cause", ""), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="action_taken_up_by_somebody_with_a_date",
                ),
            ),
            migrations.AddConstraint(
                model_name="correctiveaction",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("done_at", None), ("done_by", None), ("evidence", "")),
                        models.Q(
                            ("done_at__isnull", False),
                            ("done_by__isnull", False),
                            models.Q(("evidence", ""), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="action_done_with_evidence",
                ),
            ),
            migrations.AddConstraint(
                model_name="correctiveaction",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("state__in", ["watched", "proven"]), _negated=True),
                        models.Q(
                            ("done_at__isnull", False),
                            ("watch_from__isnull", False),
                            ("watch_until__gt", models.F("watch_from")),
                        ),
                        _connector="OR",
                    ),
                    name="action_watched_over_a_window",
                ),
            ),
            migrations.AddConstraint(
                model_name="correctiveaction",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            ("came_before__gt", 0),
                            ("judged_at__isnull", False),
                            ("proven_at__isnull", False),
                            ("state", "proven"),
                        ),
                        models.Q(models.Q(("state", "proven"), _negated=True), ("proven_at", None)),
                        _connector="OR",
                    ),
                    name="action_proven_by_counts",
                ),
            ),
            migrations.AddConstraint(
                model_name="correctiveaction",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("of_after", None), ("of_before", None)),
                        models.Q(("of_before__gt", 0), models.Q(("unit", ""), _negated=True)),
                        _connector="OR",
                    ),
                    name="action_counts_opportunities",
                ),
            ),
            migrations.AddConstraint(
                model_name="correctiveaction",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            ("dropped_at__isnull", False),
                            ("dropped_by__isnull", False),
                            ("state", "dropped"),
                            models.Q(("dropped_because", ""), _negated=True),
                        ),
                        models.Q(
                            models.Q(("state", "dropped"), _negated=True),
                            ("dropped_at", None),
                            ("dropped_because", ""),
                            ("dropped_by", None),
                        ),
                        _connector="OR",
                    ),
                    name="action_dropped_with_a_reason",
                ),
            ),
            migrations.AddConstraint(
                model_name="sitting",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("ended_at", None), ("ended_by", None)),
                        models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                        _connector="OR",
                    ),
                    name="sitting_ended_at_and_by",
                ),
            ),
            migrations.AddConstraint(
                model_name="sitting",
                constraint=models.UniqueConstraint(
                    models.Value(1), condition=models.Q(("ended_at", None)), name="sitting_one_open"
                ),
            ),
            migrations.AddConstraint(
                model_name="said",
                constraint=models.UniqueConstraint(fields=("sitting", "person", "item"), name="said_once_a_statement"),
            ),
            migrations.AddConstraint(
                model_name="said",
                constraint=models.CheckConstraint(
                    condition=models.Q(("item__gte", 1), ("item__lte", 28)), name="said_of_a_statement"
                ),
            ),
            migrations.AddConstraint(
                model_name="said",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        ("level", None), models.Q(("level__gte", 0), ("level__lte", 4)), _connector="OR"
                    ),
                    name="said_on_the_scale",
                ),
            ),
            migrations.AddConstraint(
                model_name="said",
                constraint=models.CheckConstraint(
                    condition=models.Q(("role__in", ["front", "management", "ownership"])), name="said_from_a_role"
                ),
            ),
            migrations.AddConstraint(
                model_name="themealert",
                constraint=models.CheckConstraint(
                    condition=models.Q(("about__in", ["failure", "product", "cause", "words"])),
                    name="theme_about_known",
                ),
            ),
            migrations.AddConstraint(
                model_name="themealert",
                constraint=models.CheckConstraint(
                    condition=models.Q(("count__gt", 0), ("expected__gte", 0)), name="theme_counts"
                ),
            ),
            migrations.AddConstraint(
                model_name="themealert",
                constraint=models.UniqueConstraint(
                    condition=models.Q(("over_at", None)), fields=("about", "key"), name="theme_one_standing"
                ),
            ),
            migrations.AddConstraint(
                model_name="themealert",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("put_aside_at", None), ("put_aside_because", ""), ("put_aside_by", None)),
                        models.Q(
                            ("put_aside_at__isnull", False),
                            ("put_aside_by__isnull", False),
                            models.Q(("put_aside_because", ""), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="theme_put_aside_with_a_reason",
                ),
            ),
            migrations.AddIndex(
                model_name="tracing",
                index=models.Index(condition=models.Q(("over_at", None)), fields=["cause"], name="tracing_of_cause"),
            ),
            migrations.AddConstraint(
                model_name="tracing",
                constraint=models.CheckConstraint(
                    condition=models.Q(("cause", ""), _negated=True), name="tracing_names_a_cause"
                ),
            ),
            migrations.AddConstraint(
                model_name="tracing",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("case", None), ("problem__isnull", False)),
                        models.Q(("case__isnull", False), ("problem", None)),
                        _connector="OR",
                    ),
                    name="tracing_of_a_case_or_a_problem",
                ),
            ),
            migrations.AddConstraint(
                model_name="tracing",
                constraint=models.UniqueConstraint(
                    condition=models.Q(("over_at", None)), fields=("case",), name="tracing_one_a_case"
                ),
            ),
            migrations.AddConstraint(
                model_name="tracing",
                constraint=models.UniqueConstraint(
                    condition=models.Q(("over_at", None)), fields=("problem",), name="tracing_one_a_problem"
                ),
            ),
            migrations.AddConstraint(
                model_name="twin",
                constraint=models.CheckConstraint(
                    condition=models.Q(("case", models.F("earlier")), _negated=True), name="twin_of_another"
                ),
            ),
            migrations.AddConstraint(
                model_name="twin",
                constraint=models.CheckConstraint(
                    condition=models.Q(("likeness__gt", 0), ("likeness__lte", 1)), name="twin_likeness_is_a_share"
                ),
            ),
        ]
    )
