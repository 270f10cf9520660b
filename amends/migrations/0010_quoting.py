"""How long things take, learnt from what was promised or taken in; and what was known of each date when it was said."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from amends.migrations._together import together


class Migration(migrations.Migration):
    dependencies = [
        ("amends", "0009_token"),
    ]

    operations = together(
        [
            migrations.CreateModel(
                name="Lesson",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    (
                        "kind",
                        models.CharField(
                            choices=[
                                ("deed", "something done"),
                                ("delivery", "something delivered"),
                                ("money", "something paid"),
                                ("call", "a call"),
                            ],
                            max_length=10,
                        ),
                    ),
                    (
                        "source",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("", "nowhere yet"),
                                ("own", "our own promises"),
                                ("taken in", "a history that was taken in"),
                            ],
                            default="",
                            max_length=10,
                        ),
                    ),
                    ("learnt_at", models.DateTimeField()),
                    ("model", models.BinaryField(default=b"")),
                    ("why", models.TextField(blank=True, default="")),
                    ("n", models.IntegerField(default=0)),
                    ("level", models.SmallIntegerField(default=0)),
                    ("clock", models.CharField(blank=True, default="", max_length=10)),
                    ("group", models.CharField(blank=True, default="", max_length=80)),
                    ("opened_from", models.DateTimeField(null=True)),
                    ("until", models.DateTimeField(null=True)),
                    ("replayed", models.JSONField(default=dict)),
                    (
                        "since",
                        models.DateTimeField(help_text="what was promised before teaches nothing any more", null=True),
                    ),
                    ("since_because", models.TextField(blank=True, default="")),
                    (
                        "watched_from",
                        models.DateTimeField(help_text="promises made from then on are watched", null=True),
                    ),
                    ("watched", models.IntegerField(default=0)),
                    ("evidence", models.FloatField(default=1.0)),
                    (
                        "alarmed_at",
                        models.DateTimeField(
                            help_text="when dates were last found to have stopped being honest", null=True
                        ),
                    ),
                    (
                        "queue",
                        models.ForeignKey(
                            null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="amends.queue"
                        ),
                    ),
                ],
            ),
            migrations.CreateModel(
                name="Quoted",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("said_due_at", models.DateTimeField()),
                    ("required", models.FloatField()),
                    ("proposed_due_at", models.DateTimeField(null=True)),
                    ("because", models.TextField(blank=True, default="")),
                    ("chance", models.FloatField(null=True)),
                    ("hurried", models.TextField(blank=True, default="")),
                    ("n", models.IntegerField(default=0)),
                    ("level", models.SmallIntegerField(default=0)),
                    ("cohort", models.CharField(blank=True, default="", max_length=200)),
                    ("due_50", models.DateTimeField(null=True)),
                    ("due_80", models.DateTimeField(null=True)),
                    ("due_90", models.DateTimeField(null=True)),
                    ("due_95", models.DateTimeField(null=True)),
                    (
                        "lesson",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="quotes",
                            to="amends.lesson",
                        ),
                    ),
                    (
                        "promise",
                        models.OneToOneField(
                            on_delete=django.db.models.deletion.PROTECT, related_name="quoted", to="amends.promise"
                        ),
                    ),
                ],
            ),
            migrations.CreateModel(
                name="Chronicle",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    (
                        "kind",
                        models.CharField(
                            choices=[
                                ("deed", "something done"),
                                ("delivery", "something delivered"),
                                ("money", "something paid"),
                                ("call", "a call"),
                            ],
                            max_length=10,
                        ),
                    ),
                    ("name", models.CharField(max_length=200)),
                    ("packed", models.BinaryField()),
                    ("n", models.IntegerField()),
                    ("closed", models.IntegerField()),
                    ("group", models.CharField(blank=True, default="", max_length=80)),
                    ("opened_from", models.DateTimeField()),
                    ("until", models.DateTimeField()),
                    ("taken_in_at", models.DateTimeField()),
                    (
                        "queue",
                        models.ForeignKey(
                            null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="amends.queue"
                        ),
                    ),
                    (
                        "taken_in_by",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                        ),
                    ),
                ],
                options={
                    "constraints": [
                        models.UniqueConstraint(fields=("kind", "queue"), name="chronicle_once", nulls_distinct=False),
                        models.CheckConstraint(
                            condition=models.Q(("kind__in", ["deed", "delivery", "money", "call"])),
                            name="chronicle_kind_known",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("closed__gte", 0), ("closed__lte", models.F("n")), ("n__gt", 0)),
                            name="chronicle_counts",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("opened_from__lte", models.F("until")), ("until__lte", models.F("taken_in_at"))
                            ),
                            name="chronicle_in_order",
                        ),
                    ],
                },
            ),
            migrations.AddConstraint(
                model_name="lesson",
                constraint=models.UniqueConstraint(fields=("kind", "queue"), name="lesson_once", nulls_distinct=False),
            ),
            migrations.AddConstraint(
                model_name="lesson",
                constraint=models.CheckConstraint(
                    condition=models.Q(("kind__in", ["deed", "delivery", "money", "call"])), name="lesson_kind_known"
                ),
            ),
            migrations.AddConstraint(
                model_name="lesson",
                constraint=models.CheckConstraint(
                    condition=models.Q(("source__in", ["", "own", "taken in"])), name="lesson_source_known"
                ),
            ),
            migrations.AddConstraint(
                model_name="lesson",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("level", 0), ("model", b""), models.Q(("why", ""), _negated=True)),
                        models.Q(
                            models.Q(("model", b""), _negated=True),
                            models.Q(("source", ""), _negated=True),
                            ("level__gte", 1),
                            ("level__lte", 3),
                            ("n__gt", 0),
                            ("why", ""),
                        ),
                        _connector="OR",
                    ),
                    name="lesson_model_or_why",
                ),
            ),
            migrations.AddConstraint(
                model_name="lesson",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("since", None), ("since_because", "")),
                        models.Q(("since__isnull", False), models.Q(("since_because", ""), _negated=True)),
                        _connector="OR",
                    ),
                    name="lesson_since_because",
                ),
            ),
            migrations.AddConstraint(
                model_name="lesson",
                constraint=models.CheckConstraint(
                    condition=models.Q(("evidence__gte", 0), ("watched__gte", 0)), name="lesson_watched"
                ),
            ),
            migrations.AddIndex(
                model_name="quoted",
                index=models.Index(fields=["lesson", "said_due_at"], name="quoted_of_a_lesson"),
            ),
            migrations.AddConstraint(
                model_name="quoted",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        ("required__gt", 0),
                        ("required__lt", 1),
                        models.Q(("chance", None), models.Q(("chance__gte", 0), ("chance__lte", 1)), _connector="OR"),
                    ),
                    name="quoted_probabilities",
                ),
            ),
            migrations.AddConstraint(
                model_name="quoted",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("level", 0), ("proposed_due_at", None), models.Q(("because", ""), _negated=True)),
                        models.Q(
                            ("because", ""),
                            ("chance__isnull", False),
                            ("lesson__isnull", False),
                            ("level__gte", 1),
                            ("proposed_due_at__isnull", False),
                        ),
                        _connector="OR",
                    ),
                    name="quoted_date_or_why",
                ),
            ),
            migrations.AddConstraint(
                model_name="quoted",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("hurried", ""), _negated=True),
                        ("proposed_due_at__lte", models.F("said_due_at")),
                        models.Q(
                            ("proposed_due_at", None),
                            models.Q(("chance", None), ("chance__gte", models.F("required")), _connector="OR"),
                        ),
                        _connector="OR",
                    ),
                    name="quoted_early_with_reason",
                ),
            ),
        ]
    )
