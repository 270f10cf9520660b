"""Every other table of the desk, each whole: fields, constraints, indexes."""

import datetime
import uuid
from decimal import Decimal

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.expressions
import django.db.models.functions.datetime
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

import amends.cases.references
from amends.migrations._before import TABLES
from amends.migrations._together import together


class Migration(migrations.Migration):
    replaces = TABLES
    # What other apps have stands first: each of their steps would make our tables anew, which takes longer than all else here.
    dependencies = [
        ("amends", "0001_people"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("mfa", "0003_authenticator_type_uniq"),
    ]

    operations = together(
        [
            migrations.CreateModel(
                name="Entry",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("chain", models.BigIntegerField(default=0)),
                    ("seq", models.IntegerField(default=0, editable=False)),
                    ("at", models.DateTimeField(help_text="when it happened, as told by the edge")),
                    ("recorded_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ("deed", models.CharField(max_length=40)),
                    ("actor_kind", models.CharField(max_length=10)),
                    ("actor_id", models.BigIntegerField(null=True)),
                    ("actor_name", models.TextField()),
                    ("because", models.TextField(blank=True, default="")),
                    ("data", models.JSONField(default=dict)),
                    ("hash", models.BinaryField(default=b"", max_length=32)),
                ],
                options={
                    "indexes": [models.Index(fields=["deed", "at"], name="entry_deed_at")],
                    "constraints": [
                        models.UniqueConstraint(fields=("chain", "seq"), name="entry_seq_unique"),
                        models.CheckConstraint(
                            condition=models.Q(("actor_kind__in", ["person", "customer", "desk"])), name="entry_actor_kind_known"
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Head",
                fields=[
                    ("chain", models.BigIntegerField(primary_key=True, serialize=False)),
                    ("length", models.IntegerField()),
                    ("hash", models.BinaryField(max_length=32)),
                ],
            ),
            migrations.CreateModel(
                name="Household",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    (
                        "kind",
                        models.CharField(
                            choices=[("household", "household"), ("company", "company")], default="household", max_length=10
                        ),
                    ),
                    ("name", models.CharField(max_length=200)),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(condition=models.Q(("kind__in", ["household", "company"])), name="household_kind_known")
                    ]
                },
            ),
            migrations.CreateModel(
                name="Customer",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("name", models.CharField(blank=True, default="", max_length=200)),
                    ("language", models.CharField(blank=True, default="", max_length=16)),
                    ("time_zone", models.CharField(blank=True, default="", max_length=60)),
                    (
                        "preferred_channel",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("email", "e-mail"),
                                ("phone", "phone"),
                                ("letter", "letter"),
                                ("visit", "visit"),
                                ("portal", "the portal"),
                                ("form", "the form"),
                                ("api", "the API"),
                            ],
                            default="",
                            max_length=10,
                        ),
                    ),
                    (
                        "household",
                        models.ForeignKey(
                            blank=True, null=True, on_delete=models.PROTECT, related_name="members", to="amends.household"
                        ),
                    ),
                    ("key_customer", models.BooleanField(default=False)),
                    ("known_since", models.DateTimeField()),
                    (
                        "merged_into",
                        models.ForeignKey(
                            blank=True, null=True, on_delete=models.PROTECT, related_name="merged", to="amends.customer"
                        ),
                    ),
                    ("merged_at", models.DateTimeField(blank=True, null=True)),
                ],
                options={
                    "indexes": [
                        models.Index(django.db.models.functions.text.Lower("name"), name="customer_name_lower"),
                        models.Index(condition=models.Q(("key_customer", True)), fields=["id"], name="customer_key"),
                        django.contrib.postgres.indexes.GinIndex(
                            django.contrib.postgres.search.SearchVector("name", config="simple"), name="customer_name_words"
                        ),
                    ],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                ("preferred_channel__in", ["", "email", "phone", "letter", "visit", "portal", "form", "api"])
                            ),
                            name="customer_channel_known",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("merged_at", None), ("merged_into", None)),
                                models.Q(
                                    ("merged_at__isnull", False),
                                    ("merged_into__isnull", False),
                                    models.Q(("merged_into", models.F("pk")), _negated=True),
                                ),
                                _connector="OR",
                            ),
                            name="customer_merged_at_into_another",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="SignInLink",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("person", models.ForeignKey(on_delete=models.CASCADE, related_name="sign_in_links", to=settings.AUTH_USER_MODEL)),
                    ("secret_hash", models.BinaryField(max_length=32, unique=True)),
                    ("made_at", models.DateTimeField()),
                    ("expires_at", models.DateTimeField()),
                    ("used_at", models.DateTimeField(null=True)),
                ],
            ),
            migrations.CreateModel(
                name="Absence",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("person", models.ForeignKey(on_delete=models.PROTECT, related_name="absences", to=settings.AUTH_USER_MODEL)),
                    ("starts_at", models.DateTimeField()),
                    ("ends_at", models.DateTimeField(null=True)),
                    ("deputy", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("recorded_at", models.DateTimeField()),
                    (
                        "recorded_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("swept_at", models.DateTimeField(help_text="when what was theirs found somebody present", null=True)),
                    ("returned_at", models.DateTimeField(help_text="when what was given away was offered back", null=True)),
                    ("cancelled_at", models.DateTimeField(null=True)),
                ],
                options={
                    "indexes": [
                        models.Index(
                            condition=models.Q(("cancelled_at", None), ("swept_at", None)),
                            fields=["starts_at"],
                            name="absence_to_sweep",
                        ),
                        models.Index(
                            condition=models.Q(("cancelled_at", None), ("returned_at", None)),
                            fields=["ends_at"],
                            name="absence_to_return",
                        ),
                    ],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("ends_at", None), ("ends_at__gt", models.F("starts_at")), _connector="OR"),
                            name="absence_ends_after_it_begins",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("deputy", None), models.Q(("deputy", models.F("person")), _negated=True), _connector="OR"
                            ),
                            name="absence_deputy_is_somebody_else",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("swept_at", None), ("swept_at__gte", models.F("starts_at")), _connector="OR"),
                            name="absence_swept_after_it_began",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Site",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("name", models.CharField(max_length=80, unique=True)),
                    ("calendar", models.JSONField()),
                ],
            ),
            migrations.CreateModel(
                name="Queue",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("name", models.CharField(max_length=80, unique=True)),
                    ("is_default", models.BooleanField(default=False)),
                    (
                        "site",
                        models.ForeignKey(blank=True, null=True, on_delete=models.PROTECT, related_name="queues", to="amends.site"),
                    ),
                    (
                        "calendar",
                        models.JSONField(blank=True, help_text="hours of its own; else those of its site, or the house's", null=True),
                    ),
                    (
                        "jurisdiction",
                        models.CharField(blank=True, default="", help_text="whose packs govern its cases", max_length=40),
                    ),
                    ("product", models.CharField(blank=True, default="", max_length=80)),
                    ("members", models.ManyToManyField(blank=True, related_name="queues", to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    "constraints": [
                        models.UniqueConstraint(
                            condition=models.Q(("is_default", True)), fields=("is_default",), name="queue_one_default"
                        )
                    ]
                },
            ),
            migrations.CreateModel(
                name="Case",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("reference", models.CharField(default=amends.cases.references.draw, editable=False, max_length=12, unique=True)),
                    ("customer", models.ForeignKey(on_delete=models.PROTECT, related_name="cases", to="amends.customer")),
                    (
                        "origin",
                        models.CharField(
                            choices=[
                                ("complaint", "they told us"),
                                ("signal", "an unhappy sign"),
                                ("disclosure", "we told them"),
                                ("win_back", "winning back"),
                            ],
                            default="complaint",
                            max_length=12,
                        ),
                    ),
                    (
                        "channel",
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
                    ("subject", models.CharField(blank=True, default="", max_length=300)),
                    ("received_at", models.DateTimeField()),
                    ("opened_at", models.DateTimeField()),
                    (
                        "stage",
                        models.CharField(
                            choices=[
                                ("new", "new"),
                                ("listening", "listening"),
                                ("understood", "understood"),
                                ("agreed", "agreed"),
                                ("acting", "acting"),
                                ("resolved", "resolved"),
                                ("closed", "closed"),
                            ],
                            default="new",
                            max_length=12,
                        ),
                    ),
                    (
                        "severity",
                        models.SmallIntegerField(choices=[(1, "critical"), (2, "high"), (3, "medium"), (4, "low")], default=3),
                    ),
                    (
                        "owner",
                        models.ForeignKey(
                            blank=True, null=True, on_delete=models.PROTECT, related_name="cases", to=settings.AUTH_USER_MODEL
                        ),
                    ),
                    ("queue", models.ForeignKey(on_delete=models.PROTECT, related_name="cases", to="amends.queue")),
                    ("restricted", models.BooleanField(default=False)),
                    (
                        "packs",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.CharField(max_length=60),
                            blank=True,
                            default=list,
                            help_text="the policy it began under",
                            size=None,
                        ),
                    ),
                    ("product", models.CharField(blank=True, default="", help_text="as policy names it", max_length=80)),
                    (
                        "cadence",
                        models.CharField(blank=True, default="", help_text="how often they chose to hear from us", max_length=40),
                    ),
                    (
                        "pace",
                        models.SmallIntegerField(
                            db_default=100, default=100, help_text="after which share of policy's time they hear again, in hundredths"
                        ),
                    ),
                    (
                        "merged_into",
                        models.ForeignKey(blank=True, null=True, on_delete=models.PROTECT, related_name="merged", to="amends.case"),
                    ),
                    ("round", models.SmallIntegerField(default=1, help_text="counts up each time the case is reopened")),
                    ("heard_at", models.DateTimeField(blank=True, help_text="their story was heard to its end", null=True)),
                    (
                        "heard_by",
                        models.ForeignKey(
                            blank=True, null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                        ),
                    ),
                    ("safety_at", models.DateTimeField(blank=True, help_text="since when somebody may come to harm by it", null=True)),
                    (
                        "spokesperson",
                        models.ForeignKey(
                            blank=True,
                            db_index=False,
                            help_text="who alone speaks for the house while that lasts",
                            null=True,
                            on_delete=models.PROTECT,
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                        ),
                    ),
                    ("customer_spoke_at", models.DateTimeField(help_text="their last word to us")),
                    (
                        "human_spoke_at",
                        models.DateTimeField(blank=True, help_text="when a human of ours last told them something", null=True),
                    ),
                    (
                        "waiting_since",
                        models.DateTimeField(blank=True, help_text="since when they wait for an answer of ours", null=True),
                    ),
                    (
                        "ending",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("satisfied", "satisfied"),
                                ("unconfirmed", "unconfirmed"),
                                ("declined", "declined"),
                                ("withdrawn", "withdrawn"),
                                ("lost", "lost"),
                                ("merged", "merged into another case"),
                            ],
                            default="",
                            max_length=12,
                        ),
                    ),
                    ("closed_at", models.DateTimeField(blank=True, null=True)),
                    (
                        "source",
                        models.CharField(blank=True, default="", help_text="which import or system it came from", max_length=80),
                    ),
                    ("source_id", models.CharField(blank=True, default="", help_text="its number there", max_length=200)),
                ],
                options={
                    "indexes": [
                        models.Index(
                            condition=models.Q(("stage", "new"), models.Q(("origin", "disclosure"), _negated=True)),
                            fields=["received_at", "id"],
                            name="case_unanswered",
                        ),
                        models.Index(
                            condition=models.Q(("stage", "new"), models.Q(("origin", "disclosure"), _negated=True)),
                            fields=["owner", "received_at", "id"],
                            name="case_unanswered_mine",
                        ),
                        models.Index(
                            condition=models.Q(("stage", "new"), models.Q(("origin", "disclosure"), _negated=True), ("owner", None)),
                            fields=["received_at", "id"],
                            name="case_unanswered_nobodys",
                        ),
                        models.Index(
                            condition=models.Q(("waiting_since__isnull", False), models.Q(("stage", "new"), _negated=True)),
                            fields=["waiting_since", "id"],
                            name="case_waiting",
                        ),
                        models.Index(
                            condition=models.Q(("waiting_since__isnull", False), models.Q(("stage", "new"), _negated=True)),
                            fields=["owner", "waiting_since", "id"],
                            name="case_waiting_mine",
                        ),
                        models.Index(
                            condition=models.Q(
                                ("owner", None), ("waiting_since__isnull", False), models.Q(("stage", "new"), _negated=True)
                            ),
                            fields=["waiting_since", "id"],
                            name="case_waiting_nobodys",
                        ),
                        models.Index(fields=["-received_at", "-id"], name="case_recent"),
                        models.Index(
                            condition=models.Q(("owner", None), models.Q(("stage__in", ["new", "closed"]), _negated=True)),
                            fields=["id"],
                            include=("restricted",),
                            name="case_nobodys",
                        ),
                        models.Index(
                            condition=models.Q(("stage", "closed"), _negated=True), fields=["owner", "-received_at"], name="case_mine"
                        ),
                        models.Index(
                            condition=models.Q(("stage", "closed"), _negated=True), fields=["received_at", "id"], name="case_by_age"
                        ),
                        models.Index(
                            condition=models.Q(("ending__in", ["satisfied", "unconfirmed"])),
                            fields=["-closed_at", "-id"],
                            name="case_ended_well",
                        ),
                    ],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                ("stage__in", ["new", "listening", "understood", "agreed", "acting", "resolved", "closed"])
                            ),
                            name="case_stage_known",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("origin__in", ["complaint", "signal", "disclosure", "win_back"])),
                            name="case_origin_known",
                        ),
                        models.CheckConstraint(condition=models.Q(("severity__in", [1, 2, 3, 4])), name="case_severity_known"),
                        models.CheckConstraint(
                            condition=models.Q(("channel__in", ["email", "phone", "letter", "visit", "portal", "form", "api"])),
                            name="case_channel_known",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("pace__gte", 25), ("pace__lte", 100)), name="case_pace_never_below_policy"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(
                                    ("closed_at__isnull", False),
                                    ("ending__in", ["satisfied", "unconfirmed", "declined", "withdrawn", "lost", "merged"]),
                                    ("stage", "closed"),
                                ),
                                models.Q(models.Q(("stage", "closed"), _negated=True), ("closed_at", None), ("ending", "")),
                                _connector="OR",
                            ),
                            name="case_closed_has_ending",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("ending", "merged"), ("merged_into__isnull", False)),
                                models.Q(models.Q(("ending", "merged"), _negated=True), ("merged_into", None)),
                                _connector="OR",
                            ),
                            name="case_merged_into_another",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("merged_into", models.F("pk")), _negated=True), name="case_merged_elsewhere"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("merged_into", None), ("waiting_since", None), _connector="OR"),
                            name="case_merged_waits_for_nothing",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("opened_at__gte", models.F("received_at"))), name="case_received_before_opened"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("heard_at", None), ("heard_by", None)),
                                models.Q(("heard_at__isnull", False), ("heard_by__isnull", False)),
                                _connector="OR",
                            ),
                            name="case_heard_at_and_by",
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("source_id", ""), _negated=True),
                            fields=("source", "source_id"),
                            name="case_source_once",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Closure",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(on_delete=models.PROTECT, related_name="closures", to="amends.case")),
                    (
                        "ending",
                        models.CharField(
                            choices=[
                                ("satisfied", "satisfied"),
                                ("unconfirmed", "unconfirmed"),
                                ("declined", "declined"),
                                ("withdrawn", "withdrawn"),
                                ("lost", "lost"),
                                ("merged", "merged into another case"),
                            ],
                            max_length=12,
                        ),
                    ),
                    ("because", models.TextField(blank=True, default="")),
                    ("instead", models.TextField(blank=True, default="", help_text="what can be done for them all the same")),
                    ("closed_at", models.DateTimeField()),
                    (
                        "closed_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    (
                        "second_reader",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("reopened_at", models.DateTimeField(null=True)),
                ],
                options={
                    "constraints": [
                        models.UniqueConstraint(
                            condition=models.Q(("reopened_at", None)), fields=("case",), name="closure_one_standing"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("ending__in", ["satisfied", "unconfirmed", "declined", "withdrawn", "lost", "merged"])
                            ),
                            name="closure_ending_known",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("ending", "declined"), _negated=True),
                                models.Q(
                                    models.Q(("because", ""), _negated=True),
                                    ("closed_by__isnull", False),
                                    ("second_reader__isnull", False),
                                    models.Q(("second_reader", models.F("closed_by")), _negated=True),
                                ),
                                _connector="OR",
                            ),
                            name="closure_declined_read_twice",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("ending__in", ["withdrawn", "lost"]), _negated=True),
                                models.Q(("because", ""), _negated=True),
                                _connector="OR",
                            ),
                            name="closure_has_grounds",
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Overrule",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(on_delete=models.PROTECT, related_name="overrules", to="amends.case")),
                    ("round", models.SmallIntegerField()),
                    ("step", models.CharField(max_length=20)),
                    ("because", models.TextField()),
                    ("overruled_at", models.DateTimeField()),
                    ("overruled_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    "constraints": [
                        models.UniqueConstraint(fields=("case", "round", "step"), name="overrule_once_a_round"),
                        models.CheckConstraint(condition=models.Q(("because", ""), _negated=True), name="overrule_has_reason"),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Advice",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("message", models.OneToOneField(on_delete=models.PROTECT, related_name="advice", to="amends.message")),
                    ("score", models.SmallIntegerField()),
                    (
                        "checks",
                        django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=4), default=list, size=None),
                    ),
                    (
                        "held",
                        django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=4), default=list, size=None),
                    ),
                    ("because", models.TextField(blank=True, default="")),
                    (
                        "overridden_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                ],
                options={
                    "indexes": [
                        models.Index(condition=models.Q(("held", []), _negated=True), fields=["id"], name="advice_overridden")
                    ],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("score__gte", 0), ("score__lte", 100)), name="advice_score_is_of_a_hundred"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("because", ""), ("held", []), ("overridden_by", None)),
                                models.Q(
                                    models.Q(("held", []), _negated=True),
                                    models.Q(("because", ""), _negated=True),
                                    ("overridden_by__isnull", False),
                                ),
                                _connector="OR",
                            ),
                            name="advice_overridden_with_a_reason",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("held__contained_by", models.F("checks"))), name="advice_held_was_found"
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Address",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("customer", models.ForeignKey(on_delete=models.PROTECT, related_name="addresses", to="amends.customer")),
                    ("kind", models.CharField(choices=[("email", "e-mail"), ("phone", "phone"), ("post", "post")], max_length=10)),
                    ("value", models.CharField(max_length=320)),
                    ("normal", models.CharField(max_length=320)),
                    ("added_at", models.DateTimeField()),
                    ("failed_at", models.DateTimeField(blank=True, null=True)),
                    ("failure", models.TextField(blank=True, default="")),
                    ("retired_at", models.DateTimeField(blank=True, null=True)),
                ],
                options={
                    "indexes": [
                        models.Index(
                            django.contrib.postgres.indexes.OpClass("normal", "varchar_pattern_ops"),
                            condition=models.Q(("retired_at", None)),
                            name="address_begins",
                        )
                    ],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("kind__in", ["email", "phone", "post"])), name="address_kind_known"
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("retired_at", None)), fields=("kind", "normal"), name="address_one_standing_owner"
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Problem",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("title", models.CharField(max_length=200)),
                    ("what_happened", models.TextField(help_text="two plain sentences at most")),
                    ("knew_at", models.DateTimeField()),
                    (
                        "found_by",
                        models.CharField(
                            choices=[
                                ("staff", "somebody of ours"),
                                ("supplier", "a supplier"),
                                ("theme", "a theme in complaints"),
                                ("monitoring", "our monitoring"),
                            ],
                            max_length=10,
                        ),
                    ),
                    ("severity", models.SmallIntegerField(choices=[(1, "critical"), (2, "high"), (3, "medium"), (4, "low")])),
                    (
                        "cause",
                        models.CharField(
                            choices=[
                                ("unknown", "not known yet"),
                                ("suspected", "suspected"),
                                ("known", "known"),
                                ("removed", "known and removed"),
                            ],
                            default="unknown",
                            max_length=10,
                        ),
                    ),
                    ("course", models.TextField(blank=True, default="", help_text="what we do about it")),
                    ("next_news_at", models.DateTimeField(null=True)),
                    ("last_news_at", models.DateTimeField(null=True)),
                    (
                        "owner",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="problems", to=settings.AUTH_USER_MODEL),
                    ),
                    ("queue", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to="amends.queue")),
                    ("decide_by", models.DateTimeField(help_text="by when somebody decides whether to tell")),
                    ("told_at", models.DateTimeField(null=True)),
                    ("mass_at", models.DateTimeField(help_text="since when there are too many to call", null=True)),
                    ("safety_at", models.DateTimeField(null=True)),
                    ("opened_at", models.DateTimeField()),
                    (
                        "opened_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("closed_at", models.DateTimeField(null=True)),
                    (
                        "closed_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("source", models.CharField(blank=True, default="", max_length=80)),
                    (
                        "source_id",
                        models.CharField(blank=True, default="", help_text="its number in the system that found it", max_length=200),
                    ),
                ],
                options={
                    "indexes": [models.Index(condition=models.Q(("closed_at", None)), fields=["knew_at", "id"], name="problem_open")],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(models.Q(("title", ""), _negated=True), models.Q(("what_happened", ""), _negated=True)),
                            name="problem_says_what_happened",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("found_by__in", ["staff", "supplier", "theme", "monitoring"])),
                            name="problem_found_by_known",
                        ),
                        models.CheckConstraint(condition=models.Q(("severity__in", [1, 2, 3, 4])), name="problem_severity_known"),
                        models.CheckConstraint(
                            condition=models.Q(("cause__in", ["unknown", "suspected", "known", "removed"])), name="problem_cause_known"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("knew_at__lte", models.F("opened_at"))), name="problem_known_before_opened"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("closed_at", None), ("closed_by", None)),
                                models.Q(("closed_at__isnull", False), ("closed_by__isnull", False)),
                                _connector="OR",
                            ),
                            name="problem_closed_at_and_by",
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("source_id", ""), _negated=True),
                            fields=("source", "source_id"),
                            name="problem_source_once",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Listing",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("problem", models.ForeignKey(on_delete=models.PROTECT, related_name="listings", to="amends.problem")),
                    ("name", models.CharField(max_length=200)),
                    ("lines", models.IntegerField()),
                    ("people", models.IntegerField(help_text="lines that brought somebody new")),
                    (
                        "same_contact",
                        models.IntegerField(help_text="lines of somebody on another line of the list, by e-mail or phone"),
                    ),
                    ("same_household", models.IntegerField(help_text="lines of the same household as another line")),
                    ("known", models.IntegerField(help_text="lines of somebody who was known to be affected before")),
                    ("no_contact", models.IntegerField(help_text="of the people, those without a usable contact")),
                    ("added_at", models.DateTimeField()),
                    (
                        "added_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                (
                                    "lines",
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.expressions.CombinedExpression(
                                            django.db.models.expressions.CombinedExpression(
                                                models.F("people"), "+", models.F("same_contact")
                                            ),
                                            "+",
                                            models.F("same_household"),
                                        ),
                                        "+",
                                        models.F("known"),
                                    ),
                                )
                            ),
                            name="listing_adds_up",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("no_contact__lte", models.F("people"))), name="listing_no_contact_of_people"
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Affected",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    (
                        "problem",
                        models.ForeignKey(db_index=False, on_delete=models.PROTECT, related_name="affected", to="amends.problem"),
                    ),
                    (
                        "listing",
                        models.ForeignKey(
                            db_index=False, null=True, on_delete=models.PROTECT, related_name="affected", to="amends.listing"
                        ),
                    ),
                    (
                        "via",
                        models.CharField(
                            choices=[("list", "a list"), ("records", "our own records"), ("case", "a case of theirs")], max_length=8
                        ),
                    ),
                    ("name", models.CharField(blank=True, default="", max_length=200)),
                    ("email", models.CharField(blank=True, default="", max_length=320)),
                    ("phone", models.CharField(blank=True, default="", max_length=320)),
                    ("household", models.CharField(blank=True, default="", max_length=200)),
                    ("time_zone", models.CharField(blank=True, default="", max_length=60)),
                    ("key_customer", models.BooleanField(default=False)),
                    ("lines", models.IntegerField(default=0)),
                    ("facts", models.JSONField(default=list)),
                    (
                        "customer",
                        models.ForeignKey(
                            db_index=False, null=True, on_delete=models.PROTECT, related_name="affected_by", to="amends.customer"
                        ),
                    ),
                    (
                        "case",
                        models.ForeignKey(
                            db_index=False, null=True, on_delete=models.PROTECT, related_name="affected", to="amends.case"
                        ),
                    ),
                    ("found_it", models.BooleanField(default=False)),
                    ("added_at", models.DateTimeField()),
                    (
                        "linked_at",
                        models.DateTimeField(help_text="when somebody confirmed that their case is of this problem", null=True),
                    ),
                    (
                        "linked_by",
                        models.ForeignKey(
                            db_index=False, null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                        ),
                    ),
                    ("unreachable_at", models.DateTimeField(null=True)),
                    ("unreachable_because", models.TextField(blank=True, default="")),
                ],
                options={
                    "verbose_name_plural": "affected",
                    "indexes": [
                        models.Index(fields=["problem", "id"], name="affected_of_problem"),
                        models.Index(condition=models.Q(("customer__isnull", False)), fields=["customer"], name="affected_customer"),
                        models.Index(
                            condition=models.Q(("phone", ""), _negated=True), fields=["problem", "phone"], name="affected_phone"
                        ),
                        models.Index(
                            condition=models.Q(("household", ""), _negated=True),
                            fields=["problem", "household"],
                            name="affected_household",
                        ),
                    ],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("via__in", ["list", "records", "case"])), name="affected_via_known"
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("case__isnull", False)), fields=("case", "problem"), name="affected_one_a_case"
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("email", ""), _negated=True), fields=("problem", "email"), name="affected_one_an_email"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("unreachable_at", None), ("unreachable_because", "")),
                                models.Q(("unreachable_at__isnull", False), models.Q(("unreachable_because", ""), _negated=True)),
                                _connector="OR",
                            ),
                            name="affected_unreachable_with_a_reason",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("linked_at", None), ("linked_by", None)),
                                models.Q(("linked_at__isnull", False), ("linked_by__isnull", False)),
                                _connector="OR",
                            ),
                            name="affected_linked_at_and_by",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(models.Q(("via", "case"), _negated=True), ("case__isnull", False), _connector="OR"),
                            name="affected_by_a_case_has_one",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Purse",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    (
                        "role",
                        models.CharField(
                            choices=[("agent", "Agent"), ("lead", "Lead"), ("manager", "Manager"), ("admin", "Admin")], max_length=10
                        ),
                    ),
                    ("currency", models.CharField(max_length=3)),
                    ("begins", models.DateField()),
                    ("cap", models.DecimalField(decimal_places=2, max_digits=14)),
                    ("spent", models.DecimalField(decimal_places=2, default=Decimal("0"), max_digits=14)),
                ],
                options={
                    "constraints": [
                        models.UniqueConstraint(fields=("role", "currency", "begins"), name="purse_one_a_period"),
                        models.CheckConstraint(
                            condition=models.Q(("role__in", ["agent", "lead", "manager", "admin"])), name="purse_role_known"
                        ),
                        models.CheckConstraint(condition=models.Q(("spent__gte", 0)), name="purse_spent_not_below_nought"),
                        models.CheckConstraint(condition=models.Q(("spent__lte", models.F("cap"))), name="purse_within_its_cap"),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Spend",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(on_delete=models.PROTECT, related_name="spends", to="amends.case")),
                    ("amount", models.DecimalField(decimal_places=2, max_digits=12)),
                    ("currency", models.CharField(max_length=3)),
                    (
                        "role",
                        models.CharField(
                            choices=[("agent", "Agent"), ("lead", "Lead"), ("manager", "Manager"), ("admin", "Admin")], max_length=10
                        ),
                    ),
                    ("policy", models.TextField(blank=True, default="")),
                    ("purse", models.ForeignKey(on_delete=models.PROTECT, related_name="spends", to="amends.purse")),
                    ("taken_at", models.DateTimeField()),
                    (
                        "taken_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("released_at", models.DateTimeField(null=True)),
                    (
                        "redress",
                        models.ForeignKey(
                            db_index=False,
                            help_text="where everybody of a problem was given the same, under one approval",
                            null=True,
                            on_delete=models.PROTECT,
                            related_name="spends",
                            to="amends.redress",
                        ),
                    ),
                    ("case_total", models.DecimalField(decimal_places=2, max_digits=14)),
                    ("case_cap", models.DecimalField(decimal_places=2, max_digits=14)),
                    ("customer_total", models.DecimalField(decimal_places=2, max_digits=14)),
                    ("customer_cap", models.DecimalField(decimal_places=2, max_digits=14)),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(condition=models.Q(("amount__gte", 0)), name="spend_not_negative"),
                        models.CheckConstraint(
                            condition=models.Q(("case_total__lte", models.F("case_cap"))), name="spend_within_the_cap_of_a_case"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("customer_total__lte", models.F("customer_cap"))),
                            name="spend_within_the_cap_of_a_customer",
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Remedy",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("name", models.CharField(max_length=120)),
                    (
                        "kind",
                        models.CharField(
                            choices=[
                                ("apology", "apology"),
                                ("personal contact", "personal contact"),
                                ("recognition", "recognition"),
                                ("refund", "refund"),
                                ("credit", "credit"),
                                ("fee waived", "fee waived"),
                                ("replacement", "replacement"),
                                ("missing part", "missing part"),
                                ("redo", "redo"),
                                ("delivery", "delivery"),
                                ("we do the rest", "we do the rest"),
                                ("correction", "correction"),
                                ("discount", "discount"),
                                ("visit", "visit"),
                                ("gift card", "gift card"),
                                ("handwritten note", "handwritten note"),
                                ("refer elsewhere", "refer elsewhere"),
                                ("something of its own", "something of its own"),
                            ],
                            max_length=24,
                        ),
                    ),
                    ("about", models.TextField(blank=True, default="", help_text="what the customer reads")),
                    (
                        "failures",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.CharField(max_length=4), blank=True, default=list, size=None
                        ),
                    ),
                    ("currency", models.CharField(default="GBP", max_length=3)),
                    ("worth", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                    ("cost", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                    ("worth_share", models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True)),
                    ("cost_share", models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True)),
                    ("charge", models.DecimalField(decimal_places=2, default=Decimal("0"), max_digits=12)),
                    ("conditions", models.TextField(blank=True, default="")),
                    ("customer_work", models.TextField(blank=True, default="", help_text="what they would have to do")),
                    (
                        "questions",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.CharField(max_length=200), blank=True, default=list, size=None
                        ),
                    ),
                    ("stock", models.IntegerField(blank=True, null=True)),
                    ("valid_from", models.DateField()),
                    ("valid_to", models.DateField(blank=True, null=True)),
                    ("lead_hours", models.IntegerField(default=24)),
                    (
                        "way",
                        models.CharField(
                            choices=[
                                ("hand", "by hand, with evidence"),
                                ("csv", "by finance, from a list"),
                                ("supplier", "by a supplier, asked by mail"),
                                ("stripe", "by Stripe, back to their card"),
                                ("code", "a code from the pool"),
                            ],
                            default="hand",
                            max_length=8,
                        ),
                    ),
                    ("supplier", models.EmailField(blank=True, default="", max_length=254)),
                    ("travels", models.BooleanField(default=False)),
                    ("own_words", models.BooleanField(default=False)),
                    ("added_at", models.DateTimeField()),
                    ("added_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    "indexes": [models.Index(fields=["currency", "valid_from"], name="remedy_standing")],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                (
                                    "kind__in",
                                    [
                                        "apology",
                                        "personal contact",
                                        "recognition",
                                        "refund",
                                        "credit",
                                        "fee waived",
                                        "replacement",
                                        "missing part",
                                        "redo",
                                        "delivery",
                                        "we do the rest",
                                        "correction",
                                        "discount",
                                        "visit",
                                        "gift card",
                                        "handwritten note",
                                        "refer elsewhere",
                                        "something of its own",
                                    ],
                                )
                            ),
                            name="remedy_kind_known",
                        ),
                        models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="remedy_has_a_name"),
                        models.CheckConstraint(condition=models.Q(("charge", 0)), name="remedy_never_charges_the_customer"),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("cost__gte", 0), ("cost_share", None), ("worth__gte", 0), ("worth_share", None)),
                                models.Q(("cost", None), ("cost_share__gte", 0), ("worth", None), ("worth_share__gt", 0)),
                                _connector="OR",
                            ),
                            name="remedy_worth_is_fixed_or_a_share",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("stock", None), ("stock__gte", 0), _connector="OR"),
                            name="remedy_stock_not_below_nought",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("currency__regex", "^[A-Z]{3}$")), name="remedy_currency_of_three_letters"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("valid_to", None), ("valid_to__gt", models.F("valid_from")), _connector="OR"),
                            name="remedy_ends_after_it_begins",
                        ),
                        models.CheckConstraint(condition=models.Q(("lead_hours__gte", 0)), name="remedy_takes_some_time"),
                        models.CheckConstraint(
                            condition=models.Q(("way__in", ["hand", "csv", "supplier", "stripe", "code"])), name="remedy_way_known"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("way", "supplier"), _negated=True),
                                models.Q(("supplier", ""), _negated=True),
                                _connector="OR",
                            ),
                            name="remedy_names_its_supplier",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("kind__in", ("apology", "personal contact", "recognition")), _negated=True),
                                ("worth", 0),
                                _connector="OR",
                            ),
                            name="remedy_words_have_no_price",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Deadline",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(on_delete=models.PROTECT, related_name="deadlines", to="amends.case")),
                    (
                        "kind",
                        models.CharField(
                            choices=[
                                ("acknowledgement", "an acknowledgement"),
                                ("first_answer", "a first answer"),
                                ("inbound", "opening what they sent"),
                                ("next_update", "the next update"),
                                ("call_back", "a call-back"),
                                ("promise", "a promise"),
                                ("ask", "an answer from a colleague"),
                                ("check", "checking what a colleague did"),
                                ("approval", "an approval"),
                                ("task", "something to see to"),
                                ("corrective", "a change so that it stops"),
                                ("handoff", "taking over the case"),
                                ("stand_in", "telling them who stands in"),
                                ("follow_up_mail", "the follow-up mail"),
                                ("follow_up_call", "the follow-up call"),
                                ("patience", "the end of the wait for their answer"),
                                ("holding", "a holding response"),
                                ("final", "the final response"),
                                ("stage_1", "the stage 1 response"),
                                ("stage_2", "the stage 2 response"),
                                ("summary", "the summary of the resolution"),
                                ("report", "a report to the regulator"),
                            ],
                            max_length=16,
                        ),
                    ),
                    ("due_at", models.DateTimeField()),
                    ("warn_at", models.DateTimeField(null=True)),
                    ("wake_at", models.DateTimeField(editable=False, null=True)),
                    ("told", models.SmallIntegerField(default=0, editable=False)),
                    ("policy", models.TextField(blank=True, default="")),
                    ("set_at", models.DateTimeField()),
                    ("met_at", models.DateTimeField(null=True)),
                    ("missed_at", models.DateTimeField(null=True)),
                    ("void_at", models.DateTimeField(null=True)),
                    (
                        "set_in",
                        models.ForeignKey(
                            db_index=False, editable=False, null=True, on_delete=models.PROTECT, related_name="+", to="amends.message"
                        ),
                    ),
                    (
                        "met_in",
                        models.ForeignKey(
                            db_index=False, editable=False, null=True, on_delete=models.PROTECT, related_name="+", to="amends.message"
                        ),
                    ),
                    (
                        "assignee",
                        models.ForeignKey(
                            db_index=False, null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                        ),
                    ),
                    (
                        "owner",
                        models.ForeignKey(
                            db_index=False,
                            editable=False,
                            help_text="who must do it: the assignee, else the owner of the case; kept by the database alone",
                            null=True,
                            on_delete=models.PROTECT,
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                        ),
                    ),
                ],
                options={
                    "indexes": [
                        models.Index(
                            condition=models.Q(("met_at", None), ("void_at", None)),
                            fields=["due_at", "id"],
                            name="deadline_outstanding",
                        ),
                        models.Index(
                            condition=models.Q(("met_at", None), ("void_at", None), ("wake_at__isnull", False)),
                            fields=["wake_at", "id"],
                            name="deadline_wakes",
                        ),
                        models.Index(
                            condition=models.Q(("met_at", None), ("void_at", None)), fields=["case"], name="deadline_of_case"
                        ),
                        models.Index(
                            condition=models.Q(("met_at", None), ("void_at", None)),
                            fields=["owner", "kind", "due_at", "id"],
                            name="deadline_mine_of_a_kind",
                        ),
                        models.Index(
                            condition=models.Q(("met_at", None), ("void_at", None), ("owner", None)),
                            fields=["kind", "due_at", "id"],
                            name="deadline_nobodys",
                        ),
                        models.Index(
                            condition=models.Q(("met_at", None), ("void_at", None)),
                            fields=["kind", "due_at", "id"],
                            name="deadline_of_a_kind",
                        ),
                    ],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                (
                                    "kind__in",
                                    [
                                        "acknowledgement",
                                        "first_answer",
                                        "inbound",
                                        "next_update",
                                        "call_back",
                                        "promise",
                                        "ask",
                                        "check",
                                        "approval",
                                        "task",
                                        "corrective",
                                        "handoff",
                                        "stand_in",
                                        "follow_up_mail",
                                        "follow_up_call",
                                        "patience",
                                        "holding",
                                        "final",
                                        "stage_1",
                                        "stage_2",
                                        "summary",
                                        "report",
                                    ],
                                )
                            ),
                            name="deadline_kind_known",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("met_at", None), ("void_at", None), _connector="OR"), name="deadline_met_or_void"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("met_in", None), ("met_at__isnull", False), _connector="OR"),
                            name="deadline_met_in_a_letter",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("missed_at", None), ("missed_at__gte", models.F("due_at")), _connector="OR"),
                            name="deadline_missed_after_due",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("warn_at", None), ("warn_at__lte", models.F("due_at")), _connector="OR"),
                            name="deadline_warns_before_due",
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(
                                ("met_at", None),
                                ("void_at", None),
                                models.Q(
                                    ("kind__in", ("promise", "call_back", "ask", "check", "approval", "task", "corrective", "report")),
                                    _negated=True,
                                ),
                            ),
                            fields=("case", "kind"),
                            name="deadline_one_of_a_kind",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Redress",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("problem", models.ForeignKey(on_delete=models.PROTECT, related_name="redress", to="amends.problem")),
                    ("remedy", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to="amends.remedy")),
                    ("failure", models.CharField(blank=True, db_default="", default="", max_length=4)),
                    ("words", models.TextField()),
                    ("worth", models.DecimalField(db_default=Decimal("0"), decimal_places=2, default=Decimal("0"), max_digits=12)),
                    ("cost", models.DecimalField(decimal_places=2, help_text="of each", max_digits=12)),
                    ("currency", models.CharField(max_length=3)),
                    ("people", models.IntegerField()),
                    ("proposed_at", models.DateTimeField()),
                    ("proposed_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("approved_at", models.DateTimeField(null=True)),
                    (
                        "approved_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("purse", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to="amends.purse")),
                    (
                        "policy",
                        models.TextField(blank=True, db_default="", default="", help_text="the row its approver's authority is from"),
                    ),
                    ("case_cap", models.DecimalField(db_default=Decimal("0"), decimal_places=2, default=Decimal("0"), max_digits=14)),
                    (
                        "customer_cap",
                        models.DecimalField(db_default=Decimal("0"), decimal_places=2, default=Decimal("0"), max_digits=14),
                    ),
                    ("put_aside", models.DecimalField(db_default=Decimal("0"), decimal_places=2, default=Decimal("0"), max_digits=14)),
                    ("given", models.IntegerField(db_default=0, default=0)),
                    ("beyond", models.IntegerField(db_default=0, default=0)),
                    ("evidence", models.TextField(blank=True, db_default="", default="", help_text="how we know that it was done")),
                    ("more", models.BooleanField(db_default=False, default=False)),
                    ("done_at", models.DateTimeField(null=True)),
                    ("doer", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("ended_at", models.DateTimeField(null=True)),
                    (
                        "ended_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                ],
                options={
                    "verbose_name_plural": "redress",
                    "indexes": [models.Index(condition=models.Q(("more", True)), fields=["id"], name="redress_goes_on")],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("cost__gte", 0), ("put_aside__gte", 0), ("worth__gte", 0)), name="redress_not_negative"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("approved_at", None), ("approved_by", None)),
                                models.Q(
                                    ("approved_at__isnull", False),
                                    ("approved_by__isnull", False),
                                    models.Q(("approved_by", models.F("proposed_by")), _negated=True),
                                ),
                                _connector="OR",
                            ),
                            name="redress_approved_by_another",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("done_at", None), ("approved_at__isnull", False), _connector="OR"),
                            name="redress_done_after_approval",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("ended_at", None), ("ended_by", None)),
                                models.Q(("ended_at__isnull", False), ("ended_by__isnull", False), ("put_aside", 0)),
                                _connector="OR",
                            ),
                            name="redress_ended_keeps_nothing_aside",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("given__lte", models.F("people"))), name="redress_for_no_more_than_approved"
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Arrival",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("raw", models.BinaryField()),
                    ("size", models.IntegerField()),
                    ("arrived_at", models.DateTimeField()),
                    ("way", models.CharField(help_text="smtp, file, or imap and the mailbox", max_length=80)),
                    ("name", models.TextField(blank=True, default="", help_text="the file it came from")),
                    ("envelope_from", models.TextField(blank=True, default="")),
                    (
                        "envelope_to",
                        django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), blank=True, default=list, size=None),
                    ),
                    (
                        "content_hash",
                        models.BinaryField(help_text="of the message without its trace headers", max_length=32, null=True),
                    ),
                    ("message_id", models.TextField(blank=True, default="")),
                    ("sender", models.TextField(blank=True, default="", help_text="address in normal form")),
                    (
                        "outcome",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("opened", "opened a case"),
                                ("continued", "continued a case"),
                                ("duplicate", "came a second time"),
                                ("auto_reply", "an automatic reply"),
                                ("bounce", "a bounce"),
                                ("quarantined", "kept, could not be read"),
                            ],
                            default="",
                            max_length=12,
                        ),
                    ),
                    ("because", models.TextField(blank=True, default="")),
                    (
                        "recipients",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.TextField(), blank=True, default=list, help_text="who a bounce is about", size=None
                        ),
                    ),
                    ("case", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="arrivals", to="amends.case")),
                    ("read_at", models.DateTimeField(null=True)),
                    ("looked_at_at", models.DateTimeField(null=True)),
                    (
                        "looked_at_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                ],
                options={
                    "indexes": [
                        models.Index(condition=models.Q(("outcome", "")), fields=["id"], name="arrival_unread"),
                        models.Index(
                            condition=models.Q(("content_hash__isnull", False)), fields=["content_hash"], name="arrival_content"
                        ),
                        models.Index(condition=models.Q(("outcome", "quarantined")), fields=["id"], name="arrival_quarantined"),
                    ],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                ("outcome__in", ["", "opened", "continued", "duplicate", "auto_reply", "bounce", "quarantined"])
                            ),
                            name="arrival_outcome_known",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("outcome", ""), ("read_at", None)),
                                models.Q(models.Q(("outcome", ""), _negated=True), ("read_at__isnull", False)),
                                _connector="OR",
                            ),
                            name="arrival_read_has_outcome",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("outcome__in", ["opened", "continued"]), _negated=True),
                                ("case__isnull", False),
                                _connector="OR",
                            ),
                            name="arrival_opened_or_continued_a_case",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("looked_at_at", None), ("looked_at_by", None)),
                                models.Q(("looked_at_at__isnull", False), ("looked_at_by__isnull", False)),
                                _connector="OR",
                            ),
                            name="arrival_looked_at_at_and_by",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Message",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(on_delete=models.PROTECT, related_name="messages", to="amends.case")),
                    ("direction", models.CharField(choices=[("in", "from the customer"), ("out", "from us")], max_length=3)),
                    (
                        "channel",
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
                    (
                        "purpose",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("reply", "reply"),
                                ("receipt", "automatic receipt"),
                                ("link", "a new link"),
                                ("follow_up", "follow-up"),
                                ("response", "a letter the law asks for"),
                                ("offer", "what they may choose from"),
                                ("gift", "a gift, apart"),
                                ("notice", "a notice of a problem"),
                            ],
                            default="",
                            max_length=10,
                        ),
                    ),
                    ("automatic", models.BooleanField(default=False)),
                    ("author", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("address", models.TextField(blank=True, default="", help_text="who wrote, or whom we wrote to")),
                    ("subject", models.TextField(blank=True, default="")),
                    ("text", models.TextField(blank=True)),
                    ("sent_text", models.TextField(blank=True, default="")),
                    (
                        "says",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.CharField(max_length=20), blank=True, default=list, size=None
                        ),
                    ),
                    ("said_at", models.DateTimeField(help_text="when it was said")),
                    ("recorded_at", models.DateTimeField(help_text="when it came on record here")),
                    ("message_id", models.TextField(blank=True, default="")),
                    ("in_reply_to", models.TextField(blank=True, default="")),
                    ("failed", models.BooleanField(default=False)),
                    (
                        "arrival",
                        models.OneToOneField(null=True, on_delete=models.PROTECT, related_name="message", to="amends.arrival"),
                    ),
                    (
                        "found_by",
                        models.GeneratedField(
                            db_persist=True,
                            expression=django.contrib.postgres.search.SearchVector(
                                "subject", django.db.models.functions.text.Left("text", 200000), config="simple"
                            ),
                            output_field=django.contrib.postgres.search.SearchVectorField(),
                        ),
                    ),
                ],
                options={
                    "ordering": ["said_at", "id"],
                    "indexes": [
                        models.Index(fields=["case", "said_at", "id"], name="message_of_case"),
                        models.Index(
                            condition=models.Q(("message_id", ""), _negated=True), fields=["message_id"], name="message_message_id"
                        ),
                        django.contrib.postgres.indexes.GinIndex(fastupdate=True, fields=["found_by"], name="message_found_by"),
                    ],
                    "constraints": [
                        models.CheckConstraint(condition=models.Q(("direction__in", ["in", "out"])), name="message_direction_known"),
                        models.CheckConstraint(
                            condition=models.Q(("channel__in", ["email", "phone", "letter", "visit", "portal", "form", "api"])),
                            name="message_channel_known",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("purpose__in", ["", "reply", "receipt", "link", "follow_up", "response", "offer", "gift", "notice"])
                            ),
                            name="message_purpose_known",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("automatic", False), ("direction", "out"), _negated=True),
                                ("author__isnull", False),
                                _connector="OR",
                            ),
                            name="message_ours_has_an_author",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("channel", "email"), ("direction", "out"), _negated=True),
                                models.Q(("message_id", ""), _negated=True),
                                _connector="OR",
                            ),
                            name="message_mail_of_ours_has_an_id",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Upload",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("problem", models.ForeignKey(on_delete=models.PROTECT, related_name="uploads", to="amends.problem")),
                    ("name", models.CharField(max_length=200)),
                    ("data", models.BinaryField()),
                    ("chosen", models.JSONField(default=dict)),
                    (
                        "via",
                        models.CharField(
                            choices=[("list", "a list"), ("records", "our own records"), ("case", "a case of theirs")], max_length=8
                        ),
                    ),
                    ("handed_in_at", models.DateTimeField()),
                    ("handed_in_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ],
            ),
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
                            condition=models.Q(("last_uid__gte", 0), ("uid_validity__gte", 0)), name="mailbox_uids_positive"
                        )
                    ]
                },
            ),
            migrations.CreateModel(
                name="ThreadKey",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("key", models.TextField()),
                    ("own", models.BooleanField()),
                    ("sender", models.TextField(blank=True, default="")),
                    ("case", models.ForeignKey(null=True, on_delete=models.CASCADE, related_name="+", to="amends.case")),
                    ("arrival", models.ForeignKey(null=True, on_delete=models.CASCADE, related_name="+", to="amends.arrival")),
                ],
                options={"indexes": [models.Index(fields=["key"], name="thread_key")]},
            ),
            migrations.CreateModel(
                name="Lesson",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    (
                        "kind",
                        models.CharField(
                            choices=[
                                ("deed", "something done"),
                                ("delivery", "something delivered"),
                                ("money", "something paid"),
                                ("call", "a call"),
                            ],
                            max_length=10,
                        ),
                    ),
                    ("queue", models.ForeignKey(null=True, on_delete=models.CASCADE, related_name="+", to="amends.queue")),
                    (
                        "source",
                        models.CharField(
                            blank=True,
                            choices=[("", "nowhere yet"), ("own", "our own promises"), ("taken in", "a history that was taken in")],
                            default="",
                            max_length=10,
                        ),
                    ),
                    ("learnt_at", models.DateTimeField()),
                    ("model", models.BinaryField(default=b"")),
                    ("why", models.TextField(blank=True, default="")),
                    ("n", models.IntegerField(default=0)),
                    ("level", models.SmallIntegerField(default=0)),
                    (
                        "chains",
                        models.JSONField(
                            default=dict, editable=False, help_text="what those who are asked elsewhere took, and we after them"
                        ),
                    ),
                    ("clock", models.CharField(blank=True, default="", max_length=10)),
                    ("group", models.CharField(blank=True, default="", max_length=80)),
                    ("opened_from", models.DateTimeField(null=True)),
                    ("until", models.DateTimeField(null=True)),
                    ("replayed", models.JSONField(default=dict)),
                    ("since", models.DateTimeField(help_text="what was promised before teaches nothing any more", null=True)),
                    ("since_because", models.TextField(blank=True, default="")),
                    ("watched_from", models.DateTimeField(help_text="promises made from then on are watched", null=True)),
                    ("watched", models.IntegerField(default=0)),
                    ("evidence", models.FloatField(default=1.0)),
                    (
                        "alarmed_at",
                        models.DateTimeField(help_text="when dates were last found to have stopped being honest", null=True),
                    ),
                ],
                options={
                    "constraints": [
                        models.UniqueConstraint(fields=("kind", "queue"), name="lesson_once", nulls_distinct=False),
                        models.CheckConstraint(
                            condition=models.Q(("kind__in", ["deed", "delivery", "money", "call"])), name="lesson_kind_known"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("source__in", ["", "own", "taken in"])), name="lesson_source_known"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("level", 0), ("model", b""), models.Q(("why", ""), _negated=True)),
                                models.Q(
                                    models.Q(("model", b""), _negated=True),
                                    models.Q(("source", ""), _negated=True),
                                    ("level__gte", 1),
                                    ("level__lte", 3),
                                    ("n__gt", 0),
                                    ("why", ""),
                                ),
                                _connector="OR",
                            ),
                            name="lesson_model_or_why",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("since", None), ("since_because", "")),
                                models.Q(("since__isnull", False), models.Q(("since_because", ""), _negated=True)),
                                _connector="OR",
                            ),
                            name="lesson_since_because",
                        ),
                        models.CheckConstraint(condition=models.Q(("evidence__gte", 0), ("watched__gte", 0)), name="lesson_watched"),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Quoted",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("promise", models.OneToOneField(on_delete=models.PROTECT, related_name="quoted", to="amends.promise")),
                    ("lesson", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="quotes", to="amends.lesson")),
                    ("said_due_at", models.DateTimeField()),
                    ("required", models.FloatField()),
                    ("proposed_due_at", models.DateTimeField(null=True)),
                    ("because", models.TextField(blank=True, default="")),
                    ("chance", models.FloatField(null=True)),
                    ("hurried", models.TextField(blank=True, default="")),
                    ("n", models.IntegerField(default=0)),
                    ("level", models.SmallIntegerField(default=0)),
                    ("cohort", models.CharField(blank=True, default="", max_length=200)),
                    ("due_50", models.DateTimeField(null=True)),
                    ("due_80", models.DateTimeField(null=True)),
                    ("due_90", models.DateTimeField(null=True)),
                    ("due_95", models.DateTimeField(null=True)),
                    ("moved_to", models.DateTimeField(null=True)),
                    ("moved_proposed_due_at", models.DateTimeField(null=True)),
                    ("moved_chance", models.FloatField(null=True)),
                    ("moved_hurried", models.TextField(blank=True, default="")),
                ],
                options={
                    "indexes": [models.Index(fields=["lesson", "said_due_at"], name="quoted_of_a_lesson")],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                ("required__gt", 0),
                                ("required__lt", 1),
                                models.Q(("chance", None), models.Q(("chance__gte", 0), ("chance__lte", 1)), _connector="OR"),
                            ),
                            name="quoted_probabilities",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("level", 0), ("proposed_due_at", None), models.Q(("because", ""), _negated=True)),
                                models.Q(
                                    ("because", ""),
                                    ("chance__isnull", False),
                                    ("lesson__isnull", False),
                                    ("level__gte", 1),
                                    ("proposed_due_at__isnull", False),
                                ),
                                _connector="OR",
                            ),
                            name="quoted_date_or_why",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("hurried", ""), _negated=True),
                                ("proposed_due_at__lte", models.F("said_due_at")),
                                models.Q(
                                    ("proposed_due_at", None),
                                    models.Q(("chance", None), ("chance__gte", models.F("required")), _connector="OR"),
                                ),
                                _connector="OR",
                            ),
                            name="quoted_early_with_reason",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(
                                    ("moved_chance", None), ("moved_hurried", ""), ("moved_proposed_due_at", None), ("moved_to", None)
                                ),
                                models.Q(
                                    ("moved_to__isnull", False),
                                    models.Q(
                                        ("moved_chance", None),
                                        models.Q(("moved_chance__gte", 0), ("moved_chance__lte", 1)),
                                        _connector="OR",
                                    ),
                                ),
                                _connector="OR",
                            ),
                            name="quoted_move_is_whole",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Promise",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(on_delete=models.PROTECT, related_name="promises", to="amends.case")),
                    ("customer", models.ForeignKey(on_delete=models.PROTECT, related_name="promises", to="amends.customer")),
                    ("words", models.TextField()),
                    (
                        "kind",
                        models.CharField(
                            choices=[
                                ("deed", "to do something"),
                                ("delivery", "to deliver something"),
                                ("money", "to pay something"),
                                ("call", "to call"),
                                ("news", "to give news"),
                                ("gift", "to send a gift, apart"),
                            ],
                            default="deed",
                            max_length=8,
                        ),
                    ),
                    ("first_due_at", models.DateTimeField()),
                    ("deadline", models.OneToOneField(on_delete=models.PROTECT, related_name="promise", to="amends.deadline")),
                    ("made_at", models.DateTimeField()),
                    ("made_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("made_in", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="promises", to="amends.message")),
                    (
                        "backed_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("moved_at", models.DateTimeField(null=True)),
                    (
                        "moved_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    (
                        "moved_because",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("supplier", "a supplier is late"),
                                ("carrier", "the carrier is late"),
                                ("colleague", "another department is late"),
                                ("larger", "it is more work than we saw"),
                                ("mistake", "we made a mistake"),
                                ("customer", "the customer asked for it"),
                                ("outside", "something beyond anybody's control"),
                            ],
                            default="",
                            max_length=10,
                        ),
                    ),
                    ("notice", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="moves", to="amends.message")),
                    ("kept_at", models.DateTimeField(null=True)),
                    ("kept_by", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("evidence", models.TextField(blank=True, default="")),
                    ("told_at", models.DateTimeField(null=True)),
                    ("told_in", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to="amends.message")),
                    ("released_at", models.DateTimeField(null=True)),
                    ("released_because", models.TextField(blank=True, default="")),
                    (
                        "released_recorded_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("fell_short_at", models.DateTimeField(help_text="when they said that it was not what we had said", null=True)),
                    ("fell_short_words", models.TextField(blank=True, default="")),
                ],
                options={
                    "indexes": [
                        models.Index(fields=["first_due_at"], name="promise_first_due"),
                        models.Index(condition=models.Q(("notice__isnull", False)), fields=["notice"], name="promise_notice"),
                    ],
                    "constraints": [
                        models.CheckConstraint(condition=models.Q(("words", ""), _negated=True), name="promise_has_words"),
                        models.CheckConstraint(
                            condition=models.Q(("kind__in", ["deed", "delivery", "money", "call", "news", "gift"])),
                            name="promise_kind_known",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("evidence", ""), ("kept_at", None), ("kept_by", None)),
                                models.Q(
                                    ("kept_at__isnull", False), ("kept_by__isnull", False), models.Q(("evidence", ""), _negated=True)
                                ),
                                _connector="OR",
                            ),
                            name="promise_kept_with_evidence",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("moved_at", None), ("moved_because", ""), ("moved_by", None), ("notice", None)),
                                models.Q(
                                    ("moved_at__isnull", False),
                                    ("moved_at__lt", models.F("first_due_at")),
                                    (
                                        "moved_because__in",
                                        ["supplier", "carrier", "colleague", "larger", "mistake", "customer", "outside"],
                                    ),
                                    ("moved_by__isnull", False),
                                    ("notice__isnull", False),
                                ),
                                _connector="OR",
                            ),
                            name="promise_moved_before_it_broke_and_told",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("told_at", None), ("told_in", None)),
                                models.Q(("kept_at__isnull", False), ("told_at__isnull", False), ("told_in__isnull", False)),
                                _connector="OR",
                            ),
                            name="promise_told_in_a_message",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("released_at", None), ("released_because", "")),
                                models.Q(
                                    ("kept_at", None),
                                    ("released_at__isnull", False),
                                    models.Q(("released_because", ""), _negated=True),
                                ),
                                _connector="OR",
                            ),
                            name="promise_released_with_words",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("fell_short_at", None), ("fell_short_words", "")),
                                models.Q(
                                    ("fell_short_at__isnull", False),
                                    ("kept_at__isnull", False),
                                    models.Q(("fell_short_words", ""), _negated=True),
                                ),
                                _connector="OR",
                            ),
                            name="promise_fell_short_in_words",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Ask",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(on_delete=models.PROTECT, related_name="asks", to="amends.case")),
                    ("what", models.TextField()),
                    ("of", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="asks", to=settings.AUTH_USER_MODEL)),
                    ("name", models.CharField(max_length=120)),
                    ("email", models.CharField(blank=True, default="", max_length=254)),
                    ("department", models.CharField(blank=True, default="", max_length=120)),
                    ("priority", models.TextField(blank=True, default="")),
                    (
                        "state",
                        models.CharField(
                            choices=[
                                ("asked", "asked"),
                                ("acknowledged", "acknowledged"),
                                ("done", "done, to be checked"),
                                ("refused", "refused"),
                                ("checked", "done and checked"),
                                ("withdrawn", "withdrawn"),
                            ],
                            default="asked",
                            max_length=12,
                        ),
                    ),
                    ("asked_at", models.DateTimeField()),
                    ("asked_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    (
                        "notify_at",
                        models.DateTimeField(help_text="when they may be mailed; empty for a colleague of the desk", null=True),
                    ),
                    ("mailed_at", models.DateTimeField(null=True)),
                    ("acknowledged_at", models.DateTimeField(null=True)),
                    ("answered_at", models.DateTimeField(null=True)),
                    ("answer", models.TextField(blank=True, default="")),
                    ("checked_at", models.DateTimeField(null=True)),
                    (
                        "checked_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("deadline", models.OneToOneField(on_delete=models.PROTECT, related_name="ask", to="amends.deadline")),
                    (
                        "check_due",
                        models.OneToOneField(null=True, on_delete=models.PROTECT, related_name="checks", to="amends.deadline"),
                    ),
                ],
                options={
                    "indexes": [
                        models.Index(fields=["case"], name="ask_of_case"),
                        models.Index(
                            condition=models.Q(("state__in", ("asked", "acknowledged"))), fields=["of"], name="ask_of_person"
                        ),
                        models.Index(
                            condition=models.Q(("mailed_at", None), ("notify_at__isnull", False)),
                            fields=["notify_at"],
                            name="ask_to_mail",
                        ),
                    ],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("state__in", ["asked", "acknowledged", "done", "refused", "checked", "withdrawn"])),
                            name="ask_state_known",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(models.Q(("what", ""), _negated=True), models.Q(("name", ""), _negated=True)),
                            name="ask_says_what_of_whom",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("answer", ""), ("answered_at", None)),
                                models.Q(("answered_at__isnull", False), models.Q(("answer", ""), _negated=True)),
                                _connector="OR",
                            ),
                            name="ask_answered_in_words",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("checked_at", None), ("checked_by", None)),
                                models.Q(("checked_at__isnull", False), ("checked_by__isnull", False)),
                                _connector="OR",
                            ),
                            name="ask_checked_at_and_by",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("mailed_at", None),
                                models.Q(("notify_at__isnull", False), models.Q(("email", ""), _negated=True)),
                                _connector="OR",
                            ),
                            name="ask_mailed_where_it_may",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="RedTape",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(on_delete=models.PROTECT, related_name="red_tape", to="amends.case")),
                    (
                        "kind",
                        models.CharField(
                            choices=[
                                ("rule", "a rule"),
                                ("approval", "waiting for a yes"),
                                ("queue", "waiting in another queue"),
                                ("system", "a system that would not do it"),
                                ("form", "a form or document"),
                            ],
                            max_length=8,
                        ),
                    ),
                    ("words", models.TextField()),
                    ("cost", models.TextField()),
                    ("waited", models.DurationField(null=True)),
                    ("noted_at", models.DateTimeField()),
                    ("noted_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("kind__in", ["rule", "approval", "queue", "system", "form"])),
                            name="redtape_kind_known",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(models.Q(("words", ""), _negated=True), models.Q(("cost", ""), _negated=True)),
                            name="redtape_says_what_it_cost",
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Tracing",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="tracings", to="amends.case")),
                    ("problem", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="tracings", to="amends.problem")),
                    ("cause", models.CharField(max_length=80)),
                    ("words", models.TextField(blank=True, default="", help_text="what shows it")),
                    ("traced_at", models.DateTimeField()),
                    ("traced_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("over_at", models.DateTimeField(null=True)),
                ],
                options={
                    "indexes": [models.Index(condition=models.Q(("over_at", None)), fields=["cause"], name="tracing_of_cause")],
                    "constraints": [
                        models.CheckConstraint(condition=models.Q(("cause", ""), _negated=True), name="tracing_names_a_cause"),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("case", None), ("problem__isnull", False)),
                                models.Q(("case__isnull", False), ("problem", None)),
                                _connector="OR",
                            ),
                            name="tracing_of_a_case_or_a_problem",
                        ),
                        models.UniqueConstraint(condition=models.Q(("over_at", None)), fields=("case",), name="tracing_one_a_case"),
                        models.UniqueConstraint(
                            condition=models.Q(("over_at", None)), fields=("problem",), name="tracing_one_a_problem"
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="CorrectiveAction",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(on_delete=models.PROTECT, related_name="corrective_actions", to="amends.case")),
                    (
                        "problem",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="corrective_actions", to="amends.problem"),
                    ),
                    ("words", models.TextField(help_text="what is changed")),
                    ("cause", models.CharField(blank=True, default="", max_length=80)),
                    (
                        "state",
                        models.CharField(
                            choices=[
                                ("noted", "to be taken up"),
                                ("open", "being changed"),
                                ("watched", "done, and watched"),
                                ("proven", "shown to have worked"),
                                ("dropped", "not taken up"),
                            ],
                            default="noted",
                            max_length=8,
                        ),
                    ),
                    ("noted_at", models.DateTimeField()),
                    ("noted_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    (
                        "owner",
                        models.ForeignKey(
                            null=True, on_delete=models.PROTECT, related_name="corrective_actions", to=settings.AUTH_USER_MODEL
                        ),
                    ),
                    ("taken_at", models.DateTimeField(null=True)),
                    (
                        "deadline",
                        models.OneToOneField(
                            null=True, on_delete=models.PROTECT, related_name="corrective_action", to="amends.deadline"
                        ),
                    ),
                    ("done_at", models.DateTimeField(null=True)),
                    ("done_by", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("evidence", models.TextField(blank=True, default="")),
                    ("watch_from", models.DateTimeField(null=True)),
                    ("watch_until", models.DateTimeField(null=True)),
                    ("unit", models.CharField(blank=True, default="", max_length=40)),
                    ("of_before", models.FloatField(null=True)),
                    ("of_after", models.FloatField(null=True)),
                    ("came_before", models.IntegerField(null=True)),
                    ("came_after", models.IntegerField(null=True)),
                    ("judged_at", models.DateTimeField(null=True)),
                    ("judged", models.TextField(blank=True, default="", help_text="what was shown, in a sentence")),
                    ("proven_at", models.DateTimeField(null=True)),
                    ("returned", models.SmallIntegerField(default=0, help_text="how often it came back")),
                    ("dropped_at", models.DateTimeField(null=True)),
                    (
                        "dropped_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("dropped_because", models.TextField(blank=True, default="")),
                ],
                options={
                    "indexes": [models.Index(fields=["state", "cause"], name="action_of_cause")],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("state__in", ["noted", "open", "watched", "proven", "dropped"])),
                            name="action_state_known",
                        ),
                        models.CheckConstraint(condition=models.Q(("words", ""), _negated=True), name="action_has_words"),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("state__in", ["noted", "dropped"]),
                                models.Q(
                                    ("deadline__isnull", False),
                                    ("owner__isnull", False),
                                    ("taken_at__isnull", False),
                                    models.Q(("cause", ""), _negated=True),
                                ),
                                _connector="OR",
                            ),
                            name="action_taken_up_by_somebody_with_a_date",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("done_at", None), ("done_by", None), ("evidence", "")),
                                models.Q(
                                    ("done_at__isnull", False), ("done_by__isnull", False), models.Q(("evidence", ""), _negated=True)
                                ),
                                _connector="OR",
                            ),
                            name="action_done_with_evidence",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("state__in", ["watched", "proven"]), _negated=True),
                                models.Q(
                                    ("done_at__isnull", False),
                                    ("watch_from__isnull", False),
                                    ("watch_until__gt", models.F("watch_from")),
                                ),
                                _connector="OR",
                            ),
                            name="action_watched_over_a_window",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(
                                    ("came_before__gt", 0),
                                    ("judged_at__isnull", False),
                                    ("proven_at__isnull", False),
                                    ("state", "proven"),
                                ),
                                models.Q(models.Q(("state", "proven"), _negated=True), ("proven_at", None)),
                                _connector="OR",
                            ),
                            name="action_proven_by_counts",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("of_after", None), ("of_before", None)),
                                models.Q(("of_before__gt", 0), models.Q(("unit", ""), _negated=True)),
                                _connector="OR",
                            ),
                            name="action_counts_opportunities",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(
                                    ("dropped_at__isnull", False),
                                    ("dropped_by__isnull", False),
                                    ("state", "dropped"),
                                    models.Q(("dropped_because", ""), _negated=True),
                                ),
                                models.Q(
                                    models.Q(("state", "dropped"), _negated=True),
                                    ("dropped_at", None),
                                    ("dropped_because", ""),
                                    ("dropped_by", None),
                                ),
                                _connector="OR",
                            ),
                            name="action_dropped_with_a_reason",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Experiment",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("name", models.CharField(max_length=80, unique=True)),
                    ("hypothesis", models.TextField()),
                    (
                        "place",
                        models.CharField(
                            choices=[
                                ("menu", "in which order three remedies are put"),
                                ("card", "whether a credit or a gift card of the same worth is among the three"),
                                ("token", "how large a token is where no money was lost"),
                                ("opening", "how the first answer begins"),
                                ("cadence", "how often a customer hears from us"),
                                ("follow_up", "whether mail or call comes first some days after"),
                                ("win_back", "how lost customers are asked back"),
                            ],
                            max_length=10,
                        ),
                    ),
                    ("arms", models.JSONField(help_text="the control first: name and share")),
                    ("days", models.SmallIntegerField(help_text="kept so many days after the draw")),
                    ("alpha", models.DecimalField(decimal_places=3, max_digits=4)),
                    (
                        "margin",
                        models.DecimalField(decimal_places=3, help_text="the least difference that matters, a share", max_digits=4),
                    ),
                    ("planned", models.IntegerField(help_text="customers to an arm")),
                    ("stops", models.TextField()),
                    (
                        "blocks",
                        models.BooleanField(db_default=False, default=False, help_text="each arm has its share among cases of a kind"),
                    ),
                    (
                        "adjusted",
                        models.BooleanField(
                            db_default=False, default=False, help_text="judged freed of what they bought in the year before the draw"
                        ),
                    ),
                    ("secret", models.BinaryField(max_length=32)),
                    ("sealed", models.CharField(max_length=64)),
                    ("registered_at", models.DateTimeField()),
                    ("registered_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("begun_at", models.DateTimeField(null=True)),
                    (
                        "begun_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("stopped_at", models.DateTimeField(null=True)),
                    (
                        "stopped_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("stopped_because", models.TextField(blank=True, default="")),
                    (
                        "found",
                        models.JSONField(help_text="by arm, what may be said of it by the latest results; kept by a job", null=True),
                    ),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                ("place__in", ["menu", "card", "token", "opening", "cadence", "follow_up", "win_back"])
                            ),
                            name="experiment_place_known",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("alpha__gt", 0),
                                ("alpha__lt", 1),
                                ("days__in", (30, 90, 180, 365)),
                                ("margin__gt", 0),
                                ("margin__lt", 1),
                                ("planned__gte", 1),
                            ),
                            name="experiment_states_its_errors",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("begun_at", None), ("begun_by", None)),
                                models.Q(("begun_at__isnull", False), ("begun_by__isnull", False)),
                                _connector="OR",
                            ),
                            name="experiment_begun_at_and_by",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("stopped_at", None), ("stopped_because", ""), ("stopped_by", None)),
                                models.Q(
                                    ("stopped_at__isnull", False),
                                    ("stopped_by__isnull", False),
                                    models.Q(("stopped_because", ""), _negated=True),
                                ),
                                _connector="OR",
                            ),
                            name="experiment_stopped_with_a_reason",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("begun_at", None), ("begun_at__gte", models.F("registered_at")), _connector="OR"),
                            name="experiment_registered_first",
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("begun_at__isnull", False), ("stopped_at", None)),
                            fields=("place",),
                            name="experiment_one_at_a_place",
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Activity",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    (
                        "customer",
                        models.ForeignKey(db_index=False, on_delete=models.PROTECT, related_name="activities", to="amends.customer"),
                    ),
                    (
                        "kind",
                        models.CharField(
                            choices=[
                                ("order", "bought"),
                                ("contract", "began a contract"),
                                ("renewal", "renewed"),
                                ("cancellation", "gave notice"),
                                ("gone", "had to go: a death, an insolvency, a move out of reach"),
                                ("referral", "brought somebody"),
                                ("praise", "praised us in public"),
                                ("reference", "spoke for us to somebody"),
                            ],
                            max_length=12,
                        ),
                    ),
                    ("at", models.DateTimeField()),
                    ("amount", models.DecimalField(decimal_places=2, max_digits=12, null=True)),
                    ("voucher", models.BooleanField(default=False)),
                    ("reason", models.TextField(blank=True, default="", help_text="why they gave notice, in their words")),
                    ("evidence", models.TextField(blank=True, default="", help_text="how we know of a referral, praise or reference")),
                    ("source", models.CharField(max_length=80)),
                    ("source_id", models.CharField(max_length=200)),
                    ("noted_at", models.DateTimeField()),
                ],
                options={
                    "verbose_name_plural": "activities",
                    "indexes": [
                        models.Index(fields=["customer", "at"], name="activity_of_customer"),
                        models.Index(condition=models.Q(("kind", "order")), fields=["at"], name="activity_orders"),
                    ],
                    "constraints": [
                        models.UniqueConstraint(fields=("source", "source_id"), name="activity_told_once"),
                        models.CheckConstraint(
                            condition=models.Q(
                                (
                                    "kind__in",
                                    ["order", "contract", "renewal", "cancellation", "gone", "referral", "praise", "reference"],
                                )
                            ),
                            name="activity_kind_known",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("kind__in", ("referral", "praise", "reference")), _negated=True),
                                models.Q(("evidence", ""), _negated=True),
                                _connector="OR",
                            ),
                            name="activity_advocate_with_evidence",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(models.Q(("source", ""), _negated=True), models.Q(("source_id", ""), _negated=True)),
                            name="activity_has_a_source",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("voucher", False), ("kind", "order"), _connector="OR"),
                            name="activity_voucher_on_an_order",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Feed",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("source", models.CharField(max_length=80, unique=True)),
                    ("live", models.BooleanField(default=False)),
                    ("tells_staying", models.BooleanField(default=False)),
                    ("known_until", models.DateTimeField()),
                    ("heard_at", models.DateTimeField()),
                    ("ended_at", models.DateTimeField(null=True)),
                    (
                        "ended_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("ended_at", None), ("ended_by", None)),
                                models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                                _connector="OR",
                            ),
                            name="feed_ended_at_and_by",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("known_until__lte", models.F("heard_at"))), name="feed_knows_no_future"
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Outcome",
                fields=[
                    (
                        "case",
                        models.OneToOneField(
                            on_delete=models.PROTECT, primary_key=True, related_name="outcome", serialize=False, to="amends.case"
                        ),
                    ),
                    ("zero_at", models.DateTimeField()),
                    ("first", models.BooleanField(help_text="their first failure with us")),
                    ("severity", models.SmallIntegerField()),
                    (
                        "grade",
                        models.CharField(
                            blank=True,
                            choices=[("good", "all three"), ("fair", "two of three"), ("poor", "one or none")],
                            default="",
                            max_length=4,
                        ),
                    ),
                    (
                        "word",
                        models.CharField(
                            blank=True,
                            choices=[("kept", "promises kept"), ("broken", "a promise broken"), ("none", "nothing promised")],
                            default="",
                            max_length=6,
                        ),
                    ),
                    ("known", models.BooleanField(default=False)),
                    ("days", models.SmallIntegerField(default=0)),
                    ("within_days", models.SmallIntegerField(null=True)),
                    (
                        "loss",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("cancelled", "gave notice"),
                                ("lapsed", "stopped buying"),
                                ("said", "told us so"),
                                ("elsewhere", "had to go"),
                            ],
                            default="",
                            max_length=10,
                        ),
                    ),
                    ("lost_at", models.DateTimeField(null=True)),
                    (
                        "d30",
                        models.CharField(
                            choices=[
                                ("kept", "kept"),
                                ("lost", "lost"),
                                ("advocate", "advocate"),
                                ("elsewhere", "had to go"),
                                ("unknown", "unknown"),
                            ],
                            default="unknown",
                            max_length=10,
                        ),
                    ),
                    (
                        "d90",
                        models.CharField(
                            choices=[
                                ("kept", "kept"),
                                ("lost", "lost"),
                                ("advocate", "advocate"),
                                ("elsewhere", "had to go"),
                                ("unknown", "unknown"),
                            ],
                            default="unknown",
                            max_length=10,
                        ),
                    ),
                    (
                        "d180",
                        models.CharField(
                            choices=[
                                ("kept", "kept"),
                                ("lost", "lost"),
                                ("advocate", "advocate"),
                                ("elsewhere", "had to go"),
                                ("unknown", "unknown"),
                            ],
                            default="unknown",
                            max_length=10,
                        ),
                    ),
                    (
                        "d365",
                        models.CharField(
                            choices=[
                                ("kept", "kept"),
                                ("lost", "lost"),
                                ("advocate", "advocate"),
                                ("elsewhere", "had to go"),
                                ("unknown", "unknown"),
                            ],
                            default="unknown",
                            max_length=10,
                        ),
                    ),
                    (
                        "own90",
                        models.CharField(
                            choices=[
                                ("kept", "kept"),
                                ("lost", "lost"),
                                ("advocate", "advocate"),
                                ("elsewhere", "had to go"),
                                ("unknown", "unknown"),
                            ],
                            default="unknown",
                            help_text="at 90 days, not counting the use of what we gave them",
                            max_length=10,
                        ),
                    ),
                    ("advocate_at", models.DateTimeField(null=True)),
                    ("returned_at", models.DateTimeField(null=True)),
                    ("promises_due", models.SmallIntegerField(default=0)),
                    ("promises_kept", models.SmallIntegerField(default=0, help_text="by the date said first")),
                    ("ending", models.CharField(blank=True, default="", max_length=12)),
                    ("due_at", models.DateTimeField(null=True)),
                    ("settled_at", models.DateTimeField()),
                ],
                options={
                    "indexes": [
                        models.Index(condition=models.Q(("due_at__isnull", False)), fields=["due_at"], name="outcome_due"),
                        models.Index(condition=models.Q(("lost_at__isnull", False)), fields=["-lost_at"], name="outcome_lost"),
                    ],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("loss", ""), ("lost_at", None)),
                                models.Q(
                                    ("known", True),
                                    ("loss__in", ["cancelled", "lapsed", "said", "elsewhere"]),
                                    ("lost_at__isnull", False),
                                ),
                                _connector="OR",
                            ),
                            name="outcome_lost_with_a_date",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("lost_at", None), ("lost_at__gte", models.F("zero_at")), _connector="OR"),
                            name="outcome_lost_afterwards",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("returned_at", None), ("returned_at__gt", models.F("lost_at")), _connector="OR"),
                            name="outcome_lost_before_returned",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("d30__in", ["kept", "lost", "advocate", "elsewhere", "unknown"])),
                            name="outcome_d30_known",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("d90__in", ["kept", "lost", "advocate", "elsewhere", "unknown"])),
                            name="outcome_d90_known",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("d180__in", ["kept", "lost", "advocate", "elsewhere", "unknown"])),
                            name="outcome_d180_known",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("d365__in", ["kept", "lost", "advocate", "elsewhere", "unknown"])),
                            name="outcome_d365_known",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("own90__in", ["kept", "lost", "advocate", "elsewhere", "unknown"])),
                            name="outcome_own90_known",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("d90", "advocate"), _negated=True), ("advocate_at__isnull", False), _connector="OR"
                            ),
                            name="outcome_advocate_with_evidence",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("promises_kept__gte", 0), ("promises_kept__lte", models.F("promises_due"))),
                            name="outcome_kept_of_promises_due",
                        ),
                        models.CheckConstraint(condition=models.Q(("days__gte", 0)), name="outcome_days_not_negative"),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Tally",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("begins", models.DateField()),
                    ("kind", models.CharField(max_length=16)),
                    ("name", models.CharField(blank=True, default="", max_length=12)),
                    ("day", models.SmallIntegerField()),
                    ("result", models.CharField(max_length=12)),
                    ("n", models.BigIntegerField()),
                ],
                options={
                    "verbose_name_plural": "tallies",
                    "constraints": [
                        models.UniqueConstraint(fields=("kind", "begins", "name", "day", "result"), name="tally_once"),
                        models.CheckConstraint(condition=models.Q(("n__gte", 0)), name="tally_not_negative"),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Mark",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("entry", models.BigIntegerField(default=0)),
                    ("tallied", models.UUIDField(default=uuid.uuid4, editable=False)),
                ],
                options={"constraints": [models.CheckConstraint(condition=models.Q(("pk", 1)), name="mark_is_one")]},
            ),
            migrations.CreateModel(
                name="PortalLink",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(on_delete=models.CASCADE, related_name="portal_links", to="amends.case")),
                    ("key", models.CharField(max_length=32, unique=True)),
                    ("made_at", models.DateTimeField()),
                    ("expires_at", models.DateTimeField()),
                    ("revoked_at", models.DateTimeField(null=True)),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(condition=models.Q(("expires_at__gt", models.F("made_at"))), name="link_expires_later")
                    ]
                },
            ),
            migrations.CreateModel(
                name="Way",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("promise", models.OneToOneField(on_delete=models.PROTECT, related_name="way", to="amends.promise")),
                    (
                        "method",
                        models.CharField(
                            choices=[
                                ("courier", "by courier"),
                                ("post", "by post"),
                                ("collection", "they collect it"),
                                ("visit", "somebody comes to them"),
                                ("online", "by mail or download"),
                                ("account", "to their account"),
                                ("other", "in another way"),
                            ],
                            max_length=12,
                        ),
                    ),
                    ("noted_at", models.DateTimeField()),
                    ("noted_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                ("method__in", ["courier", "post", "collection", "visit", "online", "account", "other"])
                            ),
                            name="way_method_known",
                        )
                    ]
                },
            ),
            migrations.CreateModel(
                name="Content",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("way", models.ForeignKey(on_delete=models.PROTECT, related_name="contents", to="amends.way")),
                    ("name", models.CharField(max_length=200)),
                    ("good_until", models.DateField(null=True)),
                    ("asked_in", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to="amends.message")),
                    (
                        "answer_due",
                        models.OneToOneField(null=True, on_delete=models.PROTECT, related_name="content", to="amends.deadline"),
                    ),
                    ("answer", models.TextField(blank=True, default="")),
                    ("answered_at", models.DateTimeField(null=True)),
                    (
                        "recorded_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="content_has_name"),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("answer_due", None), ("asked_in", None)),
                                models.Q(("answer_due__isnull", False), ("asked_in__isnull", False)),
                                _connector="OR",
                            ),
                            name="content_asked_and_awaited",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("answer", ""), ("answered_at", None), ("recorded_by", None)),
                                models.Q(
                                    ("answered_at__isnull", False),
                                    ("asked_in__isnull", False),
                                    ("recorded_by__isnull", False),
                                    models.Q(("answer", ""), _negated=True),
                                ),
                                _connector="OR",
                            ),
                            name="content_answered_when_asked",
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Change",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("promise", models.ForeignKey(on_delete=models.PROTECT, related_name="changes", to="amends.promise")),
                    (
                        "because",
                        models.CharField(
                            choices=[
                                ("supplier", "a supplier is late"),
                                ("carrier", "the carrier is late"),
                                ("colleague", "another department is late"),
                                ("larger", "it is more work than we saw"),
                                ("mistake", "we made a mistake"),
                                ("customer", "the customer asked for it"),
                                ("outside", "something beyond anybody's control"),
                            ],
                            max_length=10,
                        ),
                    ),
                    (
                        "from_method",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("courier", "by courier"),
                                ("post", "by post"),
                                ("collection", "they collect it"),
                                ("visit", "somebody comes to them"),
                                ("online", "by mail or download"),
                                ("account", "to their account"),
                                ("other", "in another way"),
                            ],
                            default="",
                            max_length=12,
                        ),
                    ),
                    (
                        "to_method",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("courier", "by courier"),
                                ("post", "by post"),
                                ("collection", "they collect it"),
                                ("visit", "somebody comes to them"),
                                ("online", "by mail or download"),
                                ("account", "to their account"),
                                ("other", "in another way"),
                            ],
                            default="",
                            max_length=12,
                        ),
                    ),
                    ("noticed_at", models.DateTimeField()),
                    ("noticed_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    (
                        "estimate_due",
                        models.OneToOneField(null=True, on_delete=models.PROTECT, related_name="delay_estimate", to="amends.deadline"),
                    ),
                    ("estimate", models.DateTimeField(null=True)),
                    ("estimated_at", models.DateTimeField(null=True)),
                    (
                        "estimated_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("tell_by", models.OneToOneField(on_delete=models.PROTECT, related_name="change_to_tell", to="amends.deadline")),
                    ("told_in", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to="amends.message")),
                    ("withdrawn_at", models.DateTimeField(null=True)),
                    ("withdrawn_because", models.TextField(blank=True, default="")),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                ("because__in", ["supplier", "carrier", "colleague", "larger", "mistake", "customer", "outside"])
                            ),
                            name="change_reason_known",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("estimate_due__isnull", False), ("from_method", ""), ("to_method", "")),
                                models.Q(
                                    ("estimate", None),
                                    ("estimate_due", None),
                                    ("from_method__in", ["courier", "post", "collection", "visit", "online", "account", "other"]),
                                    ("to_method__in", ["courier", "post", "collection", "visit", "online", "account", "other"]),
                                    models.Q(("to_method", models.F("from_method")), _negated=True),
                                ),
                                _connector="OR",
                            ),
                            name="change_of_date_or_way",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("estimate", None), ("estimated_at", None), ("estimated_by", None)),
                                models.Q(
                                    ("estimate__isnull", False), ("estimated_at__isnull", False), ("estimated_by__isnull", False)
                                ),
                                _connector="OR",
                            ),
                            name="change_estimated_by_somebody",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("withdrawn_at", None), ("withdrawn_because", "")),
                                models.Q(
                                    ("told_in", None),
                                    ("withdrawn_at__isnull", False),
                                    models.Q(("withdrawn_because", ""), _negated=True),
                                ),
                                _connector="OR",
                            ),
                            name="change_withdrawn_untold_with_words",
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("told_in", None), ("withdrawn_at", None)),
                            fields=("promise", "from_method"),
                            name="change_stands_once",
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Delivery",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("message", models.ForeignKey(on_delete=models.PROTECT, related_name="deliveries", to="amends.message")),
                    ("address", models.TextField()),
                    (
                        "state",
                        models.CharField(
                            choices=[
                                ("queued", "waiting to be sent"),
                                ("claimed", "about to be sent"),
                                ("handing_over", "being handed over"),
                                ("sent", "sent"),
                                ("bounced", "came back"),
                                ("failed", "could not be sent"),
                                ("held", "held back"),
                            ],
                            default="queued",
                            max_length=12,
                        ),
                    ),
                    ("tries", models.SmallIntegerField(default=0)),
                    ("next_try_at", models.DateTimeField(null=True)),
                    ("claimed_by", models.BigIntegerField(null=True)),
                    ("sent_at", models.DateTimeField(null=True)),
                    ("bounced_at", models.DateTimeField(null=True)),
                    ("because", models.TextField(blank=True, default="")),
                    ("maybe_twice", models.BooleanField(default=False)),
                ],
                options={
                    "indexes": [
                        models.Index(condition=models.Q(("state", "queued")), fields=["next_try_at", "id"], name="delivery_due"),
                        models.Index(
                            condition=models.Q(("state__in", ["claimed", "handing_over"])),
                            fields=["claimed_by"],
                            name="delivery_in_hand",
                        ),
                        models.Index(fields=["address", "sent_at"], name="delivery_to_address"),
                    ],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                ("state__in", ["queued", "claimed", "handing_over", "sent", "bounced", "failed", "held"])
                            ),
                            name="delivery_state_known",
                        ),
                        models.UniqueConstraint(fields=("message", "address"), name="delivery_once_an_address"),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("claimed_by__isnull", False), ("state__in", ["claimed", "handing_over"])),
                                models.Q(models.Q(("state__in", ["claimed", "handing_over"]), _negated=True), ("claimed_by", None)),
                                _connector="OR",
                            ),
                            name="delivery_claimed_by_a_sender",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("state", "queued"), _negated=True), ("next_try_at__isnull", False), _connector="OR"
                            ),
                            name="delivery_queued_has_a_time",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("state", "sent"), _negated=True), ("sent_at__isnull", False), _connector="OR"
                            ),
                            name="delivery_sent_has_a_time",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Fact",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(on_delete=models.PROTECT, related_name="facts", to="amends.case")),
                    (
                        "about",
                        models.CharField(
                            choices=[
                                ("what", "what happened"),
                                ("when", "when"),
                                ("where", "where"),
                                ("order", "order or account"),
                                ("amount", "amount"),
                                ("effect", "effect on them"),
                                ("other", "other"),
                            ],
                            default="other",
                            max_length=8,
                        ),
                    ),
                    ("words", models.TextField()),
                    (
                        "status",
                        models.CharField(
                            choices=[("told", "told by the customer"), ("verified", "verified"), ("assumed", "assumed")],
                            default="told",
                            max_length=8,
                        ),
                    ),
                    ("noted_at", models.DateTimeField()),
                    (
                        "noted_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("verified_at", models.DateTimeField(null=True)),
                    (
                        "verified_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("about__in", ["what", "when", "where", "order", "amount", "effect", "other"])),
                            name="fact_about_known",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("status__in", ["told", "verified", "assumed"])), name="fact_status_known"
                        ),
                        models.CheckConstraint(condition=models.Q(("words", ""), _negated=True), name="fact_has_words"),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("verified_at", None), ("verified_by", None)),
                                models.Q(("status", "verified"), ("verified_at__isnull", False), ("verified_by__isnull", False)),
                                _connector="OR",
                            ),
                            name="fact_verified_at_and_by",
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Reading",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("message", models.OneToOneField(on_delete=models.PROTECT, related_name="reading", to="amends.message")),
                    ("language", models.CharField(max_length=20)),
                    ("labels", models.JSONField()),
                    ("read_at", models.DateTimeField()),
                    (
                        "checked_at",
                        models.DateTimeField(help_text="when a person said that the labels are right, or put them right", null=True),
                    ),
                    (
                        "checked_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    (
                        "shown_at",
                        models.DateTimeField(help_text="when somebody asked who wrote it before anybody looked at it", null=True),
                    ),
                    (
                        "shown_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                ],
                options={
                    "indexes": [
                        models.Index(condition=models.Q(("checked_at", None)), fields=["read_at", "id"], name="reading_unchecked")
                    ],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("checked_at", None), ("checked_by", None)),
                                models.Q(("checked_at__isnull", False), ("checked_by__isnull", False)),
                                _connector="OR",
                            ),
                            name="reading_checked_at_and_by",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("shown_at", None), ("shown_by", None)),
                                models.Q(("shown_at__isnull", False), ("shown_by__isnull", False)),
                                _connector="OR",
                            ),
                            name="reading_shown_at_and_by",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Correction",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("reading", models.ForeignKey(on_delete=models.PROTECT, related_name="corrections", to="amends.reading")),
                    (
                        "kind",
                        models.CharField(
                            choices=[
                                ("complaint", "whether it is a complaint"),
                                ("failure", "what failed"),
                                ("emotion", "how it reads"),
                                ("flag", "what may not wait"),
                                ("severity", "how grave it is"),
                            ],
                            max_length=10,
                        ),
                    ),
                    ("label", models.CharField(max_length=20)),
                    ("holds", models.BooleanField()),
                    ("intensity", models.CharField(blank=True, default="", help_text="how strongly the feeling shows", max_length=6)),
                    ("because", models.TextField(blank=True, default="")),
                    ("corrected_at", models.DateTimeField()),
                    ("corrected_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("kind__in", ["complaint", "failure", "emotion", "flag", "severity"])),
                            name="correction_kind_known",
                        ),
                        models.CheckConstraint(condition=models.Q(("label", ""), _negated=True), name="correction_of_a_label"),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("intensity", ""),
                                models.Q(("holds", True), ("intensity__in", ("low", "medium", "high")), ("kind", "emotion")),
                                _connector="OR",
                            ),
                            name="correction_intensity_of_a_feeling",
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Decision",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("problem", models.ForeignKey(on_delete=models.PROTECT, related_name="decisions", to="amends.problem")),
                    ("tell", models.BooleanField()),
                    ("because", models.TextField()),
                    ("decided_at", models.DateTimeField()),
                    ("decided_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("seconded_at", models.DateTimeField(null=True)),
                    (
                        "seconded_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("ask_again_at", models.DateTimeField(null=True)),
                    ("over_at", models.DateTimeField(null=True)),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(condition=models.Q(("because", ""), _negated=True), name="decision_has_a_reason"),
                        models.UniqueConstraint(
                            condition=models.Q(("over_at", None)), fields=("problem",), name="decision_one_standing"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("seconded_at", None), ("seconded_by", None)),
                                models.Q(
                                    ("seconded_at__isnull", False),
                                    ("seconded_by__isnull", False),
                                    models.Q(("seconded_by", models.F("decided_by")), _negated=True),
                                ),
                                _connector="OR",
                            ),
                            name="decision_seconded_by_another",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("ask_again_at", None), ("tell", True)),
                                models.Q(("ask_again_at__isnull", False), ("tell", False)),
                                _connector="OR",
                            ),
                            name="decision_silence_is_asked_again",
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Notice",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("problem", models.ForeignKey(on_delete=models.PROTECT, related_name="notices", to="amends.problem")),
                    (
                        "kind",
                        models.CharField(
                            choices=[
                                ("tell", "telling them"),
                                ("update", "news for those who were told"),
                                ("follow_up", "asking some days later whether it is right"),
                            ],
                            max_length=10,
                        ),
                    ),
                    ("subject", models.TextField()),
                    ("words", models.TextField()),
                    ("promise", models.TextField(blank=True, default="")),
                    ("promise_due", models.DateTimeField(null=True)),
                    ("safety", models.BooleanField(default=False, help_text="it warns of harm, and goes while everything else rests")),
                    (
                        "held",
                        django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=4), default=list, size=None),
                    ),
                    ("because", models.TextField(blank=True, default="")),
                    ("written_at", models.DateTimeField()),
                    ("written_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("approved_at", models.DateTimeField(null=True)),
                    (
                        "approved_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("kind__in", ["tell", "update", "follow_up"])), name="notice_kind_known"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(models.Q(("subject", ""), _negated=True), models.Q(("words", ""), _negated=True)),
                            name="notice_has_words",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("promise", ""), ("promise_due", None)),
                                models.Q(models.Q(("promise", ""), _negated=True), ("promise_due__isnull", False)),
                                _connector="OR",
                            ),
                            name="notice_promise_has_a_time",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("approved_at", None), ("approved_by", None)),
                                models.Q(
                                    ("approved_at__isnull", False),
                                    ("approved_by__isnull", False),
                                    models.Q(("approved_by", models.F("written_by")), _negated=True),
                                ),
                                _connector="OR",
                            ),
                            name="notice_approved_by_another",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("because", ""), ("held", [])),
                                models.Q(models.Q(("held", []), _negated=True), models.Q(("because", ""), _negated=True)),
                                _connector="OR",
                            ),
                            name="notice_overridden_with_a_reason",
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Recipient",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("notice", models.ForeignKey(on_delete=models.PROTECT, related_name="recipients", to="amends.notice")),
                    ("wave", models.ForeignKey(db_index=False, on_delete=models.PROTECT, related_name="recipients", to="amends.wave")),
                    ("affected", models.ForeignKey(on_delete=models.PROTECT, related_name="notices", to="amends.affected")),
                    ("message", models.OneToOneField(null=True, on_delete=models.PROTECT, related_name="notice", to="amends.message")),
                    ("passed_over", models.TextField(blank=True, default="", help_text="why they did not get it after all")),
                    (
                        "held",
                        django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=4), default=list, size=None),
                    ),
                ],
                options={
                    "indexes": [
                        models.Index(
                            condition=models.Q(("message", None), ("passed_over", "")),
                            fields=["wave", "id"],
                            name="recipient_to_write",
                        ),
                        models.Index(fields=["wave"], name="recipient_of_wave"),
                    ],
                    "constraints": [
                        models.UniqueConstraint(fields=("notice", "affected"), name="recipient_once_a_notice"),
                        models.CheckConstraint(
                            condition=models.Q(("message", None), ("passed_over", ""), _connector="OR"),
                            name="recipient_written_to_or_passed_over",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("held", []), models.Q(("passed_over", ""), _negated=True), _connector="OR"),
                            name="recipient_held_is_passed_over",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Wave",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("notice", models.ForeignKey(on_delete=models.PROTECT, related_name="waves", to="amends.notice")),
                    ("people", models.IntegerField(default=0)),
                    ("begun_at", models.DateTimeField()),
                    ("begun_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("stopped_at", models.DateTimeField(null=True)),
                    (
                        "stopped_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("over_at", models.DateTimeField(null=True)),
                ],
                options={
                    "constraints": [
                        models.UniqueConstraint(condition=models.Q(("over_at", None)), fields=("notice",), name="wave_one_going"),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("stopped_at", None), ("stopped_by", None)),
                                models.Q(("stopped_at__isnull", False), ("stopped_by__isnull", False)),
                                _connector="OR",
                            ),
                            name="wave_stopped_at_and_by",
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Duty",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("person", models.OneToOneField(on_delete=models.PROTECT, related_name="duty", to=settings.AUTH_USER_MODEL)),
                    ("place", models.SmallIntegerField(unique=True)),
                ],
                options={"verbose_name_plural": "duties", "ordering": ["place"]},
            ),
            migrations.CreateModel(
                name="Page",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("alarm", models.ForeignKey(on_delete=models.PROTECT, related_name="pages", to="amends.alarm")),
                    ("person", models.ForeignKey(on_delete=models.PROTECT, related_name="pages", to=settings.AUTH_USER_MODEL)),
                    ("rung", models.SmallIntegerField()),
                    ("paged_at", models.DateTimeField()),
                    ("sent_at", models.DateTimeField(null=True)),
                ],
                options={
                    "indexes": [models.Index(condition=models.Q(("sent_at", None)), fields=["id"], name="page_to_send")],
                    "constraints": [models.UniqueConstraint(fields=("alarm", "rung"), name="page_once_a_rung")],
                },
            ),
            migrations.CreateModel(
                name="Report",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("alarm", models.OneToOneField(on_delete=models.PROTECT, related_name="report", to="amends.alarm")),
                    ("due_at", models.DateTimeField()),
                    ("warn_at", models.DateTimeField()),
                    (
                        "deadline",
                        models.OneToOneField(null=True, on_delete=models.PROTECT, related_name="report", to="amends.deadline"),
                    ),
                    ("told_to", models.CharField(blank=True, default="", max_length=200)),
                    ("told_at", models.DateTimeField(null=True)),
                    ("told_by", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("reference", models.CharField(blank=True, default="", max_length=200)),
                    ("evidence", models.TextField(blank=True, default="")),
                    ("spared_because", models.TextField(blank=True, default="")),
                    ("spared_at", models.DateTimeField(null=True)),
                    (
                        "spared_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("seconded_at", models.DateTimeField(null=True)),
                    (
                        "seconded_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("ended_at", models.DateTimeField(null=True)),
                ],
                options={
                    "indexes": [
                        models.Index(condition=models.Q(("ended_at", None)), fields=["due_at", "id"], name="report_outstanding")
                    ],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("evidence", ""), ("reference", ""), ("told_at", None), ("told_by", None), ("told_to", "")),
                                models.Q(
                                    ("told_at__isnull", False),
                                    ("told_by__isnull", False),
                                    models.Q(("told_to", ""), _negated=True),
                                    models.Q(("evidence", ""), _negated=True),
                                ),
                                _connector="OR",
                            ),
                            name="report_told_at_and_by",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("spared_at", None), ("spared_because", ""), ("spared_by", None)),
                                models.Q(
                                    ("spared_at__isnull", False),
                                    ("spared_by__isnull", False),
                                    models.Q(("spared_because", ""), _negated=True),
                                ),
                                _connector="OR",
                            ),
                            name="report_spared_at_and_by",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("seconded_at", None), ("seconded_by", None)),
                                models.Q(
                                    ("seconded_at__isnull", False),
                                    ("seconded_by__isnull", False),
                                    ("spared_by__isnull", False),
                                    models.Q(("seconded_by", models.F("spared_by")), _negated=True),
                                ),
                                _connector="OR",
                            ),
                            name="report_seconded_at_and_by",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("ended_at", None), ("seconded_at", None), ("told_at", None)),
                                models.Q(
                                    ("ended_at__isnull", False),
                                    models.Q(("told_at__isnull", False), ("seconded_at__isnull", False), _connector="OR"),
                                ),
                                _connector="OR",
                            ),
                            name="report_ends_told_or_spared",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Alarm",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="alarms", to="amends.case")),
                    ("problem", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="alarms", to="amends.problem")),
                    ("words", models.TextField()),
                    ("drill", models.BooleanField(default=False)),
                    ("raised_at", models.DateTimeField()),
                    (
                        "raised_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("answered_at", models.DateTimeField(null=True)),
                    (
                        "answered_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    (
                        "spokesperson",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("report_by", models.DateTimeField(null=True)),
                    ("over_at", models.DateTimeField(null=True)),
                    ("over_by", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("over_because", models.TextField(blank=True, default="")),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("answered_at", None), ("answered_by", None)),
                                models.Q(("answered_at__isnull", False), ("answered_by__isnull", False)),
                                _connector="OR",
                            ),
                            name="alarm_answered_at_and_by",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("over_at", None), ("over_because", ""), ("over_by", None)),
                                models.Q(
                                    ("over_at__isnull", False),
                                    ("over_by__isnull", False),
                                    models.Q(("over_because", ""), _negated=True),
                                ),
                                _connector="OR",
                            ),
                            name="alarm_over_with_a_reason",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("drill", False), ("report_by", None), _connector="OR"),
                            name="alarm_drill_reports_nothing",
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("case__isnull", False), ("over_at", None)),
                            fields=("case", "drill"),
                            name="alarm_one_a_case",
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Item",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("alarm", models.ForeignKey(on_delete=models.PROTECT, related_name="items", to="amends.alarm")),
                    ("words", models.CharField(max_length=200)),
                    ("place", models.SmallIntegerField()),
                    ("done_at", models.DateTimeField(null=True)),
                    ("done_by", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    "ordering": ["place"],
                    "constraints": [
                        models.UniqueConstraint(fields=("alarm", "place"), name="item_one_a_place"),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("done_at", None), ("done_by", None)),
                                models.Q(("done_at__isnull", False), ("done_by__isnull", False)),
                                _connector="OR",
                            ),
                            name="item_done_at_and_by",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Blob",
                fields=[
                    ("sha256", models.CharField(max_length=64, primary_key=True, serialize=False)),
                    ("size", models.IntegerField()),
                    ("data", models.BinaryField()),
                ],
                options={"constraints": [models.CheckConstraint(condition=models.Q(("size__gte", 0)), name="blob_size_positive")]},
            ),
            migrations.CreateModel(
                name="Attachment",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("message", models.ForeignKey(on_delete=models.PROTECT, related_name="attachments", to="amends.message")),
                    ("blob", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to="amends.blob")),
                    ("name", models.CharField(max_length=255)),
                    ("content_type", models.CharField(max_length=120)),
                ],
            ),
            migrations.CreateModel(
                name="Chase",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(on_delete=models.PROTECT, related_name="chases", to="amends.case")),
                    ("message", models.OneToOneField(on_delete=models.PROTECT, related_name="chase", to="amends.message")),
                    ("promise", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="chases", to="amends.promise")),
                    ("chased_at", models.DateTimeField()),
                ],
                options={"indexes": [models.Index(fields=["chased_at"], name="chase_at")]},
            ),
            migrations.CreateModel(
                name="Signal",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    (
                        "sign",
                        models.CharField(
                            choices=[
                                ("score", "a low score"),
                                ("refund", "a refund"),
                                ("chase", "they asked where it is"),
                                ("review", "a bad review"),
                                ("other", "another sign"),
                            ],
                            max_length=8,
                        ),
                    ),
                    ("case", models.OneToOneField(on_delete=models.PROTECT, related_name="signal", to="amends.case")),
                    ("words", models.TextField()),
                    ("seen_at", models.DateTimeField()),
                    ("noted_at", models.DateTimeField()),
                    ("source", models.CharField(blank=True, default="", max_length=80)),
                    ("source_id", models.CharField(blank=True, default="", max_length=200)),
                ],
                options={
                    "indexes": [models.Index(fields=["seen_at"], name="signal_seen")],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("sign__in", ["score", "refund", "chase", "review", "other"])), name="signal_sign_known"
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("source_id", ""), _negated=True),
                            fields=("source", "source_id"),
                            name="signal_source_once",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Assignment",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("experiment", models.ForeignKey(on_delete=models.PROTECT, related_name="assignments", to="amends.experiment")),
                    ("customer", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to="amends.customer")),
                    ("case", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="drawn", to="amends.case")),
                    ("arm", models.CharField(max_length=20)),
                    ("propensity", models.FloatField()),
                    ("draw", models.FloatField()),
                    (
                        "cluster",
                        models.CharField(
                            blank=True, default="", help_text="those who were hit by the same thing, and can compare", max_length=60
                        ),
                    ),
                    (
                        "stratum",
                        models.CharField(
                            blank=True,
                            db_default="",
                            default="",
                            help_text="the kind of case, where it is drawn by blocks",
                            max_length=40,
                        ),
                    ),
                    ("number", models.IntegerField(help_text="the how-manieth of its stratum, from nought", null=True)),
                    ("sealed", models.CharField(help_text="of the registration as it was at the draw", max_length=64)),
                    ("drawn_at", models.DateTimeField()),
                    ("cost", models.DecimalField(decimal_places=2, default=0, max_digits=12)),
                    ("result", models.CharField(blank=True, default="", max_length=10)),
                    ("resulted_at", models.DateTimeField(null=True)),
                ],
                options={
                    "indexes": [
                        models.Index(condition=models.Q(("result", "")), fields=["drawn_at"], name="assignment_without_result")
                    ],
                    "constraints": [
                        models.UniqueConstraint(fields=("experiment", "customer"), name="assignment_one_arm_each"),
                        models.UniqueConstraint(
                            condition=models.Q(("number__isnull", False)),
                            fields=("experiment", "stratum", "number"),
                            name="assignment_numbered_once",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("draw__gte", 0), ("draw__lt", 1), ("propensity__gt", 0), ("propensity__lte", 1)),
                            name="assignment_drawn",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("result", ""), ("resulted_at", None)),
                                models.Q(
                                    ("result__in", ["kept", "lost", "advocate", "elsewhere"]),
                                    ("resulted_at__gt", models.F("drawn_at")),
                                ),
                                _connector="OR",
                            ),
                            name="assignment_result_with_a_date",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="KeptOut",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("experiment", models.ForeignKey(on_delete=models.PROTECT, related_name="kept_out", to="amends.experiment")),
                    ("case", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to="amends.case")),
                    (
                        "fixed",
                        models.CharField(
                            choices=[
                                ("LAW", "the law or the contract says what is due"),
                                ("HARM", "the customer must be told of harm"),
                                ("FAULT", "an established fault is apologised for"),
                                ("SAFETY", "safety is concerned"),
                                ("LEGAL", "a lawyer or a regulator is involved"),
                                ("VULNERABLE", "the customer is vulnerable"),
                                ("PUBLIC", "it has become public"),
                                ("AGAIN", "it is not the customer's first failure"),
                                ("WISH", "the customer has said what would put it right"),
                                ("OBJECTION", "whoever has the case objects, with a reason"),
                            ],
                            max_length=12,
                        ),
                    ),
                    ("because", models.TextField(blank=True, default="")),
                    ("kept_out_at", models.DateTimeField()),
                    ("kept_out_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    "verbose_name_plural": "kept out",
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                (
                                    "fixed__in",
                                    ["LAW", "HARM", "FAULT", "SAFETY", "LEGAL", "VULNERABLE", "PUBLIC", "AGAIN", "WISH", "OBJECTION"],
                                )
                            ),
                            name="kept_out_by_a_known_rule",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("fixed", "OBJECTION"), _negated=True),
                                models.Q(("because", ""), _negated=True),
                                _connector="OR",
                            ),
                            name="kept_out_objection_with_a_reason",
                        ),
                        models.UniqueConstraint(fields=("experiment", "case"), name="kept_out_once"),
                    ],
                },
            ),
            migrations.CreateModel(
                name="WinBack",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("customer", models.ForeignKey(on_delete=models.PROTECT, related_name="win_backs", to="amends.customer")),
                    ("lost_case", models.ForeignKey(on_delete=models.PROTECT, related_name="win_backs", to="amends.case")),
                    ("case", models.OneToOneField(null=True, on_delete=models.PROTECT, related_name="win_back", to="amends.case")),
                    ("reason", models.TextField(help_text="why we lost them")),
                    (
                        "approach",
                        models.CharField(
                            choices=[
                                ("untouched", "left alone"),
                                ("apology", "an apology"),
                                ("discount", "a discount"),
                                ("proof", "proof that what failed was put right"),
                            ],
                            max_length=10,
                        ),
                    ),
                    (
                        "assignment",
                        models.OneToOneField(null=True, on_delete=models.PROTECT, related_name="win_back", to="amends.assignment"),
                    ),
                    ("fix", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to="amends.problem")),
                    ("asked_at", models.DateTimeField()),
                    ("asked_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    "indexes": [models.Index(fields=["-asked_at"], name="winback_recent")],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("approach__in", ["untouched", "apology", "discount", "proof"])),
                            name="winback_approach_known",
                        ),
                        models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="winback_has_a_reason"),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("approach", "proof"), _negated=True), ("fix__isnull", False), _connector="OR"
                            ),
                            name="winback_proof_of_a_fix",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("approach", "untouched"), ("assignment__isnull", False), ("case", None)),
                                models.Q(models.Q(("approach", "untouched"), _negated=True), ("case__isnull", False)),
                                _connector="OR",
                            ),
                            name="winback_untouched_by_lot_alone",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Sitting",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("begun_at", models.DateTimeField()),
                    ("begun_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("ended_at", models.DateTimeField(null=True)),
                    (
                        "ended_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("shown", models.JSONField(default=list)),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("ended_at", None), ("ended_by", None)),
                                models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                                _connector="OR",
                            ),
                            name="sitting_ended_at_and_by",
                        ),
                        models.UniqueConstraint(models.Value(1), condition=models.Q(("ended_at", None)), name="sitting_one_open"),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Said",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("sitting", models.ForeignKey(on_delete=models.CASCADE, related_name="said", to="amends.sitting")),
                    ("person", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    (
                        "role",
                        models.CharField(
                            choices=[("front", "front line"), ("management", "management"), ("ownership", "ownership")], max_length=12
                        ),
                    ),
                    ("item", models.SmallIntegerField()),
                    ("level", models.SmallIntegerField(null=True)),
                    ("said_at", models.DateTimeField()),
                ],
                options={
                    "constraints": [
                        models.UniqueConstraint(fields=("sitting", "person", "item"), name="said_once_a_statement"),
                        models.CheckConstraint(condition=models.Q(("item__gte", 1), ("item__lte", 28)), name="said_of_a_statement"),
                        models.CheckConstraint(
                            condition=models.Q(("level", None), models.Q(("level__gte", 0), ("level__lte", 4)), _connector="OR"),
                            name="said_on_the_scale",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("role__in", ["front", "management", "ownership"])), name="said_from_a_role"
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Approval",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(on_delete=models.PROTECT, related_name="approvals", to="amends.case")),
                    ("remedy", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to="amends.remedy")),
                    ("worth", models.DecimalField(decimal_places=2, max_digits=12)),
                    ("cost", models.DecimalField(decimal_places=2, max_digits=12)),
                    ("currency", models.CharField(max_length=3)),
                    ("failure", models.CharField(max_length=4)),
                    ("because", models.TextField()),
                    ("role", models.CharField(max_length=10)),
                    ("in_band", models.BooleanField()),
                    (
                        "state",
                        models.CharField(
                            choices=[
                                ("asked", "waits for an answer"),
                                ("refusing", "one says no; waits for a second reader"),
                                ("granted", "granted"),
                                ("passed", "passed by itself: nobody answered in time"),
                                ("refused", "refused, read twice"),
                                ("withdrawn", "withdrawn"),
                            ],
                            default="asked",
                            max_length=10,
                        ),
                    ),
                    ("asked_at", models.DateTimeField()),
                    ("asked_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    (
                        "approver",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="approvals", to=settings.AUTH_USER_MODEL),
                    ),
                    ("deadline", models.OneToOneField(on_delete=models.PROTECT, related_name="approval", to="amends.deadline")),
                    ("answered_at", models.DateTimeField(null=True)),
                    (
                        "answered_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("answer", models.TextField(blank=True, default="")),
                    (
                        "second_reader",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("passed_at", models.DateTimeField(null=True)),
                    ("looked_at", models.DateTimeField(null=True)),
                    (
                        "looked_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("look_words", models.TextField(blank=True, default="")),
                    (
                        "look_due",
                        models.OneToOneField(null=True, on_delete=models.PROTECT, related_name="second_look", to="amends.deadline"),
                    ),
                    ("spend", models.OneToOneField(null=True, on_delete=models.PROTECT, related_name="approval", to="amends.spend")),
                ],
                options={
                    "indexes": [
                        models.Index(
                            condition=models.Q(("state__in", ("asked", "refusing"))), fields=["asked_at"], name="approval_waiting"
                        )
                    ],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("state__in", ["asked", "refusing", "granted", "passed", "refused", "withdrawn"])),
                            name="approval_state_known",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("cost__gte", 0), ("worth__gte", 0)), name="approval_money_not_negative"
                        ),
                        models.CheckConstraint(condition=models.Q(("because", ""), _negated=True), name="approval_has_a_case_for_it"),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("answered_by", None), models.Q(("answered_by", models.F("asked_by")), _negated=True), _connector="OR"
                            ),
                            name="approval_not_by_its_asker",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("answered_at", None), ("answered_by", None)),
                                models.Q(("answered_at__isnull", False), ("answered_by__isnull", False)),
                                _connector="OR",
                            ),
                            name="approval_answered_at_and_by",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("state__in", ["granted"]), _negated=True),
                                models.Q(("answered_by__isnull", False), ("spend__isnull", False)),
                                _connector="OR",
                            ),
                            name="approval_granted_by_somebody",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("state", "passed"), _negated=True),
                                models.Q(("in_band", True), ("passed_at__isnull", False), ("spend__isnull", False)),
                                _connector="OR",
                            ),
                            name="approval_passes_only_in_band",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("state__in", ["refusing", "refused"]), _negated=True),
                                models.Q(("answered_by__isnull", False), models.Q(("answer", ""), _negated=True)),
                                _connector="OR",
                            ),
                            name="approval_refused_in_words",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("state", "refused"), _negated=True),
                                models.Q(
                                    ("second_reader__isnull", False),
                                    models.Q(("second_reader", models.F("answered_by")), _negated=True),
                                    models.Q(("second_reader", models.F("asked_by")), _negated=True),
                                ),
                                _connector="OR",
                            ),
                            name="approval_refused_by_two",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("looked_at", None), ("looked_by", None)),
                                models.Q(("looked_at__isnull", False), ("looked_by__isnull", False)),
                                _connector="OR",
                            ),
                            name="approval_looked_at_and_by",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Attempt",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(on_delete=models.PROTECT, related_name="attempts", to="amends.case")),
                    ("round", models.SmallIntegerField()),
                    (
                        "channel",
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
                    (
                        "result",
                        models.CharField(
                            choices=[
                                ("no_answer", "no answer"),
                                ("voicemail", "left a message"),
                                ("busy", "busy"),
                                ("wrong", "wrong number"),
                                ("not_home", "nobody home"),
                            ],
                            max_length=10,
                        ),
                    ),
                    ("follow_up", models.BooleanField(default=False)),
                    ("tried_at", models.DateTimeField()),
                    ("tried_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("channel__in", ["email", "phone", "letter", "visit", "portal", "form", "api"])),
                            name="attempt_channel_known",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("result__in", ["no_answer", "voicemail", "busy", "wrong", "not_home"])),
                            name="attempt_result_known",
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="CallBack",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(on_delete=models.PROTECT, related_name="call_backs", to="amends.case")),
                    ("about", models.TextField(blank=True, default="")),
                    (
                        "asked_via",
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
                    ("phone", models.CharField(blank=True, default="", max_length=40)),
                    ("asked_at", models.DateTimeField()),
                    (
                        "caller",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="call_backs", to=settings.AUTH_USER_MODEL),
                    ),
                    ("time_zone", models.CharField(max_length=60)),
                    ("hours_from", models.TimeField()),
                    ("hours_until", models.TimeField()),
                    ("deadline", models.OneToOneField(on_delete=models.PROTECT, related_name="call_back", to="amends.deadline")),
                    (
                        "promise",
                        models.OneToOneField(null=True, on_delete=models.PROTECT, related_name="call_back", to="amends.promise"),
                    ),
                    ("next_try_at", models.DateTimeField(null=True)),
                    ("done_at", models.DateTimeField(null=True)),
                    ("done_by", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("message", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to="amends.message")),
                    ("void_at", models.DateTimeField(null=True)),
                    ("void_because", models.TextField(blank=True, default="")),
                    ("attempts", models.ManyToManyField(related_name="call_backs", to="amends.attempt")),
                ],
                options={
                    "indexes": [
                        models.Index(
                            condition=models.Q(("done_at", None), ("void_at", None)), fields=["caller"], name="callback_of_caller"
                        ),
                        models.Index(
                            condition=models.Q(("done_at", None), ("void_at", None)), fields=["case"], name="callback_of_case"
                        ),
                        models.Index(
                            condition=models.Q(("done_at", None), ("next_try_at__isnull", False), ("void_at", None)),
                            fields=["next_try_at"],
                            name="callback_next_try",
                        ),
                    ],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("done_at", None), ("done_by", None), ("message", None)),
                                models.Q(
                                    ("done_at__isnull", False),
                                    ("done_by__isnull", False),
                                    ("message__isnull", False),
                                    ("void_at", None),
                                ),
                                _connector="OR",
                            ),
                            name="callback_done_by_a_call",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("void_at", None), ("void_because", "")),
                                models.Q(("void_at__isnull", False), models.Q(("void_because", ""), _negated=True)),
                                _connector="OR",
                            ),
                            name="callback_called_off_with_a_reason",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("asked_via__in", ["email", "phone", "letter", "visit", "portal", "form", "api"])),
                            name="callback_via_known",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Code",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("remedy", models.ForeignKey(on_delete=models.PROTECT, related_name="codes", to="amends.remedy")),
                    ("code", models.CharField(max_length=120, unique=True)),
                    ("uploaded_at", models.DateTimeField()),
                    ("uploaded_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("given_at", models.DateTimeField(null=True)),
                ],
                options={
                    "indexes": [models.Index(condition=models.Q(("given_at", None)), fields=["remedy", "id"], name="code_left")],
                    "constraints": [models.CheckConstraint(condition=models.Q(("code", ""), _negated=True), name="code_has_letters")],
                },
            ),
            migrations.CreateModel(
                name="Act",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(on_delete=models.PROTECT, related_name="acts", to="amends.case")),
                    ("words", models.TextField()),
                    ("round", models.SmallIntegerField()),
                    ("done_at", models.DateTimeField()),
                    ("done_by", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("verified_at", models.DateTimeField(null=True)),
                    (
                        "verified_by",
                        models.ForeignKey(
                            db_index=False, null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                        ),
                    ),
                    ("verified_how", models.TextField(blank=True, default="")),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(condition=models.Q(("words", ""), _negated=True), name="act_has_words"),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("verified_at", None), ("verified_by", None), ("verified_how", "")),
                                models.Q(
                                    ("verified_at__gte", models.F("done_at")),
                                    ("verified_at__isnull", False),
                                    ("verified_by__isnull", False),
                                    models.Q(("verified_how", ""), _negated=True),
                                ),
                                _connector="OR",
                            ),
                            name="act_verified_at_by_and_how",
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Concern",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(on_delete=models.PROTECT, related_name="concerns", to="amends.case")),
                    ("words", models.TextField()),
                    ("kind", models.CharField(choices=[("stated", "stated"), ("implied", "implied")], default="stated", max_length=8)),
                    ("noted_at", models.DateTimeField()),
                    (
                        "noted_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("act", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="concerns", to="amends.act")),
                    ("addressed_at", models.DateTimeField(null=True)),
                    ("waived_at", models.DateTimeField(null=True)),
                    (
                        "waived_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("waived_because", models.TextField(blank=True, default="")),
                    (
                        "answer",
                        models.CharField(
                            blank=True, choices=[("right", "put right"), ("not_yet", "not yet")], default="", max_length=8
                        ),
                    ),
                    ("answered_at", models.DateTimeField(null=True)),
                    ("answered_via", models.CharField(blank=True, default="", max_length=10)),
                    ("answer_words", models.TextField(blank=True, default="")),
                ],
                options={
                    "indexes": [models.Index(fields=["case"], name="concern_case")],
                    "constraints": [
                        models.CheckConstraint(condition=models.Q(("kind__in", ["stated", "implied"])), name="concern_kind_known"),
                        models.CheckConstraint(condition=models.Q(("words", ""), _negated=True), name="concern_has_words"),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("act", None), ("addressed_at", None)),
                                models.Q(("act__isnull", False), ("addressed_at__isnull", False)),
                                _connector="OR",
                            ),
                            name="concern_addressed_by_an_act",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("waived_at", None), ("waived_because", ""), ("waived_by", None)),
                                models.Q(
                                    ("waived_at__isnull", False),
                                    ("waived_by__isnull", False),
                                    models.Q(("waived_because", ""), _negated=True),
                                ),
                                _connector="OR",
                            ),
                            name="concern_waived_with_reason",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("answer", ""), ("answered_at", None), ("answered_via", "")),
                                models.Q(
                                    ("answer__in", ["right", "not_yet"]),
                                    ("answered_at__isnull", False),
                                    models.Q(("answered_via", ""), _negated=True),
                                ),
                                _connector="OR",
                            ),
                            name="concern_answer_has_time_and_way",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Round",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(on_delete=models.PROTECT, related_name="rounds", to="amends.case")),
                    ("number", models.SmallIntegerField()),
                    ("readback", models.TextField(blank=True, default="")),
                    ("readback_at", models.DateTimeField(null=True)),
                    (
                        "readback_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("confirmed_at", models.DateTimeField(null=True)),
                    (
                        "confirmed_via",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("email", "e-mail"),
                                ("phone", "phone"),
                                ("letter", "letter"),
                                ("visit", "visit"),
                                ("portal", "the portal"),
                                ("form", "the form"),
                                ("api", "the API"),
                            ],
                            default="",
                            max_length=10,
                        ),
                    ),
                    ("disputed_at", models.DateTimeField(null=True)),
                    ("disputed_words", models.TextField(blank=True, default="")),
                    ("wish_asked_at", models.DateTimeField(null=True)),
                    (
                        "wish_asked_via",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("email", "e-mail"),
                                ("phone", "phone"),
                                ("letter", "letter"),
                                ("visit", "visit"),
                                ("portal", "the portal"),
                                ("form", "the form"),
                                ("api", "the API"),
                            ],
                            default="",
                            max_length=10,
                        ),
                    ),
                    ("wish", models.TextField(blank=True, default="")),
                    ("wish_told_at", models.DateTimeField(null=True)),
                    (
                        "wish_told_via",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("email", "e-mail"),
                                ("phone", "phone"),
                                ("letter", "letter"),
                                ("visit", "visit"),
                                ("portal", "the portal"),
                                ("form", "the form"),
                                ("api", "the API"),
                            ],
                            default="",
                            max_length=10,
                        ),
                    ),
                    ("agreement", models.TextField(blank=True, default="")),
                    ("agreed_at", models.DateTimeField(null=True)),
                    (
                        "agreed_via",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("email", "e-mail"),
                                ("phone", "phone"),
                                ("letter", "letter"),
                                ("visit", "visit"),
                                ("portal", "the portal"),
                                ("form", "the form"),
                                ("api", "the API"),
                            ],
                            default="",
                            max_length=10,
                        ),
                    ),
                    (
                        "agreed_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    (
                        "mail_alone",
                        models.TextField(blank=True, default="", help_text="why mail alone must do, where policy wants a voice"),
                    ),
                    ("mail_alone_at", models.DateTimeField(null=True)),
                    (
                        "mail_alone_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                ],
                options={
                    "constraints": [
                        models.UniqueConstraint(fields=("case", "number"), name="round_once"),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("readback", ""), ("readback_at", None), ("readback_by", None)),
                                models.Q(
                                    models.Q(("readback", ""), _negated=True),
                                    ("readback_at__isnull", False),
                                    ("readback_by__isnull", False),
                                ),
                                _connector="OR",
                            ),
                            name="round_readback_at_and_by",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("confirmed_at", None), ("confirmed_via", "")),
                                models.Q(
                                    ("confirmed_at__isnull", False),
                                    ("disputed_at", None),
                                    ("readback_at__isnull", False),
                                    models.Q(("confirmed_via", ""), _negated=True),
                                ),
                                _connector="OR",
                            ),
                            name="round_confirms_a_readback",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("wish", ""), ("wish_told_at", None), ("wish_told_via", "")),
                                models.Q(
                                    models.Q(("wish", ""), _negated=True),
                                    ("wish_asked_at__isnull", False),
                                    ("wish_told_at__isnull", False),
                                    models.Q(("wish_told_via", ""), _negated=True),
                                ),
                                _connector="OR",
                            ),
                            name="round_wish_was_asked",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("wish_asked_at", None), ("wish_asked_via", "")),
                                models.Q(("wish_asked_at__isnull", False), models.Q(("wish_asked_via", ""), _negated=True)),
                                _connector="OR",
                            ),
                            name="round_asked_at_and_via",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("agreed_at", None), ("agreed_by", None), ("agreed_via", ""), ("agreement", "")),
                                models.Q(
                                    models.Q(("agreement", ""), _negated=True),
                                    ("agreed_at__isnull", False),
                                    ("agreed_by__isnull", False),
                                    ("wish_told_at__isnull", False),
                                    models.Q(("agreed_via", ""), _negated=True),
                                ),
                                _connector="OR",
                            ),
                            name="round_agreement_follows_a_wish",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("mail_alone", ""), ("mail_alone_at", None), ("mail_alone_by", None)),
                                models.Q(
                                    models.Q(("mail_alone", ""), _negated=True),
                                    ("mail_alone_at__isnull", False),
                                    ("mail_alone_by__isnull", False),
                                ),
                                _connector="OR",
                            ),
                            name="round_mail_alone_with_a_reason",
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Consent",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(on_delete=models.PROTECT, related_name="consents", to="amends.case")),
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
                    ("recorded_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("withdrawn_at", models.DateTimeField(null=True)),
                    (
                        "withdrawn_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("via__in", ["email", "phone", "letter", "visit", "portal", "form", "api"])),
                            name="consent_via_known",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(
                                    ("withdrawn_at", None),
                                    ("yes", True),
                                    models.Q(("words", ""), _negated=True),
                                    models.Q(("said", ""), _negated=True),
                                ),
                                models.Q(("withdrawn_at", None), ("words", ""), ("yes", False), models.Q(("said", ""), _negated=True)),
                                models.Q(("said", ""), ("withdrawn_at__isnull", False), ("words", ""), ("yes", True)),
                                _connector="OR",
                            ),
                            name="consent_words_while_it_stands",
                        ),
                        models.CheckConstraint(
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
                    ]
                },
            ),
            migrations.CreateModel(
                name="Alert",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("deadline", models.ForeignKey(on_delete=models.CASCADE, related_name="alerts", to="amends.deadline")),
                    ("person", models.ForeignKey(on_delete=models.PROTECT, related_name="alerts", to=settings.AUTH_USER_MODEL)),
                    ("about", models.CharField(choices=[("warning", "about to be missed"), ("miss", "missed")], max_length=8)),
                    ("due_at", models.DateTimeField(help_text="when it was due; a deadline that was moved may be warned of again")),
                    ("rung", models.CharField(max_length=20)),
                    ("raised_at", models.DateTimeField()),
                    ("notify_at", models.DateTimeField()),
                    ("mailed_at", models.DateTimeField(null=True)),
                    ("seen_at", models.DateTimeField(null=True)),
                ],
                options={
                    "indexes": [
                        models.Index(condition=models.Q(("mailed_at", None)), fields=["notify_at", "id"], name="alert_to_mail"),
                        models.Index(condition=models.Q(("seen_at", None)), fields=["person", "-raised_at"], name="alert_unseen"),
                    ],
                    "constraints": [
                        models.UniqueConstraint(fields=("deadline", "person", "about", "due_at"), name="alert_once"),
                        models.CheckConstraint(condition=models.Q(("about__in", ["warning", "miss"])), name="alert_about_known"),
                        models.CheckConstraint(
                            condition=models.Q(("notify_at__gte", models.F("raised_at"))), name="alert_notified_after_raised"
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Effort",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(on_delete=models.PROTECT, related_name="efforts", to="amends.case")),
                    (
                        "kind",
                        models.CharField(
                            choices=[
                                ("contacts", "to contact us again"),
                                ("forms", "to fill in a form"),
                                ("documents", "to send a document"),
                                ("repeats", "to tell it again"),
                                ("transfers", "to speak to somebody else"),
                            ],
                            max_length=12,
                        ),
                    ),
                    ("words", models.TextField()),
                    ("asked_at", models.DateTimeField()),
                    ("asked_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    (
                        "deadline",
                        models.OneToOneField(null=True, on_delete=models.PROTECT, related_name="effort", to="amends.deadline"),
                    ),
                    ("eased_at", models.DateTimeField(null=True)),
                    (
                        "eased_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("eased_words", models.TextField(blank=True, default="")),
                ],
                options={
                    "indexes": [models.Index(fields=["case"], name="effort_case")],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("kind__in", ["contacts", "forms", "documents", "repeats", "transfers"])),
                            name="effort_kind_known",
                        ),
                        models.CheckConstraint(condition=models.Q(("words", ""), _negated=True), name="effort_says_what"),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("eased_at", None), ("eased_by", None), ("eased_words", "")),
                                models.Q(
                                    ("eased_at__isnull", False),
                                    ("eased_by__isnull", False),
                                    models.Q(("eased_words", ""), _negated=True),
                                ),
                                _connector="OR",
                            ),
                            name="effort_eased_in_words",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="FollowUp",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(on_delete=models.PROTECT, related_name="follow_ups", to="amends.case")),
                    ("round", models.SmallIntegerField()),
                    ("kind", models.CharField(choices=[("mail", "mail"), ("call", "call")], max_length=4)),
                    ("planned_at", models.DateTimeField()),
                    ("due_at", models.DateTimeField()),
                    ("done_at", models.DateTimeField(null=True)),
                    ("done_by", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("message", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to="amends.message")),
                    ("waived_at", models.DateTimeField(null=True)),
                    (
                        "waived_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("waived_because", models.TextField(blank=True, default="")),
                    ("void_at", models.DateTimeField(null=True)),
                ],
                options={
                    "constraints": [
                        models.UniqueConstraint(fields=("case", "round", "kind"), name="followup_once_a_round"),
                        models.CheckConstraint(condition=models.Q(("kind__in", ["mail", "call"])), name="followup_kind_known"),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("done_at", None), ("done_by", None), ("message", None)),
                                models.Q(("done_at__isnull", False), ("done_by__isnull", False), ("message__isnull", False)),
                                _connector="OR",
                            ),
                            name="followup_done_by_a_message",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("waived_at", None), ("waived_because", ""), ("waived_by", None)),
                                models.Q(
                                    ("done_at", None),
                                    ("waived_at__isnull", False),
                                    ("waived_by__isnull", False),
                                    models.Q(("waived_because", ""), _negated=True),
                                ),
                                _connector="OR",
                            ),
                            name="followup_waived_with_reason",
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Decline",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(on_delete=models.PROTECT, related_name="declines", to="amends.case")),
                    ("because", models.TextField()),
                    ("instead", models.TextField(help_text="what is done for them all the same")),
                    ("reader", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    (
                        "state",
                        models.CharField(
                            choices=[
                                ("proposed", "waits for a second reader"),
                                ("agreed", "declined, read by two"),
                                ("objected", "the second reader does not agree"),
                                ("withdrawn", "withdrawn"),
                            ],
                            default="proposed",
                            max_length=9,
                        ),
                    ),
                    ("deadline", models.OneToOneField(on_delete=models.PROTECT, related_name="decline", to="amends.deadline")),
                    ("proposed_at", models.DateTimeField()),
                    ("proposed_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("answered_at", models.DateTimeField(null=True)),
                    (
                        "answered_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("answer", models.TextField(blank=True, default="")),
                ],
                options={
                    "constraints": [
                        models.UniqueConstraint(condition=models.Q(("state", "proposed")), fields=("case",), name="decline_one_waits"),
                        models.CheckConstraint(
                            condition=models.Q(("state__in", ["proposed", "agreed", "objected", "withdrawn"])),
                            name="decline_state_known",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(models.Q(("because", ""), _negated=True), models.Q(("instead", ""), _negated=True)),
                            name="decline_says_why_and_what_instead",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("state__in", ["agreed", "objected"]), _negated=True),
                                models.Q(
                                    ("answered_by__isnull", False), models.Q(("answered_by", models.F("proposed_by")), _negated=True)
                                ),
                                _connector="OR",
                            ),
                            name="decline_read_by_another",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("answered_at", None), ("answered_by", None)),
                                models.Q(("answered_at__isnull", False), ("answered_by__isnull", False)),
                                _connector="OR",
                            ),
                            name="decline_answered_at_and_by",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("state", "objected"), _negated=True),
                                models.Q(("answer", ""), _negated=True),
                                _connector="OR",
                            ),
                            name="decline_objected_in_words",
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Handoff",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(on_delete=models.PROTECT, related_name="handoffs", to="amends.case")),
                    ("giver", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("receiver", models.ForeignKey(on_delete=models.PROTECT, related_name="handoffs", to=settings.AUTH_USER_MODEL)),
                    ("gain", models.TextField()),
                    ("brief", models.TextField()),
                    ("offered_at", models.DateTimeField()),
                    ("offered_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("deadline", models.OneToOneField(on_delete=models.PROTECT, related_name="handoff", to="amends.deadline")),
                    ("accepted_at", models.DateTimeField(null=True)),
                    ("message", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to="amends.message")),
                    ("declined_at", models.DateTimeField(null=True)),
                    ("declined_because", models.TextField(blank=True, default="")),
                ],
                options={
                    "indexes": [
                        models.Index(
                            condition=models.Q(("accepted_at", None), ("declined_at", None)),
                            fields=["receiver"],
                            name="handoff_to_receiver",
                        )
                    ],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(models.Q(("gain", ""), _negated=True), models.Q(("brief", ""), _negated=True)),
                            name="handoff_has_gain_and_brief",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("giver", models.F("receiver")), _negated=True), name="handoff_between_two"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("accepted_at", None), ("message", None)),
                                models.Q(("accepted_at__isnull", False), ("declined_at", None), ("message__isnull", False)),
                                _connector="OR",
                            ),
                            name="handoff_accepted_and_told",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("declined_at", None), ("declined_because", "")),
                                models.Q(("declined_at__isnull", False), models.Q(("declined_because", ""), _negated=True)),
                                _connector="OR",
                            ),
                            name="handoff_declined_with_a_reason",
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("accepted_at", None), ("declined_at", None)),
                            fields=("case",),
                            name="handoff_one_standing",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Chronicle",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    (
                        "kind",
                        models.CharField(
                            choices=[
                                ("deed", "something done"),
                                ("delivery", "something delivered"),
                                ("money", "something paid"),
                                ("call", "a call"),
                            ],
                            max_length=10,
                        ),
                    ),
                    ("queue", models.ForeignKey(null=True, on_delete=models.CASCADE, related_name="+", to="amends.queue")),
                    ("name", models.CharField(max_length=200)),
                    ("packed", models.BinaryField()),
                    ("n", models.IntegerField()),
                    ("closed", models.IntegerField()),
                    ("group", models.CharField(blank=True, default="", max_length=80)),
                    ("opened_from", models.DateTimeField()),
                    ("until", models.DateTimeField()),
                    ("taken_in_at", models.DateTimeField()),
                    (
                        "taken_in_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                ],
                options={
                    "constraints": [
                        models.UniqueConstraint(fields=("kind", "queue"), name="chronicle_once", nulls_distinct=False),
                        models.CheckConstraint(
                            condition=models.Q(("kind__in", ["deed", "delivery", "money", "call"])), name="chronicle_kind_known"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("closed__gte", 0), ("closed__lte", models.F("n")), ("n__gt", 0)),
                            name="chronicle_counts",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("opened_from__lte", models.F("until")), ("until__lte", models.F("taken_in_at"))),
                            name="chronicle_in_order",
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="StandIn",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("absence", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="stand_ins", to="amends.absence")),
                    ("of", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    (
                        "person",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="stand_ins", to=settings.AUTH_USER_MODEL),
                    ),
                    ("case", models.ForeignKey(on_delete=models.PROTECT, related_name="stand_ins", to="amends.case")),
                    (
                        "call_back",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="stand_ins", to="amends.callback"),
                    ),
                    ("ask", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="stand_ins", to="amends.ask")),
                    ("began_at", models.DateTimeField()),
                    (
                        "deadline",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="stand_ins", to="amends.deadline"),
                    ),
                    ("message", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to="amends.message")),
                    ("offered_at", models.DateTimeField(null=True)),
                    ("answered_at", models.DateTimeField(null=True)),
                    (
                        "answer",
                        models.CharField(
                            blank=True,
                            choices=[("taken", "taken back"), ("left", "left where it is"), ("overtaken", "moved on meanwhile")],
                            default="",
                            max_length=10,
                        ),
                    ),
                ],
                options={
                    "indexes": [
                        models.Index(
                            condition=models.Q(("answer", ""), ("offered_at__isnull", False)), fields=["of"], name="standin_offered"
                        ),
                        models.Index(fields=["case"], name="standin_of_case"),
                    ],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("answer", ""), ("answered_at", None)),
                                models.Q(("answer__in", ["taken", "left", "overtaken"]), ("answered_at__isnull", False)),
                                _connector="OR",
                            ),
                            name="standin_answered_known",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("call_back", None), ("ask", None), _connector="OR"), name="standin_for_one_thing"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("person", models.F("of")), _negated=True), name="standin_is_somebody_else"
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Note",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(on_delete=models.PROTECT, related_name="notes", to="amends.case")),
                    ("words", models.TextField()),
                    ("written_at", models.DateTimeField()),
                    ("written_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    (
                        "found_by",
                        models.GeneratedField(
                            db_persist=True,
                            expression=django.contrib.postgres.search.SearchVector("words", config="simple"),
                            output_field=django.contrib.postgres.search.SearchVectorField(),
                        ),
                    ),
                ],
                options={
                    "indexes": [django.contrib.postgres.indexes.GinIndex(fields=["found_by"], name="note_found_by")],
                    "constraints": [models.CheckConstraint(condition=models.Q(("words", ""), _negated=True), name="note_has_words")],
                },
            ),
            migrations.CreateModel(
                name="Draft",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(on_delete=models.CASCADE, related_name="drafts", to="amends.case")),
                    ("person", models.ForeignKey(on_delete=models.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("words", models.TextField(blank=True)),
                    ("fields", models.JSONField(default=dict)),
                    ("saved_at", models.DateTimeField()),
                ],
                options={"constraints": [models.UniqueConstraint(fields=("case", "person"), name="draft_one_each")]},
            ),
            migrations.CreateModel(
                name="Loss",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.OneToOneField(on_delete=models.PROTECT, related_name="loss", to="amends.case")),
                    (
                        "failure",
                        models.CharField(
                            choices=[
                                ("F1", "what they bought did not work, or was not done"),
                                ("F2", "late"),
                                ("F3", "wrong information or data"),
                                ("F4", "rude, or not looked after"),
                                ("F5", "charged wrongly: price, fee, bill"),
                                ("F6", "too much trouble for them"),
                                ("F7", "ignored, or not told"),
                                ("F8", "safety, harm or privacy"),
                                ("F9", "a need of theirs we did not meet"),
                                ("F10", "beyond our control"),
                            ],
                            max_length=4,
                        ),
                    ),
                    ("amount", models.DecimalField(decimal_places=2, max_digits=12)),
                    ("currency", models.CharField(max_length=3)),
                    ("rejected", models.BooleanField(default=True)),
                    (
                        "fault",
                        models.CharField(
                            choices=[("established", "it was our fault"), ("open", "not established"), ("not_ours", "not our fault")],
                            default="open",
                            max_length=12,
                        ),
                    ),
                    ("payment", models.CharField(blank=True, default="", max_length=120)),
                    (
                        "token",
                        models.SmallIntegerField(
                            db_default=100, default=100, help_text="up to which share of policy's token, in hundredths"
                        ),
                    ),
                    ("noted_at", models.DateTimeField()),
                    ("noted_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(condition=models.Q(("amount__gte", 0)), name="loss_not_negative"),
                        models.CheckConstraint(
                            condition=models.Q(("failure__in", ["F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10"])),
                            name="loss_failure_known",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("fault__in", ["established", "open", "not_ours"])), name="loss_fault_known"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("currency__regex", "^[A-Z]{3}$")), name="loss_currency_of_three_letters"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("token__gte", 0), ("token__lte", 100)), name="loss_token_within_policy"
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Offer",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(on_delete=models.PROTECT, related_name="offers", to="amends.case")),
                    ("round", models.SmallIntegerField()),
                    ("wish", models.BooleanField(help_text="their own wish, granted")),
                    ("goodwill", models.BooleanField(default=False)),
                    ("because", models.TextField(blank=True, default="")),
                    (
                        "left_out",
                        models.TextField(blank=True, default="", help_text="why no money back, where it was paid for nothing"),
                    ),
                    ("currency", models.CharField(max_length=3)),
                    ("planned", models.DecimalField(decimal_places=2, max_digits=12)),
                    ("asked", models.DecimalField(decimal_places=2, max_digits=12, null=True)),
                    ("made_at", models.DateTimeField()),
                    ("made_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    (
                        "backed_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    (
                        "told_via",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("email", "e-mail"),
                                ("phone", "phone"),
                                ("letter", "letter"),
                                ("visit", "visit"),
                                ("portal", "the portal"),
                                ("form", "the form"),
                                ("api", "the API"),
                            ],
                            default="",
                            max_length=10,
                        ),
                    ),
                    ("told_in", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to="amends.message")),
                    ("spend", models.OneToOneField(null=True, on_delete=models.PROTECT, related_name="offer", to="amends.spend")),
                    (
                        "approval",
                        models.OneToOneField(null=True, on_delete=models.PROTECT, related_name="offer", to="amends.approval"),
                    ),
                    ("begun_at", models.DateTimeField(null=True)),
                    ("withdrawn_at", models.DateTimeField(null=True)),
                    (
                        "withdrawn_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("withdrawn_because", models.TextField(blank=True, default="")),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("planned__gte", 0), models.Q(("asked", None), ("asked__gte", 0), _connector="OR")),
                            name="offer_money_not_negative",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("withdrawn_at", None), ("withdrawn_because", ""), ("withdrawn_by", None)),
                                models.Q(
                                    ("begun_at", None),
                                    ("withdrawn_at__isnull", False),
                                    ("withdrawn_by__isnull", False),
                                    models.Q(("withdrawn_because", ""), _negated=True),
                                ),
                                _connector="OR",
                            ),
                            name="offer_withdrawn_before_it_began",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("told_via__in", ["", "email", "phone", "letter", "visit", "portal", "form", "api"])),
                            name="offer_told_by_a_known_way",
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Option",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("offer", models.ForeignKey(on_delete=models.PROTECT, related_name="options", to="amends.offer")),
                    ("position", models.SmallIntegerField()),
                    ("remedy", models.ForeignKey(on_delete=models.PROTECT, related_name="options", to="amends.remedy")),
                    ("kind", models.CharField(max_length=24)),
                    ("name", models.CharField(max_length=200)),
                    ("words", models.TextField(blank=True, default="")),
                    ("worth", models.DecimalField(decimal_places=2, max_digits=12)),
                    ("cost", models.DecimalField(decimal_places=2, max_digits=12)),
                    ("ready_at", models.DateTimeField()),
                    ("because", models.TextField(blank=True, default="")),
                    ("work", models.TextField(blank=True, default="", help_text="what they would have to do")),
                ],
                options={
                    "ordering": ["position"],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("position__gte", 1), ("position__lte", 3)), name="option_one_to_three"
                        ),
                        models.UniqueConstraint(fields=("offer", "position"), name="option_one_a_place"),
                        models.UniqueConstraint(fields=("offer", "kind"), name="option_distinct_in_kind"),
                        models.UniqueConstraint(fields=("id", "offer"), name="option_of_its_offer"),
                        models.CheckConstraint(
                            condition=models.Q(("cost__gte", 0), ("worth__gte", 0)), name="option_money_not_negative"
                        ),
                        models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="option_has_a_name"),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Choice",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("offer", models.ForeignKey(on_delete=models.PROTECT, related_name="choices", to="amends.offer")),
                    ("option", models.ForeignKey(on_delete=models.PROTECT, related_name="choices", to="amends.option")),
                    ("remedy", models.ForeignKey(on_delete=models.PROTECT, related_name="choices", to="amends.remedy")),
                    ("case", models.ForeignKey(on_delete=models.PROTECT, related_name="choices", to="amends.case")),
                    ("stands", models.BooleanField(default=True)),
                    ("chosen_at", models.DateTimeField()),
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
                    ("theirs", models.BooleanField(help_text="by their own hand; otherwise recorded for them")),
                    (
                        "recorded_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("words", models.TextField(blank=True, default="")),
                    ("consented", models.BooleanField(default=False, help_text="to what they have to do for it")),
                    ("works", models.BooleanField(default=False, help_text="it asks something of them")),
                    ("worth", models.DecimalField(decimal_places=2, max_digits=12)),
                    ("promise", models.OneToOneField(on_delete=models.PROTECT, related_name="choice", to="amends.promise")),
                    ("superseded_at", models.DateTimeField(null=True)),
                    ("executed_at", models.DateTimeField(null=True)),
                    ("on_its_way_at", models.DateTimeField(null=True)),
                    ("had_at", models.DateTimeField(null=True)),
                    (
                        "had_how",
                        models.CharField(blank=True, choices=[("received", "received"), ("used", "used")], default="", max_length=8),
                    ),
                    ("missed_at", models.DateTimeField(null=True)),
                    (
                        "missed_how",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("unused", "never used"),
                                ("declined", "declined after all"),
                                ("failed", "could not be carried out"),
                            ],
                            default="",
                            max_length=8,
                        ),
                    ),
                    ("missed_because", models.TextField(blank=True, default="")),
                ],
                options={
                    "indexes": [
                        models.Index(
                            condition=models.Q(("executed_at__isnull", False), ("stands", True)),
                            fields=["remedy", "-executed_at"],
                            include=("chosen_at", "had_at", "missed_at"),
                            name="choice_history",
                        ),
                        models.Index(fields=["case"], name="choice_case"),
                    ],
                    "constraints": [
                        models.UniqueConstraint(condition=models.Q(("stands", True)), fields=("offer",), name="choice_one_stands"),
                        models.UniqueConstraint(fields=("id", "stands"), name="choice_and_whether_it_stands"),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("stands", True), ("superseded_at", None)),
                                models.Q(("stands", False), ("superseded_at__isnull", False)),
                                _connector="OR",
                            ),
                            name="choice_stands_until_superseded",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("via__in", ["email", "phone", "letter", "visit", "portal", "form", "api"])),
                            name="choice_via_known",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("recorded_by", None), ("theirs", True)),
                                models.Q(("recorded_by__isnull", False), ("theirs", False)),
                                _connector="OR",
                            ),
                            name="choice_theirs_or_recorded",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("works", False), ("consented", True), _connector="OR"),
                            name="choice_consents_to_the_work",
                        ),
                        models.CheckConstraint(condition=models.Q(("worth__gte", 0)), name="choice_money_not_negative"),
                        models.CheckConstraint(
                            condition=models.Q(("executed_at", None), ("executed_at__gte", models.F("chosen_at")), _connector="OR"),
                            name="choice_agreed_before_executed",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("on_its_way_at", None), ("executed_at__isnull", False), _connector="OR"),
                            name="choice_executed_before_on_its_way",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("had_at", None), ("had_how", "")),
                                models.Q(
                                    ("executed_at__isnull", False), ("had_at__isnull", False), ("had_how__in", ["received", "used"])
                                ),
                                _connector="OR",
                            ),
                            name="choice_executed_before_had",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("missed_at", None), ("missed_because", ""), ("missed_how", "")),
                                models.Q(
                                    ("missed_at__isnull", False),
                                    ("missed_how__in", ["unused", "declined", "failed"]),
                                    models.Q(("missed_because", ""), _negated=True),
                                ),
                                _connector="OR",
                            ),
                            name="choice_missed_with_a_reason",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Usability",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(on_delete=models.PROTECT, related_name="usabilities", to="amends.case")),
                    ("remedy", models.ForeignKey(on_delete=models.PROTECT, related_name="usabilities", to="amends.remedy")),
                    ("question", models.CharField(max_length=200)),
                    ("can", models.BooleanField()),
                    ("words", models.TextField(blank=True, default="")),
                    ("noted_at", models.DateTimeField()),
                    ("noted_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    "constraints": [
                        models.UniqueConstraint(fields=("case", "remedy", "question"), name="usability_answered_once"),
                        models.CheckConstraint(
                            condition=models.Q(("question", ""), _negated=True), name="usability_answers_a_question"
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Response",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(on_delete=models.PROTECT, related_name="responses", to="amends.case")),
                    (
                        "kind",
                        models.CharField(
                            choices=[
                                ("acknowledgement", "an acknowledgement"),
                                ("first_answer", "a first answer"),
                                ("inbound", "opening what they sent"),
                                ("next_update", "the next update"),
                                ("call_back", "a call-back"),
                                ("promise", "a promise"),
                                ("ask", "an answer from a colleague"),
                                ("check", "checking what a colleague did"),
                                ("approval", "an approval"),
                                ("task", "something to see to"),
                                ("corrective", "a change so that it stops"),
                                ("handoff", "taking over the case"),
                                ("stand_in", "telling them who stands in"),
                                ("follow_up_mail", "the follow-up mail"),
                                ("follow_up_call", "the follow-up call"),
                                ("patience", "the end of the wait for their answer"),
                                ("holding", "a holding response"),
                                ("final", "the final response"),
                                ("stage_1", "the stage 1 response"),
                                ("stage_2", "the stage 2 response"),
                                ("summary", "the summary of the resolution"),
                                ("report", "a report to the regulator"),
                            ],
                            max_length=16,
                        ),
                    ),
                    ("stage", models.SmallIntegerField(default=1)),
                    ("letter", models.CharField(max_length=80)),
                    ("pack", models.CharField(max_length=60)),
                    ("message", models.OneToOneField(on_delete=models.PROTECT, related_name="response", to="amends.message")),
                    ("sent_at", models.DateTimeField()),
                    ("sent_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    (
                        "outcomes",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.CharField(max_length=80), blank=True, default=list, size=None
                        ),
                    ),
                    ("chosen", models.JSONField(blank=True, default=dict)),
                    ("slots", models.JSONField(blank=True, default=dict)),
                    ("because", models.TextField(blank=True, default="")),
                    ("referral", models.CharField(blank=True, default="", max_length=200)),
                    ("refer_until", models.DateTimeField(null=True)),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("kind__in", ("acknowledgement", "holding", "final", "stage_1", "stage_2", "summary"))),
                            name="response_kind_known",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("kind", "stage_2"), ("stage", 2)),
                                models.Q(models.Q(("kind", "stage_2"), _negated=True), ("stage", 1)),
                                _connector="OR",
                            ),
                            name="response_of_a_stage",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(models.Q(("letter", ""), _negated=True), models.Q(("pack", ""), _negated=True)),
                            name="response_names_letter_and_pack",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("kind", "holding"), _negated=True), models.Q(("because", ""), _negated=True), _connector="OR"
                            ),
                            name="response_holds_for_a_reason",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("refer_until", None),
                                models.Q(models.Q(("referral", ""), _negated=True), ("refer_until__gt", models.F("sent_at"))),
                                _connector="OR",
                            ),
                            name="response_referred_to_somebody",
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Escalation",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(on_delete=models.PROTECT, related_name="escalations", to="amends.case")),
                    ("words", models.TextField(blank=True, default="")),
                    ("asked_at", models.DateTimeField()),
                    ("recorded_at", models.DateTimeField()),
                    ("recorded_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("deadline", models.OneToOneField(on_delete=models.PROTECT, related_name="escalation", to="amends.deadline")),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("recorded_at__gte", models.F("asked_at"))), name="escalation_before_it_was_recorded"
                        )
                    ]
                },
            ),
            migrations.CreateModel(
                name="ThemeAlert",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    (
                        "about",
                        models.CharField(
                            choices=[
                                ("failure", "what failed"),
                                ("product", "product"),
                                ("cause", "cause"),
                                ("words", "customers' words"),
                            ],
                            max_length=8,
                        ),
                    ),
                    ("key", models.CharField(max_length=200)),
                    ("name", models.CharField(help_text="what it is called at the desk", max_length=200)),
                    ("since", models.DateTimeField()),
                    ("raised_at", models.DateTimeField()),
                    ("seen_at", models.DateTimeField()),
                    ("count", models.IntegerField()),
                    ("expected", models.FloatField()),
                    ("evidence", models.FloatField()),
                    (
                        "by_orders",
                        models.BooleanField(db_default=False, default=False, help_text="expected for as many orders as there were"),
                    ),
                    (
                        "examples",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.BigIntegerField(), default=list, help_text="three of the cases", size=None
                        ),
                    ),
                    ("over_at", models.DateTimeField(null=True)),
                    (
                        "problem",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="theme_alerts", to="amends.problem"),
                    ),
                    ("put_aside_at", models.DateTimeField(null=True)),
                    (
                        "put_aside_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("put_aside_because", models.TextField(blank=True, default="")),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("about__in", ["failure", "product", "cause", "words"])), name="theme_about_known"
                        ),
                        models.CheckConstraint(condition=models.Q(("count__gt", 0), ("expected__gte", 0)), name="theme_counts"),
                        models.UniqueConstraint(
                            condition=models.Q(("over_at", None)), fields=("about", "key"), name="theme_one_standing"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("put_aside_at", None), ("put_aside_because", ""), ("put_aside_by", None)),
                                models.Q(
                                    ("put_aside_at__isnull", False),
                                    ("put_aside_by__isnull", False),
                                    models.Q(("put_aside_because", ""), _negated=True),
                                ),
                                _connector="OR",
                            ),
                            name="theme_put_aside_with_a_reason",
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="ThemeNews",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("theme", models.ForeignKey(on_delete=models.PROTECT, related_name="news", to="amends.themealert")),
                    ("person", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("told_at", models.DateTimeField()),
                    ("mailed_at", models.DateTimeField(null=True)),
                    ("seen_at", models.DateTimeField(null=True)),
                ],
                options={
                    "verbose_name_plural": "theme news",
                    "indexes": [
                        models.Index(condition=models.Q(("seen_at", None)), fields=["person"], name="theme_news_unseen"),
                        models.Index(condition=models.Q(("mailed_at", None)), fields=["id"], name="theme_news_to_mail"),
                    ],
                    "constraints": [models.UniqueConstraint(fields=("theme", "person"), name="theme_news_once")],
                },
            ),
            migrations.CreateModel(
                name="Twin",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.OneToOneField(on_delete=models.PROTECT, related_name="twin", to="amends.case")),
                    ("earlier", models.ForeignKey(on_delete=models.PROTECT, related_name="later_twins", to="amends.case")),
                    ("likeness", models.FloatField()),
                    ("found_at", models.DateTimeField()),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("case", models.F("earlier")), _negated=True), name="twin_of_another"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("likeness__gt", 0), ("likeness__lte", 1)), name="twin_likeness_is_a_share"
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="ToCall",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("problem", models.ForeignKey(on_delete=models.PROTECT, related_name="calls", to="amends.problem")),
                    ("affected", models.ForeignKey(on_delete=models.PROTECT, related_name="calls", to="amends.affected")),
                    ("because", models.CharField(max_length=80)),
                    ("priority", models.SmallIntegerField()),
                    ("phone", models.CharField(max_length=320)),
                    ("time_zone", models.CharField(max_length=60)),
                    ("hours_from", models.TimeField(default=datetime.time(8, 0))),
                    ("hours_until", models.TimeField(default=datetime.time(20, 0))),
                    ("added_at", models.DateTimeField()),
                    ("next_try_at", models.DateTimeField()),
                    ("tries", models.SmallIntegerField(default=0)),
                    (
                        "claimed_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("claimed_until", models.DateTimeField(null=True)),
                    ("over_at", models.DateTimeField(null=True)),
                    (
                        "outcome",
                        models.CharField(
                            blank=True,
                            choices=[("spoke", "spoken with"), ("no_more", "not by phone"), ("given_up", "not reached by phone")],
                            default="",
                            max_length=8,
                        ),
                    ),
                    ("message", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to="amends.message")),
                ],
                options={
                    "indexes": [
                        models.Index(
                            condition=models.Q(("over_at", None)),
                            fields=["problem", "priority", "next_try_at", "id"],
                            name="to_call_next",
                        )
                    ],
                    "constraints": [
                        models.UniqueConstraint(condition=models.Q(("over_at", None)), fields=("affected",), name="to_call_once"),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("claimed_by", None), ("claimed_until", None)),
                                models.Q(("claimed_by__isnull", False), ("claimed_until__isnull", False)),
                                _connector="OR",
                            ),
                            name="to_call_claimed_until",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("outcome", ""), ("over_at", None)),
                                models.Q(("outcome__in", ["spoke", "no_more", "given_up"]), ("over_at__isnull", False)),
                                _connector="OR",
                            ),
                            name="to_call_over_with_an_outcome",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("outcome", "spoke"), _negated=True), ("message__isnull", False), _connector="OR"
                            ),
                            name="to_call_spoke_in_a_call",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Token",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("person", models.ForeignKey(on_delete=models.PROTECT, related_name="tokens", to=settings.AUTH_USER_MODEL)),
                    ("name", models.CharField(max_length=80)),
                    ("secret_hash", models.BinaryField(max_length=32, unique=True)),
                    ("scopes", django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=10), size=None)),
                    ("made_at", models.DateTimeField()),
                    ("expires_at", models.DateTimeField(null=True)),
                    ("last_used_at", models.DateTimeField(null=True)),
                    ("revoked_at", models.DateTimeField(null=True)),
                    (
                        "revoked_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("scopes__contained_by", ["texts", "open", "read", "work"]), ("scopes__len__gt", 0)),
                            name="token_scopes_known",
                        ),
                        models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="token_named"),
                        models.CheckConstraint(
                            condition=models.Q(("expires_at", None), ("expires_at__gt", models.F("made_at")), _connector="OR"),
                            name="token_lasts",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("revoked_at", None), ("revoked_by", None)),
                                models.Q(("revoked_at__isnull", False), ("revoked_by__isnull", False)),
                                _connector="OR",
                            ),
                            name="token_revoked_pair",
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Nudge",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("problem", models.ForeignKey(on_delete=models.PROTECT, related_name="nudges", to="amends.problem")),
                    ("person", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    (
                        "about",
                        models.CharField(
                            choices=[
                                ("decide", "decide whether they are told"),
                                ("again", "ask again whether they are told"),
                                ("tell", "begin to tell them, as decided"),
                                ("news", "the next news is due"),
                                ("report", "a regulator must be told, or it is said why not"),
                            ],
                            max_length=8,
                        ),
                    ),
                    ("due_at", models.DateTimeField()),
                    ("rung", models.SmallIntegerField()),
                    ("raised_at", models.DateTimeField()),
                    ("mailed_at", models.DateTimeField(null=True)),
                    ("over_at", models.DateTimeField(null=True)),
                ],
                options={
                    "indexes": [models.Index(condition=models.Q(("over_at", None)), fields=["person"], name="nudge_of_person")],
                    "constraints": [
                        models.UniqueConstraint(fields=("problem", "about", "due_at", "rung", "person"), name="nudge_once_a_rung"),
                        models.CheckConstraint(
                            condition=models.Q(("about__in", ["decide", "again", "tell", "news", "report"])), name="nudge_about_known"
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Taken",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("reading", models.ForeignKey(on_delete=models.PROTECT, related_name="taken", to="amends.reading")),
                    ("place", models.CharField(max_length=20)),
                    ("concern", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="found_in", to="amends.concern")),
                    ("fact", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="found_in", to="amends.fact")),
                    (
                        "deadline",
                        models.OneToOneField(null=True, on_delete=models.PROTECT, related_name="found_in", to="amends.deadline"),
                    ),
                    ("wish", models.BooleanField(default=False)),
                    ("made", models.BooleanField(default=True)),
                    ("taken_at", models.DateTimeField()),
                    ("taken_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    "constraints": [
                        models.UniqueConstraint(fields=("reading", "place"), name="taken_once"),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("concern__isnull", False), ("deadline", None), ("fact", None), ("wish", False)),
                                models.Q(("concern", None), ("fact__isnull", False), ("wish", False)),
                                models.Q(("concern", None), ("deadline", None), ("fact", None), ("wish", True)),
                                _connector="OR",
                            ),
                            name="taken_as_one_thing",
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Rehearsal",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("person", models.ForeignKey(on_delete=models.CASCADE, related_name="rehearsals", to=settings.AUTH_USER_MODEL)),
                    ("complaint", models.CharField(max_length=40)),
                    ("words", models.TextField()),
                    (
                        "missing",
                        django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None),
                    ),
                    (
                        "blocked",
                        django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=4), default=list, size=None),
                    ),
                    ("score", models.SmallIntegerField()),
                    ("answered_at", models.DateTimeField()),
                ],
                options={
                    "indexes": [models.Index(fields=["person", "complaint", "id"], name="rehearsal_of_a_person")],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(models.Q(("words", ""), _negated=True), models.Q(("complaint", ""), _negated=True)),
                            name="rehearsal_has_words",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("score__gte", 0), ("score__lte", 100)), name="rehearsal_score_is_of_a_hundred"
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Sharing",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("person", models.ForeignKey(on_delete=models.CASCADE, related_name="sharings", to=settings.AUTH_USER_MODEL)),
                    ("shared_at", models.DateTimeField()),
                    ("ended_at", models.DateTimeField(null=True)),
                ],
                options={
                    "constraints": [
                        models.UniqueConstraint(
                            condition=models.Q(("ended_at", None)), fields=("person",), name="sharing_once_at_a_time"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("ended_at", None), ("ended_at__gte", models.F("shared_at")), _connector="OR"),
                            name="sharing_ends_after_it_began",
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Execution",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("choice", models.OneToOneField(on_delete=models.PROTECT, related_name="execution", to="amends.choice")),
                    ("stands", models.BooleanField(default=True, editable=False)),
                    ("key", models.CharField(max_length=80, unique=True)),
                    (
                        "way",
                        models.CharField(
                            choices=[
                                ("hand", "by hand, with evidence"),
                                ("csv", "by finance, from a list"),
                                ("supplier", "by a supplier, asked by mail"),
                                ("stripe", "by Stripe, back to their card"),
                                ("code", "a code from the pool"),
                            ],
                            max_length=8,
                        ),
                    ),
                    ("amount", models.DecimalField(decimal_places=2, max_digits=12)),
                    ("currency", models.CharField(max_length=3)),
                    (
                        "state",
                        models.CharField(
                            choices=[
                                ("waiting", "waits to be carried out"),
                                ("sending", "being carried out"),
                                ("done", "done"),
                                ("failed", "refused"),
                                ("uncertain", "may have been done; being asked about"),
                            ],
                            default="waiting",
                            max_length=10,
                        ),
                    ),
                    ("begun_at", models.DateTimeField()),
                    ("begun_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("sent_at", models.DateTimeField(null=True)),
                    ("tries", models.SmallIntegerField(default=0)),
                    ("asked_at", models.DateTimeField(null=True)),
                    ("batch", models.CharField(blank=True, default="", max_length=40)),
                    ("code", models.OneToOneField(null=True, on_delete=models.PROTECT, related_name="execution", to="amends.code")),
                    ("message", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to="amends.message")),
                    ("reference", models.CharField(blank=True, default="", max_length=200)),
                    ("evidence", models.TextField(blank=True, default="")),
                    ("because", models.TextField(blank=True, default="")),
                    ("done_at", models.DateTimeField(null=True)),
                    (
                        "task",
                        models.OneToOneField(null=True, on_delete=models.PROTECT, related_name="execution", to="amends.deadline"),
                    ),
                ],
                options={
                    "indexes": [
                        models.Index(
                            condition=models.Q(("state", "done"), _negated=True),
                            fields=["state", "way", "id"],
                            name="execution_outstanding",
                        )
                    ],
                    "constraints": [
                        models.CheckConstraint(condition=models.Q(("stands", True)), name="execution_stands"),
                        models.CheckConstraint(
                            condition=models.Q(("state__in", ["waiting", "sending", "done", "failed", "uncertain"])),
                            name="execution_state_known",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("way__in", ["hand", "csv", "supplier", "stripe", "code"])), name="execution_way_known"
                        ),
                        models.CheckConstraint(condition=models.Q(("amount__gte", 0)), name="execution_money_not_negative"),
                        models.CheckConstraint(condition=models.Q(("key", ""), _negated=True), name="execution_has_a_key"),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(
                                    ("done_at__isnull", False),
                                    ("state", "done"),
                                    models.Q(
                                        models.Q(("reference", ""), _negated=True),
                                        models.Q(("evidence", ""), _negated=True),
                                        ("code__isnull", False),
                                        _connector="OR",
                                    ),
                                ),
                                models.Q(models.Q(("state", "done"), _negated=True), ("done_at", None)),
                                _connector="OR",
                            ),
                            name="execution_done_with_evidence",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("state__in", ["failed", "uncertain"]), _negated=True),
                                models.Q(("because", ""), _negated=True),
                                _connector="OR",
                            ),
                            name="execution_fails_with_a_reason",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Recognition",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.OneToOneField(on_delete=models.PROTECT, related_name="recognition", to="amends.case")),
                    ("words", models.TextField()),
                    ("owed_at", models.DateTimeField()),
                    ("deadline", models.OneToOneField(on_delete=models.PROTECT, related_name="recognition", to="amends.deadline")),
                    ("done_at", models.DateTimeField(null=True)),
                    ("done_by", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("evidence", models.TextField(blank=True, default="")),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("done_at", None), ("done_by", None), ("evidence", "")),
                                models.Q(
                                    ("done_at__isnull", False), ("done_by__isnull", False), models.Q(("evidence", ""), _negated=True)
                                ),
                                _connector="OR",
                            ),
                            name="recognition_done_with_evidence",
                        )
                    ]
                },
            ),
            migrations.CreateModel(
                name="Costs",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("begins", models.DateField()),
                    ("ends", models.DateField()),
                    ("currency", models.CharField(max_length=3)),
                    ("acquisition", models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                    ("new_customers", models.IntegerField(null=True)),
                    ("service", models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                    ("recovery", models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                    ("retention", models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                    ("kept_customers", models.IntegerField(null=True)),
                    ("margin", models.DecimalField(decimal_places=2, max_digits=12, null=True)),
                    ("noted_at", models.DateTimeField()),
                    ("noted_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    "verbose_name_plural": "costs",
                    "constraints": [
                        models.UniqueConstraint(fields=("begins", "ends", "currency"), name="costs_once_a_period"),
                        models.CheckConstraint(condition=models.Q(("ends__gt", models.F("begins"))), name="costs_of_a_period"),
                        models.CheckConstraint(
                            condition=models.Q(("currency__regex", "^[A-Z]{3}$")), name="costs_currency_of_three_letters"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("acquisition", None), ("acquisition__gte", 0), _connector="OR"),
                            name="costs_acquisition_not_negative",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("new_customers", None), ("new_customers__gte", 0), _connector="OR"),
                            name="costs_new_customers_not_negative",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("service", None), ("service__gte", 0), _connector="OR"),
                            name="costs_service_not_negative",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("recovery", None), ("recovery__gte", 0), _connector="OR"),
                            name="costs_recovery_not_negative",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("retention", None), ("retention__gte", 0), _connector="OR"),
                            name="costs_retention_not_negative",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("kept_customers", None), ("kept_customers__gte", 0), _connector="OR"),
                            name="costs_kept_customers_not_negative",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("margin", None), ("margin__gte", 0), _connector="OR"), name="costs_margin_not_negative"
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="ReportOrder",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("person", models.ForeignKey(on_delete=models.PROTECT, related_name="report_orders", to=settings.AUTH_USER_MODEL)),
                    ("ordered_at", models.DateTimeField()),
                    ("ended_at", models.DateTimeField(null=True)),
                ],
                options={
                    "constraints": [
                        models.UniqueConstraint(
                            condition=models.Q(("ended_at", None)), fields=("person",), name="report_order_one_standing"
                        )
                    ]
                },
            ),
            migrations.CreateModel(
                name="ReportMail",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("person", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("month", models.DateField()),
                    ("words", models.TextField()),
                    ("written_at", models.DateTimeField()),
                    ("mailed_at", models.DateTimeField(null=True)),
                ],
                options={
                    "indexes": [models.Index(condition=models.Q(("mailed_at", None)), fields=["id"], name="report_mail_waiting")],
                    "constraints": [models.UniqueConstraint(fields=("person", "month"), name="report_mail_once_a_month")],
                },
            ),
            migrations.CreateModel(
                name="Settlement",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.OneToOneField(on_delete=models.PROTECT, related_name="settlement", to="amends.case")),
                    ("accepted", models.CharField(choices=[("oral", "by word of mouth"), ("written", "in writing")], max_length=8)),
                    ("words", models.TextField()),
                    ("route", models.CharField(max_length=80)),
                    ("pack", models.CharField(max_length=60)),
                    ("settled_at", models.DateTimeField()),
                    ("recorded_at", models.DateTimeField()),
                    ("recorded_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("accepted__in", ["oral", "written"])), name="settlement_accepted_known"
                        ),
                        models.CheckConstraint(condition=models.Q(("words", ""), _negated=True), name="settlement_in_their_words"),
                        models.CheckConstraint(
                            condition=models.Q(("recorded_at__gte", models.F("settled_at"))), name="settlement_before_it_was_recorded"
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Ring",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("page", models.ForeignKey(on_delete=models.PROTECT, related_name="rings", to="amends.page")),
                    ("way", models.CharField(choices=[("webhook", "the webhook"), ("command", "the command")], max_length=8)),
                    ("tries", models.SmallIntegerField(default=0)),
                    ("next_try_at", models.DateTimeField()),
                    ("rung_at", models.DateTimeField(null=True)),
                    ("gave_up_at", models.DateTimeField(null=True)),
                    ("said", models.CharField(blank=True, default="", max_length=300)),
                ],
                options={
                    "indexes": [
                        models.Index(
                            condition=models.Q(("gave_up_at", None), ("rung_at", None)), fields=["next_try_at"], name="ring_to_try"
                        )
                    ],
                    "constraints": [
                        models.UniqueConstraint(fields=("page", "way"), name="ring_once_a_way"),
                        models.CheckConstraint(condition=models.Q(("way__in", ["webhook", "command"])), name="ring_way_known"),
                        models.CheckConstraint(
                            condition=models.Q(("rung_at", None), ("gave_up_at", None), _connector="OR"), name="ring_rung_or_given_up"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("gave_up_at", None), models.Q(("said", ""), _negated=True), _connector="OR"),
                            name="ring_given_up_with_a_reason",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="SavedReply",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("title", models.CharField(max_length=120)),
                    ("words", models.TextField()),
                    ("stage", models.CharField(max_length=20)),
                    (
                        "held",
                        django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=4), default=list, size=None),
                    ),
                    ("because", models.TextField(blank=True, default="")),
                    (
                        "overridden_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                    ("written_at", models.DateTimeField()),
                    ("written_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("retired_at", models.DateTimeField(null=True)),
                    (
                        "retired_by",
                        models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                    ),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(models.Q(("title", ""), _negated=True), models.Q(("words", ""), _negated=True)),
                            name="saved_reply_has_words",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("stage__in", ["first_reply", "update", "offer", "refusal", "handoff", "follow_up"])),
                            name="saved_reply_stage_known",
                        ),
                        models.CheckConstraint(
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
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("retired_at", None), ("retired_by", None)),
                                models.Q(("retired_at__isnull", False), ("retired_by__isnull", False)),
                                _connector="OR",
                            ),
                            name="saved_reply_retired_pair",
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("retired_at", None)), fields=("title",), name="saved_reply_title_once"
                        ),
                    ]
                },
            ),
            migrations.CreateModel(
                name="Subscriber",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("problem", models.ForeignKey(on_delete=models.PROTECT, related_name="subscribers", to="amends.problem")),
                    ("email", models.CharField(max_length=320)),
                    ("key", models.CharField(help_text="in the links that confirm and that end it", max_length=43, unique=True)),
                    ("asked_at", models.DateTimeField()),
                    ("confirmed_at", models.DateTimeField(null=True)),
                    ("ended_at", models.DateTimeField(null=True)),
                ],
                options={"constraints": [models.UniqueConstraint(fields=("problem", "email"), name="subscriber_once")]},
            ),
            migrations.CreateModel(
                name="StatusMail",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("subscriber", models.ForeignKey(on_delete=models.CASCADE, related_name="mails", to="amends.subscriber")),
                    ("post", models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="mails", to="amends.statuspost")),
                    ("made_at", models.DateTimeField()),
                    ("mailed_at", models.DateTimeField(null=True)),
                ],
                options={
                    "indexes": [models.Index(condition=models.Q(("mailed_at", None)), fields=["id"], name="statusmail_to_send")],
                    "constraints": [
                        models.UniqueConstraint(fields=("subscriber", "post"), name="statusmail_once_a_post"),
                        models.UniqueConstraint(
                            condition=models.Q(("post", None)), fields=("subscriber",), name="statusmail_one_question"
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="StatusPost",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("problem", models.ForeignKey(on_delete=models.PROTECT, related_name="posts", to="amends.problem")),
                    ("title", models.CharField(max_length=200)),
                    ("words", models.TextField()),
                    (
                        "how",
                        models.CharField(
                            choices=[
                                ("looking", "We are finding out what happened"),
                                ("known", "We know what happened"),
                                ("mending", "We are putting it right"),
                                ("right", "It is put right"),
                            ],
                            max_length=8,
                        ),
                    ),
                    ("posted_at", models.DateTimeField()),
                    ("posted_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    "indexes": [models.Index(fields=["-posted_at", "-id"], name="post_newest")],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(models.Q(("words", ""), _negated=True), models.Q(("title", ""), _negated=True)),
                            name="post_has_words",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("how__in", ["looking", "known", "mending", "right"])), name="post_how_known"
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="AbsenceDrill",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("person", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("run_at", models.DateTimeField()),
                    ("run_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ("things", models.IntegerField()),
                    ("covered", models.IntegerField()),
                    ("untold", models.IntegerField()),
                    ("milliseconds", models.IntegerField()),
                ],
                options={
                    "indexes": [models.Index(fields=["-run_at"], name="drill_latest")],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("covered__lte", models.F("things"))), name="drill_covers_what_there_is"
                        )
                    ],
                },
            ),
            migrations.CreateModel(
                name="WorkFigures",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("counted_at", models.DateTimeField()),
                    ("found", models.JSONField()),
                ],
                options={
                    "verbose_name_plural": "work figures",
                    "constraints": [models.CheckConstraint(condition=models.Q(("pk", 1)), name="work_figures_are_one")],
                },
            ),
            migrations.CreateModel(
                name="CaseReview",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("week", models.DateField(help_text="its Monday", unique=True)),
                    ("case", models.OneToOneField(on_delete=models.PROTECT, related_name="review", to="amends.case")),
                    ("answers", models.JSONField()),
                    ("held_at", models.DateTimeField()),
                    ("held_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(condition=models.Q(("week__iso_week_day", 1)), name="review_week_begins_on_monday")
                    ]
                },
            ),
            migrations.CreateModel(
                name="Invitation",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("case", models.ForeignKey(on_delete=models.PROTECT, related_name="invitations", to="amends.case")),
                    ("customer", models.ForeignKey(on_delete=models.PROTECT, related_name="invitations", to="amends.customer")),
                    (
                        "what",
                        models.CharField(
                            choices=[
                                ("thanks", "nothing: we thank them"),
                                ("referral", "to tell somebody of us"),
                                ("review", "to say in public what they think"),
                            ],
                            max_length=8,
                        ),
                    ),
                    ("message", models.OneToOneField(on_delete=models.PROTECT, related_name="invitation", to="amends.message")),
                    ("asked_at", models.DateTimeField()),
                    ("asked_by", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("what__in", ["thanks", "referral", "review"])), name="invitation_for_a_known_thing"
                        ),
                        models.UniqueConstraint(fields=("case", "what"), name="invitation_once_a_case"),
                    ]
                },
            ),
        ]
    )
