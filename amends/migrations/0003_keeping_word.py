"""Promises that move, calls, asks, handoffs, absences, alerts, and the policy a case began under."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from amends.migrations._together import together


class Migration(migrations.Migration):
    dependencies = [
        ("amends", "0002_ground"),
    ]

    operations = together(
        [
            migrations.CreateModel(
                name="Absence",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("starts_at", models.DateTimeField()),
                    ("ends_at", models.DateTimeField(null=True)),
                    ("recorded_at", models.DateTimeField()),
                    (
                        "swept_at",
                        models.DateTimeField(help_text="when what was theirs found somebody present", null=True),
                    ),
                    (
                        "returned_at",
                        models.DateTimeField(help_text="when what was given away was offered back", null=True),
                    ),
                    ("cancelled_at", models.DateTimeField(null=True)),
                ],
            ),
            migrations.CreateModel(
                name="Alert",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    (
                        "about",
                        models.CharField(choices=[("warning", "about to be missed"), ("miss", "missed")], max_length=8),
                    ),
                    (
                        "due_at",
                        models.DateTimeField(
                            help_text="when it was due; a deadline that was moved may be warned of again"
                        ),
                    ),
                    ("rung", models.CharField(max_length=20)),
                    ("raised_at", models.DateTimeField()),
                    ("notify_at", models.DateTimeField()),
                    ("mailed_at", models.DateTimeField(null=True)),
                    ("seen_at", models.DateTimeField(null=True)),
                ],
            ),
            migrations.CreateModel(
                name="Ask",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("what", models.TextField()),
                    ("name", models.CharField(max_length=120)),
                    ("email", models.CharField(blank=True, default="", max_length=254)),
                    ("department", models.CharField(blank=True, default="", max_length=120)),
                    ("priority", models.TextField(blank=True, default="")),
                    (
                        "state",
                        models.CharField(
                            choices=[
                                ("asked", "asked"),
                                ("acknowledged", "acknowledged"),
                                ("done", "done, to be checked"),
                                ("refused", "refused"),
                                ("checked", "done and checked"),
                                ("withdrawn", "withdrawn"),
                            ],
                            default="asked",
                            max_length=12,
                        ),
                    ),
                    ("asked_at", models.DateTimeField()),
                    ("acknowledged_at", models.DateTimeField(null=True)),
                    ("answered_at", models.DateTimeField(null=True)),
                    ("answer", models.TextField(blank=True, default="")),
                    ("checked_at", models.DateTimeField(null=True)),
                ],
            ),
            migrations.CreateModel(
                name="CallBack",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("about", models.TextField(blank=True, default="")),
                    (
                        "asked_via",
                        models.CharField(
                            choices=[
                                ("email", "e-mail"),
                                ("phone", "phone"),
                                ("letter", "letter"),
                                ("visit", "visit"),
                                ("portal", "the portal"),
                                ("form", "the form"),
                                ("api", "the API"),
                            ],
                            max_length=10,
                        ),
                    ),
                    ("phone", models.CharField(blank=True, default="", max_length=40)),
                    ("asked_at", models.DateTimeField()),
                    ("time_zone", models.CharField(max_length=60)),
                    ("hours_from", models.TimeField()),
                    ("hours_until", models.TimeField()),
                    ("next_try_at", models.DateTimeField(null=True)),
                    ("done_at", models.DateTimeField(null=True)),
                    ("void_at", models.DateTimeField(null=True)),
                    ("void_because", models.TextField(blank=True, default="")),
                ],
            ),
            migrations.CreateModel(
                name="Chase",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("chased_at", models.DateTimeField()),
                ],
            ),
            migrations.CreateModel(
                name="Handoff",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("gain", models.TextField()),
                    ("brief", models.TextField()),
                    ("offered_at", models.DateTimeField()),
                    ("accepted_at", models.DateTimeField(null=True)),
                    ("declined_at", models.DateTimeField(null=True)),
                    ("declined_because", models.TextField(blank=True, default="")),
                ],
            ),
            migrations.CreateModel(
                name="RedTape",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    (
                        "kind",
                        models.CharField(
                            choices=[
                                ("rule", "a rule"),
                                ("approval", "waiting for a yes"),
                                ("queue", "waiting in another queue"),
                                ("system", "a system that would not do it"),
                                ("form", "a form or document"),
                            ],
                            max_length=8,
                        ),
                    ),
                    ("words", models.TextField()),
                    ("cost", models.TextField()),
                    ("waited", models.DurationField(null=True)),
                    ("noted_at", models.DateTimeField()),
                ],
            ),
            migrations.CreateModel(
                name="Site",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("name", models.CharField(max_length=80, unique=True)),
                    ("calendar", models.JSONField()),
                ],
            ),
            migrations.CreateModel(
                name="StandIn",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("began_at", models.DateTimeField()),
                    ("offered_at", models.DateTimeField(null=True)),
                    ("answered_at", models.DateTimeField(null=True)),
                    (
                        "answer",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("taken", "taken back"),
                                ("left", "left where it is"),
                                ("overtaken", "moved on meanwhile"),
                            ],
                            default="",
                            max_length=10,
                        ),
                    ),
                ],
            ),
            migrations.RemoveConstraint(
                model_name="case",
                name="case_closed_has_ending",
            ),
            migrations.RemoveConstraint(
                model_name="closure",
                name="closure_ending_known",
            ),
            migrations.RemoveConstraint(
                model_name="deadline",
                name="deadline_kind_known",
            ),
            migrations.RemoveConstraint(
                model_name="deadline",
                name="deadline_one_of_a_kind",
            ),
            migrations.RemoveIndex(
                model_name="deadline",
                name="deadline_to_sweep",
            ),
            migrations.RemoveIndex(
                model_name="deadline",
                name="deadline_due",
            ),
            migrations.RemoveIndex(
                model_name="deadline",
                name="deadline_follow_up",
            ),
            migrations.AddField(
                model_name="case",
                name="cadence",
                field=models.CharField(
                    blank=True, default="", help_text="how often they chose to hear from us", max_length=40
                ),
            ),
            migrations.AddField(
                model_name="case",
                name="merged_into",
                field=models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="merged",
                    to="amends.case",
                ),
            ),
            migrations.AddField(
                model_name="case",
                name="packs",
                field=django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(max_length=60),
                    blank=True,
                    default=list,
                    help_text="the policy it began under",
                    size=None,
                ),
            ),
            migrations.AddField(
                model_name="case",
                name="product",
                field=models.CharField(blank=True, default="", help_text="as policy names it", max_length=80),
            ),
            migrations.AddField(
                model_name="deadline",
                name="assignee",
                field=models.ForeignKey(
                    db_index=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="deadline",
                name="policy",
                field=models.TextField(blank=True, default=""),
            ),
            migrations.AddField(
                model_name="deadline",
                name="told",
                field=models.SmallIntegerField(default=0, editable=False),
            ),
            migrations.AddField(
                model_name="deadline",
                name="wake_at",
                field=models.DateTimeField(editable=False, null=True),
            ),
            migrations.AddField(
                model_name="deadline",
                name="warn_at",
                field=models.DateTimeField(null=True),
            ),
            migrations.AddField(
                model_name="person",
                name="deputy",
                field=models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="person",
                name="feed_key",
                field=models.CharField(
                    blank=True, default="", help_text="opens their calendar feed; empty: none", max_length=43
                ),
            ),
            migrations.AddField(
                model_name="promise",
                name="backed_by",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="promise",
                name="customer",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="promises",
                    to="amends.customer",
                ),
            ),
            migrations.AddField(
                model_name="promise",
                name="kind",
                field=models.CharField(
                    choices=[
                        ("deed", "to do something"),
                        ("delivery", "to deliver something"),
                        ("money", "to pay something"),
                        ("call", "to call"),
                        ("news", "to give news"),
                    ],
                    default="deed",
                    max_length=8,
                ),
            ),
            migrations.AddField(
                model_name="promise",
                name="made_in",
                field=models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.PROTECT, related_name="promises", to="amends.message"
                ),
            ),
            migrations.AddField(
                model_name="promise",
                name="moved_at",
                field=models.DateTimeField(null=True),
            ),
            migrations.AddField(
                model_name="promise",
                name="moved_because",
                field=models.CharField(
                    blank=True,
                    choices=[
                        ("supplier", "a supplier is late"),
                        ("carrier", "the carrier is late"),
                        ("colleague", "another department is late"),
                        ("larger", "it is more work than we saw"),
                        ("mistake", "we made a mistake"),
                        ("customer", "the customer asked for it"),
                        ("outside", "something beyond anybody's control"),
                    ],
                    default="",
                    max_length=10,
                ),
            ),
            migrations.AddField(
                model_name="promise",
                name="moved_by",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="promise",
                name="notice",
                field=models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.PROTECT, related_name="moves", to="amends.message"
                ),
            ),
            migrations.AddField(
                model_name="promise",
                name="released_recorded_by",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="promise",
                name="told_at",
                field=models.DateTimeField(null=True),
            ),
            migrations.AddField(
                model_name="promise",
                name="told_in",
                field=models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amends.message"
                ),
            ),
            migrations.AddField(
                model_name="queue",
                name="calendar",
                field=models.JSONField(
                    blank=True, help_text="hours of its own; else those of its site, or the house's", null=True
                ),
            ),
            migrations.AddField(
                model_name="queue",
                name="jurisdiction",
                field=models.CharField(blank=True, default="", help_text="whose packs govern its cases", max_length=40),
            ),
            migrations.AddField(
                model_name="queue",
                name="product",
                field=models.CharField(blank=True, default="", max_length=80),
            ),
            migrations.AlterField(
                model_name="case",
                name="ending",
                field=models.CharField(
                    blank=True,
                    choices=[
                        ("satisfied", "satisfied"),
                        ("unconfirmed", "unconfirmed"),
                        ("declined", "declined"),
                        ("withdrawn", "withdrawn"),
                        ("lost", "lost"),
                        ("merged", "merged into another case"),
                    ],
                    default="",
                    max_length=12,
                ),
            ),
            migrations.AlterField(
                model_name="closure",
                name="ending",
                field=models.CharField(
                    choices=[
                        ("satisfied", "satisfied"),
                        ("unconfirmed", "unconfirmed"),
                        ("declined", "declined"),
                        ("withdrawn", "withdrawn"),
                        ("lost", "lost"),
                        ("merged", "merged into another case"),
                    ],
                    max_length=12,
                ),
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
                model_name="deadline",
                name="owner",
                field=models.ForeignKey(
                    db_index=False,
                    editable=False,
                    help_text="who must do it: the assignee, else the owner of the case; kept by the database alone",
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddIndex(
                model_name="deadline",
                index=models.Index(
                    condition=models.Q(("met_at", None), ("void_at", None), ("wake_at__isnull", False)),
                    fields=["wake_at", "id"],
                    name="deadline_wakes",
                ),
            ),
            migrations.AddIndex(
                model_name="deadline",
                index=models.Index(
                    condition=models.Q(("met_at", None), ("void_at", None)),
                    fields=["kind", "due_at", "id"],
                    name="deadline_of_a_kind",
                ),
            ),
            migrations.AddIndex(
                model_name="promise",
                index=models.Index(fields=["first_due_at"], name="promise_first_due"),
            ),
            migrations.AddIndex(
                model_name="promise",
                index=models.Index(
                    condition=models.Q(("notice__isnull", False)), fields=["notice"], name="promise_notice"
                ),
            ),
            migrations.AddConstraint(
                model_name="case",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            ("closed_at__isnull", False),
                            ("ending__in", ["satisfied", "unconfirmed", "declined", "withdrawn", "lost", "merged"]),
                            ("stage", "closed"),
                        ),
                        models.Q(models.Q(("stage", "closed"), _negated=True), ("closed_at", None), ("ending", "")),
                        _connector="OR",
                    ),
                    name="case_closed_has_ending",
                ),
            ),
            migrations.AddConstraint(
                model_name="case",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("ending", "merged"), ("merged_into__isnull", False)),
                        models.Q(models.Q(("ending", "merged"), _negated=True), ("merged_into", None)),
                        _connector="OR",
                    ),
                    name="case_merged_into_another",
                ),
            ),
            migrations.AddConstraint(
                model_name="closure",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        ("ending__in", ["satisfied", "unconfirmed", "declined", "withdrawn", "lost", "merged"])
                    ),
                    name="closure_ending_known",
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
                constraint=models.CheckConstraint(
                    condition=models.Q(("warn_at", None), ("warn_at__lte", models.F("due_at")), _connector="OR"),
                    name="deadline_warns_before_due",
                ),
            ),
            migrations.AddConstraint(
                model_name="deadline",
                constraint=models.UniqueConstraint(
                    condition=models.Q(
                        ("met_at", None),
                        ("void_at", None),
                        models.Q(("kind__in", ("promise", "call_back", "ask", "check", "approval")), _negated=True),
                    ),
                    fields=("case", "kind"),
                    name="deadline_one_of_a_kind",
                ),
            ),
            migrations.AddConstraint(
                model_name="person",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        ("deputy", None), models.Q(("deputy", models.F("pk")), _negated=True), _connector="OR"
                    ),
                    name="person_deputy_is_another",
                ),
            ),
            migrations.AddConstraint(
                model_name="person",
                constraint=models.UniqueConstraint(
                    condition=models.Q(("feed_key", ""), _negated=True),
                    fields=("feed_key",),
                    name="person_feed_key_once",
                ),
            ),
            migrations.AddConstraint(
                model_name="promise",
                constraint=models.CheckConstraint(
                    condition=models.Q(("kind__in", ["deed", "delivery", "money", "call", "news"])),
                    name="promise_kind_known",
                ),
            ),
            migrations.AddConstraint(
                model_name="promise",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("moved_at", None), ("moved_because", ""), ("moved_by", None), ("notice", None)),
                        models.Q(
                            ("moved_at__isnull", False),
                            ("moved_at__lt", models.F("first_due_at")),
                            (
                                "moved_because__in",
                                ["supplier", "carrier", "colleague", "larger", "mistake", "customer", "outside"],
                            ),
                            ("moved_by__isnull", False),
                            ("notice__isnull", False),
                        ),
                        _connector="OR",
                    ),
                    name="promise_moved_before_it_broke_and_told",
                ),
            ),
            migrations.AddConstraint(
                model_name="promise",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("told_at", None), ("told_in", None)),
                        models.Q(("kept_at__isnull", False), ("told_at__isnull", False), ("told_in__isnull", False)),
                        _connector="OR",
                    ),
                    name="promise_told_in_a_message",
                ),
            ),
            migrations.AddField(
                model_name="absence",
                name="deputy",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="absence",
                name="person",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="absences", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="absence",
                name="recorded_by",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="alert",
                name="deadline",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE, related_name="alerts", to="amends.deadline"
                ),
            ),
            migrations.AddField(
                model_name="alert",
                name="person",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="alerts", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="ask",
                name="asked_by",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="ask",
                name="case",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="asks", to="amends.case"
                ),
            ),
            migrations.AddField(
                model_name="ask",
                name="check_due",
                field=models.OneToOneField(
                    null=True, on_delete=django.db.models.deletion.PROTECT, related_name="checks", to="amends.deadline"
                ),
            ),
            migrations.AddField(
                model_name="ask",
                name="checked_by",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="ask",
                name="deadline",
                field=models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT, related_name="ask", to="amends.deadline"
                ),
            ),
            migrations.AddField(
                model_name="ask",
                name="of",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="asks",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="callback",
                name="attempts",
                field=models.ManyToManyField(related_name="call_backs", to="amends.attempt"),
            ),
            migrations.AddField(
                model_name="callback",
                name="caller",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="call_backs",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="callback",
                name="case",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="call_backs", to="amends.case"
                ),
            ),
            migrations.AddField(
                model_name="callback",
                name="deadline",
                field=models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT, related_name="call_back", to="amends.deadline"
                ),
            ),
            migrations.AddField(
                model_name="callback",
                name="done_by",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="callback",
                name="message",
                field=models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amends.message"
                ),
            ),
            migrations.AddField(
                model_name="callback",
                name="promise",
                field=models.OneToOneField(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="call_back",
                    to="amends.promise",
                ),
            ),
            migrations.AddField(
                model_name="chase",
                name="case",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="chases", to="amends.case"
                ),
            ),
            migrations.AddField(
                model_name="chase",
                name="message",
                field=models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT, related_name="chase", to="amends.message"
                ),
            ),
            migrations.AddField(
                model_name="chase",
                name="promise",
                field=models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.PROTECT, related_name="chases", to="amends.promise"
                ),
            ),
            migrations.AddField(
                model_name="handoff",
                name="case",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="handoffs", to="amends.case"
                ),
            ),
            migrations.AddField(
                model_name="handoff",
                name="deadline",
                field=models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT, related_name="handoff", to="amends.deadline"
                ),
            ),
            migrations.AddField(
                model_name="handoff",
                name="giver",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="handoff",
                name="message",
                field=models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amends.message"
                ),
            ),
            migrations.AddField(
                model_name="handoff",
                name="offered_by",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="handoff",
                name="receiver",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="handoffs", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="redtape",
                name="case",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="red_tape", to="amends.case"
                ),
            ),
            migrations.AddField(
                model_name="redtape",
                name="noted_by",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="queue",
                name="site",
                field=models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="queues",
                    to="amends.site",
                ),
            ),
            migrations.AddField(
                model_name="standin",
                name="absence",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="stand_ins",
                    to="amends.absence",
                ),
            ),
            migrations.AddField(
                model_name="standin",
                name="ask",
                field=models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.PROTECT, related_name="stand_ins", to="amends.ask"
                ),
            ),
            migrations.AddField(
                model_name="standin",
                name="call_back",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="stand_ins",
                    to="amends.callback",
                ),
            ),
            migrations.AddField(
                model_name="standin",
                name="case",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="stand_ins", to="amends.case"
                ),
            ),
            migrations.AddField(
                model_name="standin",
                name="deadline",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="stand_ins",
                    to="amends.deadline",
                ),
            ),
            migrations.AddField(
                model_name="standin",
                name="message",
                field=models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amends.message"
                ),
            ),
            migrations.AddField(
                model_name="standin",
                name="of",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="standin",
                name="person",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="stand_ins",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddIndex(
                model_name="absence",
                index=models.Index(
                    condition=models.Q(("cancelled_at", None), ("swept_at", None)),
                    fields=["starts_at"],
                    name="absence_to_sweep",
                ),
            ),
            migrations.AddIndex(
                model_name="absence",
                index=models.Index(
                    condition=models.Q(("cancelled_at", None), ("returned_at", None)),
                    fields=["ends_at"],
                    name="absence_to_return",
                ),
            ),
            migrations.AddConstraint(
                model_name="absence",
                constraint=models.CheckConstraint(
                    condition=models.Q(("ends_at", None), ("ends_at__gt", models.F("starts_at")), _connector="OR"),
                    name="absence_ends_after_it_begins",
                ),
            ),
            migrations.AddConstraint(
                model_name="absence",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        ("deputy", None), models.Q(("deputy", models.F("person")), _negated=True), _connector="OR"
                    ),
                    name="absence_deputy_is_somebody_else",
                ),
            ),
            migrations.AddConstraint(
                model_name="absence",
                constraint=models.CheckConstraint(
                    condition=models.Q(("swept_at", None), ("swept_at__gte", models.F("starts_at")), _connector="OR"),
                    name="absence_swept_after_it_began",
                ),
            ),
            migrations.AddIndex(
                model_name="alert",
                index=models.Index(
                    condition=models.Q(("mailed_at", None)), fields=["notify_at", "id"], name="alert_to_mail"
                ),
            ),
            migrations.AddIndex(
                model_name="alert",
                index=models.Index(
                    condition=models.Q(("seen_at", None)), fields=["person", "-raised_at"], name="alert_unseen"
                ),
            ),
            migrations.AddConstraint(
                model_name="alert",
                constraint=models.UniqueConstraint(fields=("deadline", "person", "about", "due_at"), name="alert_once"),
            ),
            migrations.AddConstraint(
                model_name="alert",
                constraint=models.CheckConstraint(
                    condition=models.Q(("about__in", ["warning", "miss"])), name="alert_about_known"
                ),
            ),
            migrations.AddConstraint(
                model_name="alert",
                constraint=models.CheckConstraint(
                    condition=models.Q(("notify_at__gte", models.F("raised_at"))), name="alert_notified_after_raised"
                ),
            ),
            migrations.AddIndex(
                model_name="ask",
                index=models.Index(fields=["case"], name="ask_of_case"),
            ),
            migrations.AddIndex(
                model_name="ask",
                index=models.Index(
                    condition=models.Q(("state__in", ("asked", "acknowledged"))), fields=["of"], name="ask_of_person"
                ),
            ),
            migrations.AddConstraint(
                model_name="ask",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        ("state__in", ["asked", "acknowledged", "done", "refused", "checked", "withdrawn"])
                    ),
                    name="ask_state_known",
                ),
            ),
            migrations.AddConstraint(
                model_name="ask",
                constraint=models.CheckConstraint(
                    condition=models.Q(models.Q(("what", ""), _negated=True), models.Q(("name", ""), _negated=True)),
                    name="ask_says_what_of_whom",
                ),
            ),
            migrations.AddConstraint(
                model_name="ask",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("answer", ""), ("answered_at", None)),
                        models.Q(("answered_at__isnull", False), models.Q(("answer", ""), _negated=True)),
                        _connector="OR",
                    ),
                    name="ask_answered_in_words",
                ),
            ),
            migrations.AddConstraint(
                model_name="ask",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("checked_at", None), ("checked_by", None)),
                        models.Q(("checked_at__isnull", False), ("checked_by__isnull", False)),
                        _connector="OR",
                    ),
                    name="ask_checked_at_and_by",
                ),
            ),
            migrations.AddIndex(
                model_name="callback",
                index=models.Index(
                    condition=models.Q(("done_at", None), ("void_at", None)),
                    fields=["caller"],
                    name="callback_of_caller",
                ),
            ),
            migrations.AddIndex(
                model_name="callback",
                index=models.Index(
                    condition=models.Q(("done_at", None), ("void_at", None)), fields=["case"], name="callback_of_case"
                ),
            ),
            migrations.AddConstraint(
                model_name="callback",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("done_at", None), ("done_by", None), ("message", None)),
                        models.Q(
                            ("done_at__isnull", False),
                            ("done_by__isnull", False),
                            ("message__isnull", False),
                            ("void_at", None),
                        ),
                        _connector="OR",
                    ),
                    name="callback_done_by_a_call",
                ),
            ),
            migrations.AddConstraint(
                model_name="callback",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("void_at", None), ("void_because", "")),
                        models.Q(("void_at__isnull", False), models.Q(("void_because", ""), _negated=True)),
                        _connector="OR",
                    ),
                    name="callback_called_off_with_a_reason",
                ),
            ),
            migrations.AddConstraint(
                model_name="callback",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        ("asked_via__in", ["email", "phone", "letter", "visit", "portal", "form", "api"])
                    ),
                    name="callback_via_known",
                ),
            ),
            migrations.AddIndex(
                model_name="chase",
                index=models.Index(fields=["chased_at"], name="chase_at"),
            ),
            migrations.AddIndex(
                model_name="handoff",
                index=models.Index(
                    condition=models.Q(("accepted_at", None), ("declined_at", None)),
                    fields=["receiver"],
                    name="handoff_to_receiver",
                ),
            ),
            migrations.AddConstraint(
                model_name="handoff",
                constraint=models.CheckConstraint(
                    condition=models.Q(models.Q(("gain", ""), _negated=True), models.Q(("brief", ""), _negated=True)),
                    name="handoff_has_gain_and_brief",
                ),
            ),
            migrations.AddConstraint(
                model_name="handoff",
                constraint=models.CheckConstraint(
                    condition=models.Q(("giver", models.F("receiver")), _negated=True), name="handoff_between_two"
                ),
            ),
            migrations.AddConstraint(
                model_name="handoff",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("accepted_at", None), ("message", None)),
                        models.Q(("accepted_at__isnull", False), ("declined_at", None), ("message__isnull", False)),
                        _connector="OR",
                    ),
                    name="handoff_accepted_and_told",
                ),
            ),
            migrations.AddConstraint(
                model_name="handoff",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("declined_at", None), ("declined_because", "")),
                        models.Q(("declined_at__isnull", False), models.Q(("declined_because", ""), _negated=True)),
                        _connector="OR",
                    ),
                    name="handoff_declined_with_a_reason",
                ),
            ),
            migrations.AddConstraint(
                model_name="handoff",
                constraint=models.UniqueConstraint(
                    condition=models.Q(("accepted_at", None), ("declined_at", None)),
                    fields=("case",),
                    name="handoff_one_standing",
                ),
            ),
            migrations.AddConstraint(
                model_name="redtape",
                constraint=models.CheckConstraint(
                    condition=models.Q(("kind__in", ["rule", "approval", "queue", "system", "form"])),
                    name="redtape_kind_known",
                ),
            ),
            migrations.AddConstraint(
                model_name="redtape",
                constraint=models.CheckConstraint(
                    condition=models.Q(models.Q(("words", ""), _negated=True), models.Q(("cost", ""), _negated=True)),
                    name="redtape_says_what_it_cost",
                ),
            ),
            migrations.AddIndex(
                model_name="standin",
                index=models.Index(
                    condition=models.Q(("answer", ""), ("offered_at__isnull", False)),
                    fields=["of"],
                    name="standin_offered",
                ),
            ),
            migrations.AddIndex(
                model_name="standin",
                index=models.Index(fields=["case"], name="standin_of_case"),
            ),
            migrations.AddConstraint(
                model_name="standin",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("answer", ""), ("answered_at", None)),
                        models.Q(("answer__in", ["taken", "left", "overtaken"]), ("answered_at__isnull", False)),
                        _connector="OR",
                    ),
                    name="standin_answered_known",
                ),
            ),
            migrations.AddConstraint(
                model_name="standin",
                constraint=models.CheckConstraint(
                    condition=models.Q(("call_back", None), ("ask", None), _connector="OR"),
                    name="standin_for_one_thing",
                ),
            ),
            migrations.AddConstraint(
                model_name="standin",
                constraint=models.CheckConstraint(
                    condition=models.Q(("person", models.F("of")), _negated=True), name="standin_is_somebody_else"
                ),
            ),
        ]
    )
