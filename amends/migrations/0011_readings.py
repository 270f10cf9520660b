"""Readings of what customers wrote, their corrections, and the advice on what we wrote."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from amends.migrations._together import together


class Migration(migrations.Migration):
    dependencies = [
        ("amends", "0010_quoting"),
    ]

    operations = together(
        [
            migrations.CreateModel(
                name="Reading",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("language", models.CharField(max_length=20)),
                    ("labels", models.JSONField()),
                    ("read_at", models.DateTimeField()),
                    (
                        "checked_at",
                        models.DateTimeField(
                            help_text="when a person said that the labels are right, or put them right", null=True
                        ),
                    ),
                    (
                        "checked_by",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                        ),
                    ),
                    (
                        "message",
                        models.OneToOneField(
                            on_delete=django.db.models.deletion.PROTECT, related_name="reading", to="amends.message"
                        ),
                    ),
                ],
            ),
            migrations.CreateModel(
                name="Correction",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    (
                        "kind",
                        models.CharField(
                            choices=[
                                ("complaint", "whether it is a complaint"),
                                ("failure", "what failed"),
                                ("emotion", "how it reads"),
                                ("flag", "what may not wait"),
                                ("severity", "how grave it is"),
                            ],
                            max_length=10,
                        ),
                    ),
                    ("label", models.CharField(max_length=20)),
                    ("holds", models.BooleanField()),
                    ("corrected_at", models.DateTimeField()),
                    (
                        "corrected_by",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                        ),
                    ),
                    (
                        "reading",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT, related_name="corrections", to="amends.reading"
                        ),
                    ),
                ],
            ),
            migrations.CreateModel(
                name="Advice",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("score", models.SmallIntegerField()),
                    (
                        "checks",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.CharField(max_length=4), default=list, size=None
                        ),
                    ),
                    (
                        "held",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.CharField(max_length=4), default=list, size=None
                        ),
                    ),
                    ("because", models.TextField(blank=True, default="")),
                    (
                        "message",
                        models.OneToOneField(
                            on_delete=django.db.models.deletion.PROTECT, related_name="advice", to="amends.message"
                        ),
                    ),
                    (
                        "overridden_by",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                        ),
                    ),
                ],
                options={
                    "indexes": [
                        models.Index(
                            condition=models.Q(("held", []), _negated=True), fields=["id"], name="advice_overridden"
                        )
                    ],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("score__gte", 0), ("score__lte", 100)),
                            name="advice_score_is_of_a_hundred",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("because", ""), ("held", []), ("overridden_by", None)),
                                models.Q(
                                    models.Q(("held", []), _negated=True),
                                    models.Q(("because", ""), _negated=True),
                                    ("overridden_by__isnull", False),
                                ),
                                _connector="OR",
                            ),
                            name="advice_overridden_with_a_reason",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("held__contained_by", models.F("checks"))), name="advice_held_was_found"
                        ),
                    ],
                },
            ),
            migrations.AddIndex(
                model_name="reading",
                index=models.Index(
                    condition=models.Q(("checked_at", None)), fields=["read_at", "id"], name="reading_unchecked"
                ),
            ),
            migrations.AddConstraint(
                model_name="reading",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("checked_at", None), ("checked_by", None)),
                        models.Q(("checked_at__isnull", False), ("checked_by__isnull", False)),
                        _connector="OR",
                    ),
                    name="reading_checked_at_and_by",
                ),
            ),
            migrations.AddConstraint(
                model_name="correction",
                constraint=models.CheckConstraint(
                    condition=models.Q(("kind__in", ["complaint", "failure", "emotion", "flag", "severity"])),
                    name="correction_kind_known",
                ),
            ),
            migrations.AddConstraint(
                model_name="correction",
                constraint=models.CheckConstraint(
                    condition=models.Q(("label", ""), _negated=True), name="correction_of_a_label"
                ),
            ),
        ]
    )
