"""What leads decide upon: deeds checked, promises that fell short, how grave the cases of a group were, and how we work."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from amends.migrations._together import together

# The tallies know from now on how grave the cases of each group were; those that are there already are counted once.
_MIXES = """
INSERT INTO amends_tally (begins, kind, name, day, result, n)
SELECT date_trunc('month', o.zero_at AT TIME ZONE 'UTC')::date, 'mix ' || g.kind, g.name, o.severity, '', count(*)
FROM amends_outcome o CROSS JOIN LATERAL (VALUES ('failure', CASE WHEN o.first THEN 'first' ELSE 'later' END), ('grade', o.grade),
  ('word', o.word)) g(kind, name) GROUP BY 1, 2, 3, 4
"""
_NO_MIXES = "DELETE FROM amends_tally WHERE kind LIKE 'mix %'"


class Migration(migrations.Migration):
    dependencies = [("amends", "0022_tried")]

    operations = together(
        [
            migrations.CreateModel(
                name="WorkFigures",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("counted_at", models.DateTimeField()),
                    ("found", models.JSONField()),
                ],
                options={
                    "verbose_name_plural": "work figures",
                },
            ),
            migrations.AddField(
                model_name="act",
                name="verified_at",
                field=models.DateTimeField(null=True),
            ),
            migrations.AddField(
                model_name="act",
                name="verified_by",
                field=models.ForeignKey(
                    db_index=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="act",
                name="verified_how",
                field=models.TextField(blank=True, default=""),
            ),
            migrations.AddField(
                model_name="mark",
                name="tallied",
                field=models.UUIDField(default=uuid.uuid4, editable=False),
            ),
            migrations.AddField(
                model_name="promise",
                name="fell_short_at",
                field=models.DateTimeField(help_text="when they said that it was not what we had said", null=True),
            ),
            migrations.AddField(
                model_name="promise",
                name="fell_short_words",
                field=models.TextField(blank=True, default=""),
            ),
            migrations.AddIndex(
                model_name="case",
                index=models.Index(
                    condition=models.Q(("stage", "closed"), _negated=True),
                    fields=["received_at", "id"],
                    name="case_by_age",
                ),
            ),
            migrations.AddIndex(
                model_name="customer",
                index=models.Index(condition=models.Q(("key_customer", True)), fields=["id"], name="customer_key"),
            ),
            migrations.AddConstraint(
                model_name="act",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("verified_at", None), ("verified_by", None), ("verified_how", "")),
                        models.Q(
                            ("verified_at__gte", models.F("done_at")),
                            ("verified_at__isnull", False),
                            ("verified_by__isnull", False),
                            models.Q(("verified_how", ""), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="act_verified_at_by_and_how",
                ),
            ),
            migrations.AddConstraint(
                model_name="promise",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("fell_short_at", None), ("fell_short_words", "")),
                        models.Q(
                            ("fell_short_at__isnull", False),
                            ("kept_at__isnull", False),
                            models.Q(("fell_short_words", ""), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="promise_fell_short_in_words",
                ),
            ),
            migrations.AddConstraint(
                model_name="workfigures",
                constraint=models.CheckConstraint(condition=models.Q(("pk", 1)), name="work_figures_are_one"),
            ),
            migrations.RunSQL(_MIXES, _NO_MIXES),
        ]
    )
