"""What they say, taken onto the case; how strongly a feeling shows; why mail alone must do; to decline takes two."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from amends.migrations._together import together


class Migration(migrations.Migration):
    dependencies = [
        ("amends", "0019_lessons"),
    ]

    operations = together(
        [
            migrations.CreateModel(
                name="Decline",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("because", models.TextField()),
                    ("instead", models.TextField(help_text="what is done for them all the same")),
                    (
                        "state",
                        models.CharField(
                            choices=[
                                ("proposed", "waits for a second reader"),
                                ("agreed", "declined, read by two"),
                                ("objected", "the second reader does not agree"),
                                ("withdrawn", "withdrawn"),
                            ],
                            default="proposed",
                            max_length=9,
                        ),
                    ),
                    ("proposed_at", models.DateTimeField()),
                    ("answered_at", models.DateTimeField(null=True)),
                    ("answer", models.TextField(blank=True, default="")),
                ],
            ),
            migrations.CreateModel(
                name="Taken",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("place", models.CharField(max_length=20)),
                    ("wish", models.BooleanField(default=False)),
                    ("made", models.BooleanField(default=True)),
                    ("taken_at", models.DateTimeField()),
                ],
            ),
            migrations.AddField(
                model_name="correction",
                name="because",
                field=models.TextField(blank=True, default=""),
            ),
            migrations.AddField(
                model_name="correction",
                name="intensity",
                field=models.CharField(
                    blank=True, default="", help_text="how strongly the feeling shows", max_length=6
                ),
            ),
            migrations.AddField(
                model_name="round",
                name="mail_alone",
                field=models.TextField(
                    blank=True, default="", help_text="why mail alone must do, where policy wants a voice"
                ),
            ),
            migrations.AddField(
                model_name="round",
                name="mail_alone_at",
                field=models.DateTimeField(null=True),
            ),
            migrations.AddField(
                model_name="round",
                name="mail_alone_by",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddConstraint(
                model_name="correction",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        ("intensity", ""),
                        models.Q(("holds", True), ("intensity__in", ("low", "medium", "high")), ("kind", "emotion")),
                        _connector="OR",
                    ),
                    name="correction_intensity_of_a_feeling",
                ),
            ),
            migrations.AddConstraint(
                model_name="round",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("mail_alone", ""), ("mail_alone_at", None), ("mail_alone_by", None)),
                        models.Q(
                            models.Q(("mail_alone", ""), _negated=True),
                            ("mail_alone_at__isnull", False),
                            ("mail_alone_by__isnull", False),
                        ),
                        _connector="OR",
                    ),
                    name="round_mail_alone_with_a_reason",
                ),
            ),
            migrations.AddField(
                model_name="decline",
                name="answered_by",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="decline",
                name="case",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="declines", to="amends.case"
                ),
            ),
            migrations.AddField(
                model_name="decline",
                name="deadline",
                field=models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT, related_name="decline", to="amends.deadline"
                ),
            ),
            migrations.AddField(
                model_name="decline",
                name="proposed_by",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="decline",
                name="reader",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="taken",
                name="concern",
                field=models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.PROTECT, related_name="found_in", to="amends.concern"
                ),
            ),
            migrations.AddField(
                model_name="taken",
                name="deadline",
                field=models.OneToOneField(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="found_in",
                    to="amends.deadline",
                ),
            ),
            migrations.AddField(
                model_name="taken",
                name="fact",
                field=models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.PROTECT, related_name="found_in", to="amends.fact"
                ),
            ),
            migrations.AddField(
                model_name="taken",
                name="reading",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="taken", to="amends.reading"
                ),
            ),
            migrations.AddField(
                model_name="taken",
                name="taken_by",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddConstraint(
                model_name="decline",
                constraint=models.UniqueConstraint(
                    condition=models.Q(("state", "proposed")), fields=("case",), name="decline_one_waits"
                ),
            ),
            migrations.AddConstraint(
                model_name="decline",
                constraint=models.CheckConstraint(
                    condition=models.Q(("state__in", ["proposed", "agreed", "objected", "withdrawn"])),
                    name="decline_state_known",
                ),
            ),
            migrations.AddConstraint(
                model_name="decline",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("because", ""), _negated=True), models.Q(("instead", ""), _negated=True)
                    ),
                    name="decline_says_why_and_what_instead",
                ),
            ),
            migrations.AddConstraint(
                model_name="decline",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("state__in", ["agreed", "objected"]), _negated=True),
                        models.Q(
                            ("answered_by__isnull", False),
                            models.Q(("answered_by", models.F("proposed_by")), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="decline_read_by_another",
                ),
            ),
            migrations.AddConstraint(
                model_name="decline",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("answered_at", None), ("answered_by", None)),
                        models.Q(("answered_at__isnull", False), ("answered_by__isnull", False)),
                        _connector="OR",
                    ),
                    name="decline_answered_at_and_by",
                ),
            ),
            migrations.AddConstraint(
                model_name="decline",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("state", "objected"), _negated=True),
                        models.Q(("answer", ""), _negated=True),
                        _connector="OR",
                    ),
                    name="decline_objected_in_words",
                ),
            ),
            migrations.AddConstraint(
                model_name="taken",
                constraint=models.UniqueConstraint(fields=("reading", "place"), name="taken_once"),
            ),
            migrations.AddConstraint(
                model_name="taken",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("concern__isnull", False), ("deadline", None), ("fact", None), ("wish", False)),
                        models.Q(("concern", None), ("fact__isnull", False), ("wish", False)),
                        models.Q(("concern", None), ("deadline", None), ("fact", None), ("wish", True)),
                        _connector="OR",
                    ),
                    name="taken_as_one_thing",
                ),
            ),
        ]
    )
