"""Every table of the desk, each whole in one step: fields, constraints, indexes."""

import amends.cases.references
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Blob",
            fields=[
                ("sha256", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("size", models.IntegerField()),
                ("data", models.BinaryField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("size__gte", 0)), name="blob_size_positive")
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("chain", models.BigIntegerField(default=0)),
                ("seq", models.IntegerField(default=0, editable=False)),
                ("at", models.DateTimeField(help_text="when it happened, as told by the edge")),
                (
                    "recorded_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
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
                        condition=models.Q(("actor_kind__in", ["person", "customer", "desk"])),
                        name="entry_actor_kind_known",
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
            options={
                "indexes": [],
                "constraints": [],
            },
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
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["household", "company"])), name="household_kind_known"
                    )
                ],
                "indexes": [],
            },
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
                ],
                "indexes": [],
            },
        ),
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
                ],
                "indexes": [],
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="amends.household",
                    ),
                ),
                ("key_customer", models.BooleanField(default=False)),
                ("known_since", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(django.db.models.functions.text.Lower("name"), name="customer_name_lower"),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.search.SearchVector("name", config="simple"), name="customer_name_words"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "preferred_channel__in",
                                ["", "email", "phone", "letter", "visit", "portal", "form", "api"],
                            )
                        ),
                        name="customer_channel_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Queue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, unique=True)),
                ("is_default", models.BooleanField(default=False)),
                ("members", models.ManyToManyField(blank=True, related_name="queues", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_default", True)), fields=("is_default",), name="queue_one_default"
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="SignInLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sign_in_links",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("secret_hash", models.BinaryField(max_length=32, unique=True)),
                ("made_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Address",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "customer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="addresses", to="amends.customer"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("email", "e-mail"), ("phone", "phone"), ("post", "post")], max_length=10
                    ),
                ),
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
                        condition=models.Q(("retired_at", None)),
                        fields=("kind", "normal"),
                        name="address_one_standing_owner",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Case",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(default=amends.cases.references.draw, editable=False, max_length=12, unique=True),
                ),
                (
                    "customer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="cases", to="amends.customer"
                    ),
                ),
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
                    models.SmallIntegerField(
                        choices=[(1, "critical"), (2, "high"), (3, "medium"), (4, "low")], default=3
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "queue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="cases", to="amends.queue"
                    ),
                ),
                ("restricted", models.BooleanField(default=False)),
                ("round", models.SmallIntegerField(default=1, help_text="counts up each time the case is reopened")),
                ("heard_at", models.DateTimeField(blank=True, help_text="their story was heard to its end", null=True)),
                (
                    "heard_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("customer_spoke_at", models.DateTimeField(help_text="their last word to us")),
                (
                    "human_spoke_at",
                    models.DateTimeField(
                        blank=True, help_text="when a human of ours last told them something", null=True
                    ),
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
                        ],
                        default="",
                        max_length=12,
                    ),
                ),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "source",
                    models.CharField(
                        blank=True, default="", help_text="which import or system it came from", max_length=80
                    ),
                ),
                ("source_id", models.CharField(blank=True, default="", help_text="its number there", max_length=200)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("stage", "new")), fields=["received_at", "id"], name="case_unanswered"
                    ),
                    models.Index(
                        condition=models.Q(("stage", "new")),
                        fields=["owner", "received_at", "id"],
                        name="case_unanswered_mine",
                    ),
                    models.Index(
                        condition=models.Q(("owner", None), ("stage", "new")),
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
                        include=["restricted"],
                        name="case_nobodys",
                    ),
                    models.Index(
                        condition=models.Q(("stage", "closed"), _negated=True),
                        fields=["owner", "-received_at"],
                        name="case_mine",
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
                    models.CheckConstraint(
                        condition=models.Q(("severity__in", [1, 2, 3, 4])), name="case_severity_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("channel__in", ["email", "phone", "letter", "visit", "portal", "form", "api"])
                        ),
                        name="case_channel_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_at__isnull", False),
                                ("ending__in", ["satisfied", "unconfirmed", "declined", "withdrawn", "lost"]),
                                ("stage", "closed"),
                            ),
                            models.Q(models.Q(("stage", "closed"), _negated=True), ("closed_at", None), ("ending", "")),
                            _connector="OR",
                        ),
                        name="case_closed_has_ending",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("opened_at__gte", models.F("received_at"))),
                        name="case_received_before_opened",
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
            name="Act",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="acts", to="amends.case"
                    ),
                ),
                ("words", models.TextField()),
                ("round", models.SmallIntegerField()),
                ("done_at", models.DateTimeField()),
                (
                    "done_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("words", ""), _negated=True), name="act_has_words")
                ],
                "indexes": [],
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
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list, size=None
                    ),
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
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        help_text="who a bounce is about",
                        size=None,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="arrivals",
                        to="amends.case",
                    ),
                ),
                ("read_at", models.DateTimeField(null=True)),
                ("looked_at_at", models.DateTimeField(null=True)),
                (
                    "looked_at_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(condition=models.Q(("outcome", "")), fields=["id"], name="arrival_unread"),
                    models.Index(
                        condition=models.Q(("content_hash__isnull", False)),
                        fields=["content_hash"],
                        name="arrival_content",
                    ),
                    models.Index(
                        condition=models.Q(("outcome", "quarantined")), fields=["id"], name="arrival_quarantined"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "outcome__in",
                                ["", "opened", "continued", "duplicate", "auto_reply", "bounce", "quarantined"],
                            )
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
            name="Attempt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="attempts", to="amends.case"
                    ),
                ),
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
                (
                    "tried_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("channel__in", ["email", "phone", "letter", "visit", "portal", "form", "api"])
                        ),
                        name="attempt_channel_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("result__in", ["no_answer", "voicemail", "busy", "wrong", "not_home"])),
                        name="attempt_result_known",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Closure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="closures", to="amends.case"
                    ),
                ),
                (
                    "ending",
                    models.CharField(
                        choices=[
                            ("satisfied", "satisfied"),
                            ("unconfirmed", "unconfirmed"),
                            ("declined", "declined"),
                            ("withdrawn", "withdrawn"),
                            ("lost", "lost"),
                        ],
                        max_length=12,
                    ),
                ),
                ("because", models.TextField(blank=True, default="")),
                ("closed_at", models.DateTimeField()),
                (
                    "closed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "second_reader",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
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
                            ("ending__in", ["satisfied", "unconfirmed", "declined", "withdrawn", "lost"])
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
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Deadline",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="deadlines", to="amends.case"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("first_answer", "a first answer"),
                            ("next_update", "the next update"),
                            ("promise", "a promise"),
                            ("follow_up_mail", "the follow-up mail"),
                            ("follow_up_call", "the follow-up call"),
                        ],
                        max_length=16,
                    ),
                ),
                ("due_at", models.DateTimeField()),
                ("set_at", models.DateTimeField()),
                ("met_at", models.DateTimeField(null=True)),
                ("missed_at", models.DateTimeField(null=True)),
                ("void_at", models.DateTimeField(null=True)),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="the owner of the case while it is outstanding; kept by the database alone",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
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
                        condition=models.Q(("met_at", None), ("missed_at", None), ("void_at", None)),
                        fields=["due_at"],
                        name="deadline_to_sweep",
                    ),
                    models.Index(
                        condition=models.Q(("met_at", None), ("void_at", None)),
                        fields=["case"],
                        name="deadline_of_case",
                    ),
                    models.Index(
                        condition=models.Q(("met_at", None), ("void_at", None)),
                        fields=["owner", "due_at", "id"],
                        name="deadline_mine",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("kind__in", ["promise", "next_update"]), ("met_at", None), ("void_at", None)
                        ),
                        fields=["due_at", "id"],
                        name="deadline_due",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("kind__in", ["follow_up_mail", "follow_up_call"]), ("met_at", None), ("void_at", None)
                        ),
                        fields=["due_at", "id"],
                        name="deadline_follow_up",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["first_answer", "next_update", "promise", "follow_up_mail", "follow_up_call"])
                        ),
                        name="deadline_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("met_at", None), ("void_at", None), _connector="OR"),
                        name="deadline_met_or_void",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("missed_at", None), ("missed_at__gte", models.F("due_at")), _connector="OR"
                        ),
                        name="deadline_missed_after_due",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("met_at", None), ("void_at", None), models.Q(("kind", "promise"), _negated=True)
                        ),
                        fields=("case", "kind"),
                        name="deadline_one_of_a_kind",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="drafts", to="amends.case"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("fields", models.JSONField(default=dict)),
                ("saved_at", models.DateTimeField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("case", "person"), name="draft_one_each")],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Fact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="facts", to="amends.case"
                    ),
                ),
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
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("verified_at", models.DateTimeField(null=True)),
                (
                    "verified_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("about__in", ["what", "when", "where", "order", "amount", "effect", "other"])
                        ),
                        name="fact_about_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["told", "verified", "assumed"])), name="fact_status_known"
                    ),
                    models.CheckConstraint(condition=models.Q(("words", ""), _negated=True), name="fact_has_words"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("verified_at", None), ("verified_by", None)),
                            models.Q(
                                ("status", "verified"), ("verified_at__isnull", False), ("verified_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="fact_verified_at_and_by",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="notes", to="amends.case"
                    ),
                ),
                ("words", models.TextField()),
                ("written_at", models.DateTimeField()),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
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
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("words", ""), _negated=True), name="note_has_words")
                ],
            },
        ),
        migrations.CreateModel(
            name="Overrule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="overrules", to="amends.case"
                    ),
                ),
                ("round", models.SmallIntegerField()),
                ("step", models.CharField(max_length=20)),
                ("because", models.TextField()),
                ("overruled_at", models.DateTimeField()),
                (
                    "overruled_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("case", "round", "step"), name="overrule_once_a_round"),
                    models.CheckConstraint(
                        condition=models.Q(("because", ""), _negated=True), name="overrule_has_reason"
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="PortalLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="portal_links", to="amends.case"
                    ),
                ),
                ("key", models.CharField(max_length=32, unique=True)),
                ("made_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("expires_at__gt", models.F("made_at"))), name="link_expires_later"
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Round",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="rounds", to="amends.case"
                    ),
                ),
                ("number", models.SmallIntegerField()),
                ("readback", models.TextField(blank=True, default="")),
                ("readback_at", models.DateTimeField(null=True)),
                (
                    "readback_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
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
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
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
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Concern",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="concerns", to="amends.case"
                    ),
                ),
                ("words", models.TextField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("stated", "stated"), ("implied", "implied")], default="stated", max_length=8
                    ),
                ),
                ("noted_at", models.DateTimeField()),
                (
                    "noted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "act",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="concerns", to="amends.act"
                    ),
                ),
                ("addressed_at", models.DateTimeField(null=True)),
                ("waived_at", models.DateTimeField(null=True)),
                (
                    "waived_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
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
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["stated", "implied"])), name="concern_kind_known"
                    ),
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
            name="Message",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="messages", to="amends.case"
                    ),
                ),
                (
                    "direction",
                    models.CharField(choices=[("in", "from the customer"), ("out", "from us")], max_length=3),
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
                (
                    "purpose",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("reply", "reply"),
                            ("receipt", "automatic receipt"),
                            ("link", "a new link"),
                            ("follow_up", "follow-up"),
                        ],
                        default="",
                        max_length=10,
                    ),
                ),
                ("automatic", models.BooleanField(default=False)),
                (
                    "author",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
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
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="message",
                        to="amends.arrival",
                    ),
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
                        condition=models.Q(("message_id", ""), _negated=True),
                        fields=["message_id"],
                        name="message_message_id",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        fastupdate=True, fields=["found_by"], name="message_found_by"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("direction__in", ["in", "out"])), name="message_direction_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("channel__in", ["email", "phone", "letter", "visit", "portal", "form", "api"])
                        ),
                        name="message_channel_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("purpose__in", ["", "reply", "receipt", "link", "follow_up"])),
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
            name="Promise",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="promises", to="amends.case"
                    ),
                ),
                ("words", models.TextField()),
                ("first_due_at", models.DateTimeField()),
                (
                    "deadline",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="promise", to="amends.deadline"
                    ),
                ),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("kept_at", models.DateTimeField(null=True)),
                (
                    "kept_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("evidence", models.TextField(blank=True, default="")),
                ("released_at", models.DateTimeField(null=True)),
                ("released_because", models.TextField(blank=True, default="")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("words", ""), _negated=True), name="promise_has_words"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("evidence", ""), ("kept_at", None), ("kept_by", None)),
                            models.Q(
                                ("kept_at__isnull", False),
                                ("kept_by__isnull", False),
                                models.Q(("evidence", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="promise_kept_with_evidence",
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
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="ThreadKey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.TextField()),
                ("own", models.BooleanField()),
                ("sender", models.TextField(blank=True, default="")),
                (
                    "case",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="amends.case"
                    ),
                ),
                (
                    "arrival",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="amends.arrival"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["key"], name="thread_key")],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="attachments", to="amends.message"
                    ),
                ),
                (
                    "blob",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amends.blob"),
                ),
                ("name", models.CharField(max_length=255)),
                ("content_type", models.CharField(max_length=120)),
            ],
            options={
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="deliveries", to="amends.message"
                    ),
                ),
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
                    models.Index(
                        condition=models.Q(("state", "queued")), fields=["next_try_at", "id"], name="delivery_due"
                    ),
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
                            ("state__in", ["queued", "claimed", "handing_over", "sent", "bounced", "failed"])
                        ),
                        name="delivery_state_known",
                    ),
                    models.UniqueConstraint(fields=("message", "address"), name="delivery_once_an_address"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("claimed_by__isnull", False), ("state__in", ["claimed", "handing_over"])),
                            models.Q(
                                models.Q(("state__in", ["claimed", "handing_over"]), _negated=True),
                                ("claimed_by", None),
                            ),
                            _connector="OR",
                        ),
                        name="delivery_claimed_by_a_sender",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "queued"), _negated=True),
                            ("next_try_at__isnull", False),
                            _connector="OR",
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
            name="FollowUp",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="follow_ups", to="amends.case"
                    ),
                ),
                ("round", models.SmallIntegerField()),
                ("kind", models.CharField(choices=[("mail", "mail"), ("call", "call")], max_length=4)),
                ("planned_at", models.DateTimeField()),
                ("due_at", models.DateTimeField()),
                ("done_at", models.DateTimeField(null=True)),
                (
                    "done_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "message",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amends.message"
                    ),
                ),
                ("waived_at", models.DateTimeField(null=True)),
                (
                    "waived_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("waived_because", models.TextField(blank=True, default="")),
                ("void_at", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("case", "round", "kind"), name="followup_once_a_round"),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["mail", "call"])), name="followup_kind_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_at", None), ("done_by", None), ("message", None)),
                            models.Q(
                                ("done_at__isnull", False), ("done_by__isnull", False), ("message__isnull", False)
                            ),
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
                ],
                "indexes": [],
            },
        ),
    ]
