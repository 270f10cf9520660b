"""What Django's own operations cannot: to whom older promises were made, whose a deadline is, and no two absences at once."""

from __future__ import annotations

from pathlib import Path

import django.db.models.deletion
from django.db import migrations, models

AMENDS = Path(__file__).parent.parent
ASSIGNEE = (AMENDS / "deadlines" / "assignee.sql").read_text()
UNASSIGN = "DROP TRIGGER amends_deadline_assignee ON amends_deadline;"
TO_WHOM = """
UPDATE amends_promise p SET customer_id = c.customer_id FROM amends_case c WHERE c.id = p.case_id AND p.customer_id IS NULL;
SET CONSTRAINTS ALL IMMEDIATE;
"""
# What was set before the sweep knew of it is looked at when it falls due.
WAKE = "UPDATE amends_deadline SET wake_at = due_at WHERE wake_at IS NULL AND missed_at IS NULL;"
# Without btree_gist, which not every PostgreSQL has: a range of one number overlaps another only if the numbers are equal.
EXCLUDE = """
ALTER TABLE amends_absence ADD CONSTRAINT absence_never_twice EXCLUDE USING gist
  (int8range(person_id, person_id, '[]') WITH &&, tstzrange(starts_at, ends_at) WITH &&) WHERE (cancelled_at IS NULL);
"""


class Migration(migrations.Migration):
    dependencies = [("amends", "0003_keeping_word")]

    operations = [
        migrations.RunSQL(TO_WHOM, migrations.RunSQL.noop),
        migrations.AlterField(
            "promise",
            "customer",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="promises", to="amends.customer"
            ),
        ),
        migrations.RunSQL(WAKE, migrations.RunSQL.noop),
        migrations.RunSQL(ASSIGNEE, UNASSIGN),
        migrations.RunSQL(EXCLUDE, "ALTER TABLE amends_absence DROP CONSTRAINT absence_never_twice;"),
    ]
