"""The letters that law asks for, the customer's word that it is settled, and their wish for a second stage."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from amends.migrations._together import together


class Migration(migrations.Migration):
    dependencies = [
        ("amends", "0006_merging"),
    ]

    operations = together(
        [
            migrations.CreateModel(
                name="Escalation",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("words", models.TextField(blank=True, default="")),
                    ("asked_at", models.DateTimeField()),
                    ("recorded_at", models.DateTimeField()),
                ],
            ),
            migrations.CreateModel(
                name="Response",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    (
                        "kind",
                        models.CharField(
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
                    ("stage", models.SmallIntegerField(default=1)),
                    ("letter", models.CharField(max_length=80)),
                    ("pack", models.CharField(max_length=60)),
                    ("sent_at", models.DateTimeField()),
                    (
                        "outcomes",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.CharField(max_length=80), blank=True, default=list, size=None
                        ),
                    ),
                    ("chosen", models.JSONField(blank=True, default=dict)),
                    ("slots", models.JSONField(blank=True, default=dict)),
                    ("because", models.TextField(blank=True, default="")),
                    ("referral", models.CharField(blank=True, default="", max_length=200)),
                    ("refer_until", models.DateTimeField(null=True)),
                ],
            ),
            migrations.CreateModel(
                name="Settlement",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    (
                        "accepted",
                        models.CharField(
                            choices=[("oral", "by word of mouth"), ("written", "in writing")], max_length=8
                        ),
                    ),
                    ("words", models.TextField()),
                    ("route", models.CharField(max_length=80)),
                    ("pack", models.CharField(max_length=60)),
                    ("settled_at", models.DateTimeField()),
                    ("recorded_at", models.DateTimeField()),
                ],
            ),
            migrations.RemoveConstraint(
                model_name="message",
                name="message_purpose_known",
            ),
            migrations.AddField(
                model_name="deadline",
                name="met_in",
                field=models.ForeignKey(
                    db_index=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="amends.message",
                ),
            ),
            migrations.AddField(
                model_name="deadline",
                name="set_in",
                field=models.ForeignKey(
                    db_index=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="amends.message",
                ),
            ),
            migrations.AlterField(
                model_name="message",
                name="purpose",
                field=models.CharField(
                    blank=True,
                    choices=[
                        ("reply", "reply"),
                        ("receipt", "automatic receipt"),
                        ("link", "a new link"),
                        ("follow_up", "follow-up"),
                        ("response", "a letter the law asks for"),
                    ],
                    default="",
                    max_length=10,
                ),
            ),
            migrations.AddConstraint(
                model_name="deadline",
                constraint=models.CheckConstraint(
                    condition=models.Q(("met_in", None), ("met_at__isnull", False), _connector="OR"),
                    name="deadline_met_in_a_letter",
                ),
            ),
            migrations.AddConstraint(
                model_name="message",
                constraint=models.CheckConstraint(
                    condition=models.Q(("purpose__in", ["", "reply", "receipt", "link", "follow_up", "response"])),
                    name="message_purpose_known",
                ),
            ),
            migrations.AddField(
                model_name="escalation",
                name="case",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="escalations", to="amends.case"
                ),
            ),
            migrations.AddField(
                model_name="escalation",
                name="deadline",
                field=models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT, related_name="escalation", to="amends.deadline"
                ),
            ),
            migrations.AddField(
                model_name="escalation",
                name="recorded_by",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="response",
                name="case",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="responses", to="amends.case"
                ),
            ),
            migrations.AddField(
                model_name="response",
                name="message",
                field=models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT, related_name="response", to="amends.message"
                ),
            ),
            migrations.AddField(
                model_name="response",
                name="sent_by",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="settlement",
                name="case",
                field=models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT, related_name="settlement", to="amends.case"
                ),
            ),
            migrations.AddField(
                model_name="settlement",
                name="recorded_by",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddConstraint(
                model_name="escalation",
                constraint=models.CheckConstraint(
                    condition=models.Q(("recorded_at__gte", models.F("asked_at"))),
                    name="escalation_before_it_was_recorded",
                ),
            ),
            migrations.AddConstraint(
                model_name="response",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        ("kind__in", ("acknowledgement", "holding", "final", "stage_1", "stage_2", "summary"))
                    ),
                    name="response_kind_known",
                ),
            ),
            migrations.AddConstraint(
                model_name="response",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("kind", "stage_2"), ("stage", 2)),
                        models.Q(models.Q(("kind", "stage_2"), _negated=True), ("stage", 1)),
                        _connector="OR",
                    ),
                    name="response_of_a_stage",
                ),
            ),
            migrations.AddConstraint(
                model_name="response",
                constraint=models.CheckConstraint(
                    condition=models.Q(models.Q(("letter", ""), _negated=True), models.Q(("pack", ""), _negated=True)),
                    name="response_names_letter_and_pack",
                ),
            ),
            migrations.AddConstraint(
                model_name="response",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("kind", "holding"), _negated=True),
                        models.Q(("because", ""), _negated=True),
                        _connector="OR",
                    ),
                    name="response_holds_for_a_reason",
                ),
            ),
            migrations.AddConstraint(
                model_name="response",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        ("refer_until", None),
                        models.Q(models.Q(("referral", ""), _negated=True), ("refer_until__gt", models.F("sent_at"))),
                        _connector="OR",
                    ),
                    name="response_referred_to_somebody",
                ),
            ),
            migrations.AddConstraint(
                model_name="settlement",
                constraint=models.CheckConstraint(
                    condition=models.Q(("accepted__in", ["oral", "written"])), name="settlement_accepted_known"
                ),
            ),
            migrations.AddConstraint(
                model_name="settlement",
                constraint=models.CheckConstraint(
                    condition=models.Q(("words", ""), _negated=True), name="settlement_in_their_words"
                ),
            ),
            migrations.AddConstraint(
                model_name="settlement",
                constraint=models.CheckConstraint(
                    condition=models.Q(("recorded_at__gte", models.F("settled_at"))),
                    name="settlement_before_it_was_recorded",
                ),
            ),
        ]
    )
