"""Notices keep what the coach held back and why they went all the same; whose letter did not pass is set apart."""

import django.contrib.postgres.fields
from django.db import migrations, models
from django.db.models import Q

from amends.migrations._together import together


class Migration(migrations.Migration):
    dependencies = [
        ("amends", "0020_taken"),
    ]

    operations = together(
        [
            migrations.AddField(
                model_name="notice",
                name="held",
                field=django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(max_length=4), default=list, size=None
                ),
            ),
            migrations.AddField(
                model_name="notice",
                name="because",
                field=models.TextField(blank=True, default=""),
            ),
            migrations.AddField(
                model_name="recipient",
                name="held",
                field=django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(max_length=4), default=list, size=None
                ),
            ),
            migrations.AddConstraint(
                model_name="notice",
                constraint=models.CheckConstraint(
                    condition=Q(("because", ""), ("held", [])) | (~Q(("held", [])) & ~Q(("because", ""))),
                    name="notice_overridden_with_a_reason",
                ),
            ),
            migrations.AddConstraint(
                model_name="recipient",
                constraint=models.CheckConstraint(
                    condition=Q(("held", [])) | ~Q(("passed_over", "")), name="recipient_held_is_passed_over"
                ),
            ),
        ]
    )
