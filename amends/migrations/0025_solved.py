"""Solved: cases that ended well, in the order in which they ended; and orders by day, by which themes are judged."""

from django.db import migrations, models

from amends.migrations._together import together


class Migration(migrations.Migration):
    dependencies = [
        ("amends", "0024_harm"),
    ]

    operations = together(
        [
            migrations.AddIndex(
                model_name="case",
                index=models.Index(
                    condition=models.Q(("ending__in", ["satisfied", "unconfirmed"])),
                    fields=["-closed_at", "-id"],
                    name="case_ended_well",
                ),
            ),
            migrations.AddField(
                model_name="themealert",
                name="by_orders",
                field=models.BooleanField(
                    db_default=False, default=False, help_text="expected for as many orders as there were"
                ),
            ),
            migrations.AddIndex(
                model_name="activity",
                index=models.Index(condition=models.Q(("kind", "order")), fields=["at"], name="activity_orders"),
            ),
        ]
    )
