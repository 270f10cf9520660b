"""People, before anything else: other apps need to know who signs in."""

from django.conf import settings
from django.db import migrations, models

from amends.migrations._before import PEOPLE


class Migration(migrations.Migration):
    initial = True
    replaces = PEOPLE
    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("email", models.EmailField(max_length=254, unique=True)),
                ("name", models.CharField(max_length=120)),
                (
                    "role",
                    models.CharField(
                        choices=[("agent", "Agent"), ("lead", "Lead"), ("manager", "Manager"), ("admin", "Admin")],
                        default="agent",
                        max_length=10,
                    ),
                ),
                ("phone", models.CharField(blank=True, default="", max_length=40)),
                ("time_zone", models.CharField(blank=True, default="", max_length=60)),
                ("signature", models.TextField(blank=True, default="")),
                ("joined_at", models.DateTimeField()),
                ("left_at", models.DateTimeField(blank=True, null=True)),
                ("is_active", models.BooleanField(default=True)),
                (
                    "deputy",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "feed_key",
                    models.CharField(
                        blank=True, default="", help_text="opens their calendar feed; empty: none", max_length=43
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("role__in", ["agent", "lead", "manager", "admin"])),
                        name="person_role_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("is_active", True), ("left_at", None)),
                            models.Q(("is_active", False), ("left_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="person_left_or_active",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("deputy", None), models.Q(("deputy", models.F("pk")), _negated=True), _connector="OR"
                        ),
                        name="person_deputy_is_another",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("feed_key", ""), _negated=True),
                        fields=("feed_key",),
                        name="person_feed_key_once",
                    ),
                ],
            },
        ),
    ]
