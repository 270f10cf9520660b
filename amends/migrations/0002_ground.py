"""What Django's own operations cannot: the journal's chain, whose a deadline is, how bytes are kept, the cache, the first queue."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django.core.management import call_command
from django.db import migrations

if TYPE_CHECKING:
    from django.apps.registry import Apps
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor

AMENDS = Path(__file__).parent.parent
CHAIN = (AMENDS / "journal" / "chain.sql").read_text()
OWNER = (AMENDS / "deadlines" / "owner.sql").read_text()
UNCHAIN = """
DROP TRIGGER amends_entry_no_truncate ON amends_entry;
DROP TRIGGER amends_entry_append_only ON amends_entry;
DROP TRIGGER amends_entry_chain ON amends_entry;
DROP FUNCTION amends_append_only();
DROP FUNCTION amends_entry_chain();
DROP FUNCTION amends_entry_digest(bytea, amends_entry);
"""
DISOWN = """
DROP TRIGGER amends_case_owner ON amends_case;
DROP TRIGGER amends_deadline_owner ON amends_deadline;
DROP FUNCTION amends_case_owner();
DROP FUNCTION amends_deadline_owner();
"""
# Mail and files are mostly compressed already; storing them as they are spares the server the attempt.
STORAGE = """
ALTER TABLE amends_arrival ALTER COLUMN raw SET STORAGE EXTERNAL;
ALTER TABLE amends_blob ALTER COLUMN data SET STORAGE EXTERNAL;
"""


def shared_cache(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The table of the cache that all processes share; throttles count in it."""
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


def first_queue(apps: Apps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Mail may arrive before anybody set anything up; it waits in this queue."""
    apps.get_model("amends", "Queue").objects.get_or_create(is_default=True, defaults={"name": "Front desk"})


class Migration(migrations.Migration):
    dependencies = [("amends", "0001_desk")]

    operations = [
        migrations.RunSQL(CHAIN, UNCHAIN),
        migrations.RunSQL(OWNER, DISOWN),
        migrations.RunSQL(STORAGE, migrations.RunSQL.noop),
        migrations.RunPython(shared_cache, migrations.RunPython.noop),
        migrations.RunPython(first_queue, migrations.RunPython.noop),
    ]
