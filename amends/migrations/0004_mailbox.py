"""How far each mailbox has been read."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("amends", "0003_worklists")]

    operations = [
        migrations.CreateModel(
            name="Mailbox",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.TextField(help_text="its address without the password", unique=True)),
                ("uid_validity", models.BigIntegerField(default=0)),
                ("last_uid", models.BigIntegerField(default=0)),
                ("checked_at", models.DateTimeField(help_text="when it was last looked into", null=True)),
                ("trouble", models.TextField(blank=True, default="", help_text="why it cannot be looked into")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last_uid__gte", 0), ("uid_validity__gte", 0)),
                        name="mailbox_uids_positive",
                    )
                ],
            },
        ),
    ]
