"""What people practise and share, what customers let us note, saved replies, and who asked to see who wrote."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from amends.migrations._together import together


class Migration(migrations.Migration):
    dependencies = [
        ("amends", "0016_promise"),
    ]

    operations = together(
        [
            migrations.CreateModel(
                name="Consent",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("yes", models.BooleanField()),
                    ("words", models.TextField(blank=True, default="")),
                    ("said", models.TextField()),
                    (
                        "via",
                        models.CharField(
                            choices=[
                                ("email", "e-mail"),
                                ("phone", "phone"),
                                ("letter", "letter"),
                                ("visit", "visit"),
                                ("portal", "the portal"),
                                ("form", "the form"),
                                ("api", "the API"),
                            ],
                            max_length=10,
                        ),
                    ),
                    ("answered_at", models.DateTimeField()),
                    ("withdrawn_at", models.DateTimeField(null=True)),
                ],
            ),
            migrations.CreateModel(
                name="Rehearsal",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("complaint", models.CharField(max_length=40)),
                    ("words", models.TextField()),
                    (
                        "missing",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.CharField(max_length=40), default=list, size=None
                        ),
                    ),
                    (
                        "blocked",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.CharField(max_length=4), default=list, size=None
                        ),
                    ),
                    ("score", models.SmallIntegerField()),
                    ("answered_at", models.DateTimeField()),
                ],
            ),
            migrations.CreateModel(
                name="SavedReply",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("title", models.CharField(max_length=120)),
                    ("words", models.TextField()),
                    ("stage", models.CharField(max_length=20)),
                    (
                        "held",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.CharField(max_length=4), default=list, size=None
                        ),
                    ),
                    ("because", models.TextField(blank=True, default="")),
                    ("written_at", models.DateTimeField()),
                    ("retired_at", models.DateTimeField(null=True)),
                ],
            ),
            migrations.CreateModel(
                name="Sharing",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("shared_at", models.DateTimeField()),
                    ("ended_at", models.DateTimeField(null=True)),
                ],
            ),
            migrations.AddField(
                model_name="reading",
                name="shown_at",
                field=models.DateTimeField(
                    help_text="when somebody asked who wrote it before anybody looked at it", null=True
                ),
            ),
            migrations.AddField(
                model_name="reading",
                name="shown_by",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddConstraint(
                model_name="reading",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("shown_at", None), ("shown_by", None)),
                        models.Q(("shown_at__isnull", False), ("shown_by__isnull", False)),
                        _connector="OR",
                    ),
                    name="reading_shown_at_and_by",
                ),
            ),
            migrations.AddField(
                model_name="consent",
                name="case",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="consents", to="amends.case"
                ),
            ),
            migrations.AddField(
                model_name="consent",
                name="recorded_by",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="consent",
                name="withdrawn_by",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="rehearsal",
                name="person",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE, related_name="rehearsals", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="savedreply",
                name="overridden_by",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="savedreply",
                name="retired_by",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="savedreply",
                name="written_by",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="sharing",
                name="person",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE, related_name="sharings", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddConstraint(
                model_name="consent",
                constraint=models.CheckConstraint(
                    condition=models.Q(("via__in", ["email", "phone", "letter", "visit", "portal", "form", "api"])),
                    name="consent_via_known",
                ),
            ),
            migrations.AddConstraint(
                model_name="consent",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            ("withdrawn_at", None),
                            ("yes", True),
                            models.Q(("words", ""), _negated=True),
                            models.Q(("said", ""), _negated=True),
                        ),
                        models.Q(
                            ("withdrawn_at", None), ("words", ""), ("yes", False), models.Q(("said", ""), _negated=True)
                        ),
                        models.Q(("said", ""), ("withdrawn_at__isnull", False), ("words", ""), ("yes", True)),
                        _connector="OR",
                    ),
                    name="consent_words_while_it_stands",
                ),
            ),
            migrations.AddConstraint(
                model_name="consent",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("withdrawn_at", None), ("withdrawn_by", None)),
                        models.Q(
                            ("withdrawn_at__gte", models.F("answered_at")),
                            ("withdrawn_at__isnull", False),
                            ("withdrawn_by__isnull", False),
                        ),
                        _connector="OR",
                    ),
                    name="consent_withdrawn_pair",
                ),
            ),
            migrations.AddIndex(
                model_name="rehearsal",
                index=models.Index(fields=["person", "complaint", "id"], name="rehearsal_of_a_person"),
            ),
            migrations.AddConstraint(
                model_name="rehearsal",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("words", ""), _negated=True), models.Q(("complaint", ""), _negated=True)
                    ),
                    name="rehearsal_has_words",
                ),
            ),
            migrations.AddConstraint(
                model_name="rehearsal",
                constraint=models.CheckConstraint(
                    condition=models.Q(("score__gte", 0), ("score__lte", 100)), name="rehearsal_score_is_of_a_hundred"
                ),
            ),
            migrations.AddConstraint(
                model_name="savedreply",
                constraint=models.CheckConstraint(
                    condition=models.Q(models.Q(("title", ""), _negated=True), models.Q(("words", ""), _negated=True)),
                    name="saved_reply_has_words",
                ),
            ),
            migrations.AddConstraint(
                model_name="savedreply",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        ("stage__in", ["first_reply", "update", "offer", "refusal", "handoff", "follow_up"])
                    ),
                    name="saved_reply_stage_known",
                ),
            ),
            migrations.AddConstraint(
                model_name="savedreply",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("because", ""), ("held", []), ("overridden_by", None)),
                        models.Q(
                            models.Q(("held", []), _negated=True),
                            models.Q(("because", ""), _negated=True),
                            ("overridden_by__isnull", False),
                        ),
                        _connector="OR",
                    ),
                    name="saved_reply_overridden_with_a_reason",
                ),
            ),
            migrations.AddConstraint(
                model_name="savedreply",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("retired_at", None), ("retired_by", None)),
                        models.Q(("retired_at__isnull", False), ("retired_by__isnull", False)),
                        _connector="OR",
                    ),
                    name="saved_reply_retired_pair",
                ),
            ),
            migrations.AddConstraint(
                model_name="savedreply",
                constraint=models.UniqueConstraint(
                    condition=models.Q(("retired_at", None)), fields=("title",), name="saved_reply_title_once"
                ),
            ),
            migrations.AddConstraint(
                model_name="sharing",
                constraint=models.UniqueConstraint(
                    condition=models.Q(("ended_at", None)), fields=("person",), name="sharing_once_at_a_time"
                ),
            ),
            migrations.AddConstraint(
                model_name="sharing",
                constraint=models.CheckConstraint(
                    condition=models.Q(("ended_at", None), ("ended_at__gte", models.F("shared_at")), _connector="OR"),
                    name="sharing_ends_after_it_began",
                ),
            ),
        ]
    )
