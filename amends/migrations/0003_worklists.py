"""What the lists of the desk are read by: due things in their order, customers by the beginnings of names and addresses."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVector
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("amends", "0002_ground")]

    operations = [
        migrations.AddIndex(
            "case",
            models.Index(
                fields=["received_at", "id"],
                condition=Q(stage="new", owner=None),
                name="case_unanswered_nobodys",
            ),
        ),
        migrations.AddIndex(
            "case",
            models.Index(fields=["id"], condition=Q(owner=None) & ~Q(stage__in=["new", "closed"]), name="case_nobodys"),
        ),
        migrations.AddIndex(
            "deadline",
            models.Index(
                fields=["due_at", "id"],
                condition=Q(kind__in=["promise", "next_update"], met_at=None, void_at=None),
                name="deadline_due",
            ),
        ),
        migrations.AddIndex(
            "deadline",
            models.Index(
                fields=["due_at", "id"],
                condition=Q(kind__in=["follow_up_mail", "follow_up_call"], met_at=None, void_at=None),
                name="deadline_follow_up",
            ),
        ),
        migrations.AddIndex("customer", GinIndex(SearchVector("name", config="simple"), name="customer_name_words")),
        migrations.AddIndex(
            "address",
            models.Index(OpClass("normal", "varchar_pattern_ops"), condition=Q(retired_at=None), name="address_begins"),
        ),
    ]
