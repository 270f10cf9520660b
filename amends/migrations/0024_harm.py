"""Harm: the report to a regulator as a deadline, gateways that reach phones, and news of themes."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from amends.migrations._together import together

# Alarms that stand have their regulator's clock watched from now on.
_STANDING = """
WITH standing AS (SELECT * FROM amends_alarm WHERE report_by IS NOT NULL AND over_at IS NULL AND NOT drill),
due AS (INSERT INTO amends_deadline (case_id, kind, due_at, warn_at, told, policy, set_at)
  SELECT case_id, 'report', report_by, greatest(raised_at, report_by - interval '8 hours'), 0, '', raised_at
  FROM standing WHERE case_id IS NOT NULL RETURNING id, case_id)
INSERT INTO amends_report (alarm_id, due_at, warn_at, deadline_id, told_to, reference, evidence, spared_because)
SELECT s.id, s.report_by, greatest(s.raised_at, s.report_by - interval '8 hours'), d.id, '', '', '', ''
FROM standing s LEFT JOIN due d ON d.case_id = s.case_id
"""


class Migration(migrations.Migration):
    dependencies = [
        ("amends", "0023_kept"),
    ]

    operations = together(
        [
            migrations.CreateModel(
                name="Report",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("due_at", models.DateTimeField()),
                    ("warn_at", models.DateTimeField()),
                    ("told_to", models.CharField(blank=True, default="", max_length=200)),
                    ("told_at", models.DateTimeField(null=True)),
                    ("reference", models.CharField(blank=True, default="", max_length=200)),
                    ("evidence", models.TextField(blank=True, default="")),
                    ("spared_because", models.TextField(blank=True, default="")),
                    ("spared_at", models.DateTimeField(null=True)),
                    ("seconded_at", models.DateTimeField(null=True)),
                    ("ended_at", models.DateTimeField(null=True)),
                ],
            ),
            migrations.CreateModel(
                name="Ring",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    (
                        "way",
                        models.CharField(
                            choices=[("webhook", "the webhook"), ("command", "the command")], max_length=8
                        ),
                    ),
                    ("tries", models.SmallIntegerField(default=0)),
                    ("next_try_at", models.DateTimeField()),
                    ("rung_at", models.DateTimeField(null=True)),
                    ("gave_up_at", models.DateTimeField(null=True)),
                    ("said", models.CharField(blank=True, default="", max_length=300)),
                ],
            ),
            migrations.CreateModel(
                name="ThemeNews",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("told_at", models.DateTimeField()),
                    ("mailed_at", models.DateTimeField(null=True)),
                    ("seen_at", models.DateTimeField(null=True)),
                ],
                options={
                    "verbose_name_plural": "theme news",
                },
            ),
            migrations.RemoveConstraint(
                model_name="deadline",
                name="deadline_kind_known",
            ),
            migrations.RemoveConstraint(
                model_name="deadline",
                name="deadline_one_of_a_kind",
            ),
            migrations.RemoveConstraint(
                model_name="nudge",
                name="nudge_about_known",
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
                        ("report", "a report to the regulator"),
                    ],
                    max_length=16,
                ),
            ),
            migrations.AlterField(
                model_name="nudge",
                name="about",
                field=models.CharField(
                    choices=[
                        ("decide", "decide whether they are told"),
                        ("again", "ask again whether they are told"),
                        ("tell", "begin to tell them, as decided"),
                        ("news", "the next news is due"),
                        ("report", "a regulator must be told, or it is said why not"),
                    ],
                    max_length=8,
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
                        ("report", "a report to the regulator"),
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
                                "report",
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
                            (
                                "kind__in",
                                (
                                    "promise",
                                    "call_back",
                                    "ask",
                                    "check",
                                    "approval",
                                    "task",
                                    "corrective",
                                    "report",
                                ),
                            ),
                            _negated=True,
                        ),
                    ),
                    fields=("case", "kind"),
                    name="deadline_one_of_a_kind",
                ),
            ),
            migrations.AddConstraint(
                model_name="nudge",
                constraint=models.CheckConstraint(
                    condition=models.Q(("about__in", ["decide", "again", "tell", "news", "report"])),
                    name="nudge_about_known",
                ),
            ),
            migrations.AddField(
                model_name="report",
                name="alarm",
                field=models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT, related_name="report", to="amends.alarm"
                ),
            ),
            migrations.AddField(
                model_name="report",
                name="deadline",
                field=models.OneToOneField(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="report",
                    to="amends.deadline",
                ),
            ),
            migrations.AddField(
                model_name="report",
                name="seconded_by",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="report",
                name="spared_by",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="report",
                name="told_by",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="ring",
                name="page",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="rings", to="amends.page"
                ),
            ),
            migrations.AddField(
                model_name="themenews",
                name="person",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="themenews",
                name="theme",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="news", to="amends.themealert"
                ),
            ),
            migrations.AddIndex(
                model_name="report",
                index=models.Index(
                    condition=models.Q(("ended_at", None)), fields=["due_at", "id"], name="report_outstanding"
                ),
            ),
            migrations.AddConstraint(
                model_name="report",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            ("evidence", ""),
                            ("reference", ""),
                            ("told_at", None),
                            ("told_by", None),
                            ("told_to", ""),
                        ),
                        models.Q(
                            ("told_at__isnull", False),
                            ("told_by__isnull", False),
                            models.Q(("told_to", ""), _negated=True),
                            models.Q(("evidence", ""), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="report_told_at_and_by",
                ),
            ),
            migrations.AddConstraint(
                model_name="report",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("spared_at", None), ("spared_because", ""), ("spared_by", None)),
                        models.Q(
                            ("spared_at__isnull", False),
                            ("spared_by__isnull", False),
                            models.Q(("spared_because", ""), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="report_spared_at_and_by",
                ),
            ),
            migrations.AddConstraint(
                model_name="report",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("seconded_at", None), ("seconded_by", None)),
                        models.Q(
                            ("seconded_at__isnull", False),
                            ("seconded_by__isnull", False),
                            ("spared_by__isnull", False),
                            models.Q(("seconded_by", models.F("spared_by")), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="report_seconded_at_and_by",
                ),
            ),
            migrations.AddConstraint(
                model_name="report",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("ended_at", None), ("seconded_at", None), ("told_at", None)),
                        models.Q(
                            ("ended_at__isnull", False),
                            models.Q(("told_at__isnull", False), ("seconded_at__isnull", False), _connector="OR"),
                        ),
                        _connector="OR",
                    ),
                    name="report_ends_told_or_spared",
                ),
            ),
            migrations.AddIndex(
                model_name="ring",
                index=models.Index(
                    condition=models.Q(("gave_up_at", None), ("rung_at", None)),
                    fields=["next_try_at"],
                    name="ring_to_try",
                ),
            ),
            migrations.AddConstraint(
                model_name="ring",
                constraint=models.UniqueConstraint(fields=("page", "way"), name="ring_once_a_way"),
            ),
            migrations.AddConstraint(
                model_name="ring",
                constraint=models.CheckConstraint(
                    condition=models.Q(("way__in", ["webhook", "command"])), name="ring_way_known"
                ),
            ),
            migrations.AddConstraint(
                model_name="ring",
                constraint=models.CheckConstraint(
                    condition=models.Q(("rung_at", None), ("gave_up_at", None), _connector="OR"),
                    name="ring_rung_or_given_up",
                ),
            ),
            migrations.AddConstraint(
                model_name="ring",
                constraint=models.CheckConstraint(
                    condition=models.Q(("gave_up_at", None), models.Q(("said", ""), _negated=True), _connector="OR"),
                    name="ring_given_up_with_a_reason",
                ),
            ),
            migrations.AddIndex(
                model_name="themenews",
                index=models.Index(condition=models.Q(("seen_at", None)), fields=["person"], name="theme_news_unseen"),
            ),
            migrations.AddIndex(
                model_name="themenews",
                index=models.Index(condition=models.Q(("mailed_at", None)), fields=["id"], name="theme_news_to_mail"),
            ),
            migrations.AddConstraint(
                model_name="themenews",
                constraint=models.UniqueConstraint(fields=("theme", "person"), name="theme_news_once"),
            ),
            migrations.RunSQL(_STANDING, migrations.RunSQL.noop),
        ]
    )
