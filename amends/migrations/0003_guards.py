"""What Django's own operations cannot: what the database itself guards, how bytes are kept, the cache, the first queue."""

from __future__ import annotations

from pathlib import Path

from django.db import migrations

from amends.migrations._before import GUARDS

AMENDS = Path(__file__).parent.parent
#: Functions and triggers, each beside the package whose word it keeps; later ones may use the functions of earlier ones.
WRITTEN = (
    "journal/chain.sql",
    "deadlines/owner.sql",
    "merging/merged.sql",
    "affected/merged.sql",
    "outcomes/merged.sql",
    "experiments/sealed.sql",
)
# Without btree_gist, which not every PostgreSQL has: a range of one number overlaps another only if the numbers are equal.
EXCLUDE = """
ALTER TABLE amends_absence ADD CONSTRAINT absence_never_twice EXCLUDE USING gist
  (int8range(person_id, person_id, '[]') WITH &&, tstzrange(starts_at, ends_at) WITH &&) WHERE (cancelled_at IS NULL);
"""
# Keys of two columns, which the mapper cannot say: what was not offered cannot be chosen, and what does not stand
# cannot be carried out, nor unchosen once it is.
KEYS = """
ALTER TABLE amends_choice ADD CONSTRAINT choice_within_the_offer
  FOREIGN KEY (option_id, offer_id) REFERENCES amends_option (id, offer_id);
ALTER TABLE amends_execution ADD CONSTRAINT execution_of_a_standing_choice
  FOREIGN KEY (choice_id, stands) REFERENCES amends_choice (id, stands);
"""
# Mail and files are mostly compressed already; storing them as they are spares the server the attempt.
STORAGE = """
ALTER TABLE amends_arrival ALTER COLUMN raw SET STORAGE EXTERNAL;
ALTER TABLE amends_blob ALTER COLUMN data SET STORAGE EXTERNAL;
"""
# The cache that all processes share, as `createcachetable` makes it; throttles count in it.
CACHE = """
CREATE TABLE amends_cache (
  cache_key varchar(255) NOT NULL PRIMARY KEY, value text NOT NULL, expires timestamp with time zone NOT NULL);
CREATE INDEX amends_cache_expires ON amends_cache (expires);
"""
# Mail may arrive before anybody set anything up; it waits in this queue.
QUEUE = "INSERT INTO amends_queue (name, is_default, jurisdiction, product) VALUES ('Front desk', true, '', '');"


class Migration(migrations.Migration):
    replaces = GUARDS
    dependencies = [("amends", "0002_tables")]

    operations = [
        *(migrations.RunSQL((AMENDS / name).read_text()) for name in WRITTEN),
        *(migrations.RunSQL(text) for text in (EXCLUDE, KEYS, STORAGE, CACHE, QUEUE)),
    ]
