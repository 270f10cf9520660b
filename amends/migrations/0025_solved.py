"""Solved: cases that ended well, in the order in which they ended."""

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
        ]
    )
