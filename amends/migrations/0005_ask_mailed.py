"""When a colleague outside the desk may be mailed what is asked of them, and when they were: once."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("amends", "0004_whose_word")]

    operations = [
        migrations.AddField(
            "ask",
            "notify_at",
            models.DateTimeField(null=True, help_text="when they may be mailed; empty for a colleague of the desk"),
        ),
        migrations.AddField("ask", "mailed_at", models.DateTimeField(null=True)),
        migrations.AddIndex(
            "ask",
            models.Index(
                fields=["notify_at"],
                condition=models.Q(mailed_at=None, notify_at__isnull=False),
                name="ask_to_mail",
            ),
        ),
        migrations.AddConstraint(
            "ask",
            models.CheckConstraint(
                condition=models.Q(mailed_at=None) | models.Q(notify_at__isnull=False) & ~models.Q(email=""),
                name="ask_mailed_where_it_may",
            ),
        ),
    ]
