"""Moved dates keep what was known of them, lessons keep chains, and what a customer can use is on record."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from amends.migrations._together import together


class Migration(migrations.Migration):
    dependencies = [
        ("amends", "0015_changes"),
    ]

    operations = together(
        [
            migrations.CreateModel(
                name="Usability",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("question", models.CharField(max_length=200)),
                    ("can", models.BooleanField()),
                    ("words", models.TextField(blank=True, default="")),
                    ("noted_at", models.DateTimeField()),
                ],
            ),
            migrations.AddField(
                model_name="lesson",
                name="chains",
                field=models.JSONField(
                    default=dict, editable=False, help_text="what those who are asked elsewhere took, and we after them"
                ),
            ),
            migrations.AddField(
                model_name="quoted",
                name="moved_chance",
                field=models.FloatField(null=True),
            ),
            migrations.AddField(
                model_name="quoted",
                name="moved_hurried",
                field=models.TextField(blank=True, default=""),
            ),
            migrations.AddField(
                model_name="quoted",
                name="moved_proposed_due_at",
                field=models.DateTimeField(null=True),
            ),
            migrations.AddField(
                model_name="quoted",
                name="moved_to",
                field=models.DateTimeField(null=True),
            ),
            migrations.AddConstraint(
                model_name="quoted",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            ("moved_chance", None),
                            ("moved_hurried", ""),
                            ("moved_proposed_due_at", None),
                            ("moved_to", None),
                        ),
                        models.Q(
                            ("moved_to__isnull", False),
                            models.Q(
                                ("moved_chance", None),
                                models.Q(("moved_chance__gte", 0), ("moved_chance__lte", 1)),
                                _connector="OR",
                            ),
                        ),
                        _connector="OR",
                    ),
                    name="quoted_move_is_whole",
                ),
            ),
            migrations.AddField(
                model_name="usability",
                name="case",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="usabilities", to="amends.case"
                ),
            ),
            migrations.AddField(
                model_name="usability",
                name="noted_by",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="usability",
                name="remedy",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="usabilities", to="amends.remedy"
                ),
            ),
            migrations.AddConstraint(
                model_name="usability",
                constraint=models.UniqueConstraint(
                    fields=("case", "remedy", "question"), name="usability_answered_once"
                ),
            ),
            migrations.AddConstraint(
                model_name="usability",
                constraint=models.CheckConstraint(
                    condition=models.Q(("question", ""), _negated=True), name="usability_answers_a_question"
                ),
            ),
        ]
    )
