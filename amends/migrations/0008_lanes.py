"""What the lanes of Today walk along: one kind at a time, mine and nobody's, and the calls that somebody tries again."""

from __future__ import annotations

from django.db import migrations, models

OUTSTANDING = models.Q(("met_at", None), ("void_at", None))


class Migration(migrations.Migration):
    dependencies = [("amends", "0007_responses")]

    operations = [
        migrations.AddIndex(
            "deadline",
            models.Index(
                fields=["owner", "kind", "due_at", "id"], condition=OUTSTANDING, name="deadline_mine_of_a_kind"
            ),
        ),
        migrations.AddIndex(
            "deadline",
            models.Index(
                fields=["kind", "due_at", "id"],
                condition=models.Q(("met_at", None), ("void_at", None), ("owner", None)),
                name="deadline_nobodys",
            ),
        ),
        migrations.RemoveIndex("deadline", "deadline_mine"),
        migrations.AddIndex(
            "callback",
            models.Index(
                fields=["next_try_at"],
                condition=models.Q(("done_at", None), ("next_try_at__isnull", False), ("void_at", None)),
                name="callback_next_try",
            ),
        ),
    ]
