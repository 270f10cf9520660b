"""Two cases or two customers may become one: who a customer was found to be, and nothing lands on what goes on elsewhere."""

from __future__ import annotations

from pathlib import Path

import django.db.models.deletion
from django.db import migrations, models

MERGED = (Path(__file__).parent.parent / "merging" / "merged.sql").read_text()
UNMERGED = """
DROP FUNCTION amends_goes_on_elsewhere() CASCADE;
DROP FUNCTION amends_is_another() CASCADE;
"""


class Migration(migrations.Migration):
    dependencies = [("amends", "0005_ask_mailed")]

    operations = [
        migrations.AddField(
            "customer",
            "merged_into",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="merged",
                to="amends.customer",
            ),
        ),
        migrations.AddField("customer", "merged_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddConstraint(
            "customer",
            models.CheckConstraint(
                condition=models.Q(merged_into=None, merged_at=None)
                | models.Q(merged_into__isnull=False, merged_at__isnull=False) & ~models.Q(merged_into=models.F("pk")),
                name="customer_merged_at_into_another",
            ),
        ),
        migrations.AddConstraint(
            "case",
            models.CheckConstraint(condition=~models.Q(merged_into=models.F("pk")), name="case_merged_elsewhere"),
        ),
        migrations.AddConstraint(
            "case",
            models.CheckConstraint(
                condition=models.Q(merged_into=None) | models.Q(waiting_since=None),
                name="case_merged_waits_for_nothing",
            ),
        ),
        migrations.RunSQL(MERGED, UNMERGED),
    ]
