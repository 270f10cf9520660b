"""Problems, those affected and how they are told; safety mode; the status page; signals."""

import datetime as dt
from pathlib import Path

import django.db.models.deletion
import django.db.models.expressions
from django.conf import settings
from django.db import migrations, models

from amends.migrations._together import together

_MERGED = (Path(__file__).parent.parent / "affected" / "merged.sql").read_text()
_BACK = """
DROP TRIGGER amends_affected_goes_on ON amends_case;
DROP TRIGGER amends_affected_goes_on ON amends_customer;
DROP FUNCTION amends_affected_goes_on();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("amends", "0012_remedies"),
    ]

    operations = [
        *together(
            [
                migrations.CreateModel(
                    name="Affected",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "via",
                            models.CharField(
                                choices=[
                                    ("list", "a list"),
                                    ("records", "our own records"),
                                    ("case", "a case of theirs"),
                                ],
                                max_length=8,
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
                        ("found_it", models.BooleanField(default=False)),
                        ("added_at", models.DateTimeField()),
                        (
                            "linked_at",
                            models.DateTimeField(
                                help_text="when somebody confirmed that their case is of this problem", null=True
                            ),
                        ),
                        ("unreachable_at", models.DateTimeField(null=True)),
                        ("unreachable_because", models.TextField(blank=True, default="")),
                    ],
                    options={
                        "verbose_name_plural": "affected",
                    },
                ),
                migrations.CreateModel(
                    name="Alarm",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("words", models.TextField()),
                        ("drill", models.BooleanField(default=False)),
                        ("raised_at", models.DateTimeField()),
                        ("answered_at", models.DateTimeField(null=True)),
                        ("report_by", models.DateTimeField(null=True)),
                        ("over_at", models.DateTimeField(null=True)),
                        ("over_because", models.TextField(blank=True, default="")),
                    ],
                ),
                migrations.CreateModel(
                    name="Decision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("tell", models.BooleanField()),
                        ("because", models.TextField()),
                        ("decided_at", models.DateTimeField()),
                        ("seconded_at", models.DateTimeField(null=True)),
                        ("ask_again_at", models.DateTimeField(null=True)),
                        ("over_at", models.DateTimeField(null=True)),
                    ],
                ),
                migrations.CreateModel(
                    name="Duty",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("place", models.SmallIntegerField(unique=True)),
                    ],
                    options={
                        "verbose_name_plural": "duties",
                        "ordering": ["place"],
                    },
                ),
                migrations.CreateModel(
                    name="Item",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("words", models.CharField(max_length=200)),
                        ("place", models.SmallIntegerField()),
                        ("done_at", models.DateTimeField(null=True)),
                    ],
                    options={
                        "ordering": ["place"],
                    },
                ),
                migrations.CreateModel(
                    name="Listing",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("lines", models.IntegerField()),
                        ("people", models.IntegerField(help_text="lines that brought somebody new")),
                        (
                            "same_contact",
                            models.IntegerField(
                                help_text="lines of somebody on another line of the list, by e-mail or phone"
                            ),
                        ),
                        (
                            "same_household",
                            models.IntegerField(help_text="lines of the same household as another line"),
                        ),
                        (
                            "known",
                            models.IntegerField(help_text="lines of somebody who was known to be affected before"),
                        ),
                        ("no_contact", models.IntegerField(help_text="of the people, those without a usable contact")),
                        ("added_at", models.DateTimeField()),
                    ],
                ),
                migrations.CreateModel(
                    name="Notice",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                        (
                            "safety",
                            models.BooleanField(
                                default=False, help_text="it warns of harm, and goes while everything else rests"
                            ),
                        ),
                        ("written_at", models.DateTimeField()),
                        ("approved_at", models.DateTimeField(null=True)),
                    ],
                ),
                migrations.CreateModel(
                    name="Nudge",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "about",
                            models.CharField(
                                choices=[
                                    ("decide", "decide whether they are told"),
                                    ("again", "ask again whether they are told"),
                                    ("tell", "begin to tell them, as decided"),
                                    ("news", "the next news is due"),
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
                ),
                migrations.CreateModel(
                    name="Page",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("rung", models.SmallIntegerField()),
                        ("paged_at", models.DateTimeField()),
                        ("sent_at", models.DateTimeField(null=True)),
                    ],
                ),
                migrations.CreateModel(
                    name="Problem",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                        (
                            "severity",
                            models.SmallIntegerField(choices=[(1, "critical"), (2, "high"), (3, "medium"), (4, "low")]),
                        ),
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
                        ("decide_by", models.DateTimeField(help_text="by when somebody decides whether to tell")),
                        ("told_at", models.DateTimeField(null=True)),
                        ("mass_at", models.DateTimeField(help_text="since when there are too many to call", null=True)),
                        ("safety_at", models.DateTimeField(null=True)),
                        ("opened_at", models.DateTimeField()),
                        ("closed_at", models.DateTimeField(null=True)),
                        ("source", models.CharField(blank=True, default="", max_length=80)),
                        (
                            "source_id",
                            models.CharField(
                                blank=True,
                                default="",
                                help_text="its number in the system that found it",
                                max_length=200,
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Recipient",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "passed_over",
                            models.TextField(blank=True, default="", help_text="why they did not get it after all"),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Redress",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("words", models.TextField()),
                        ("each", models.IntegerField(help_text="in the smallest coin")),
                        ("currency", models.CharField(max_length=3)),
                        ("people", models.IntegerField()),
                        ("proposed_at", models.DateTimeField()),
                        ("approved_at", models.DateTimeField(null=True)),
                        ("done_at", models.DateTimeField(null=True)),
                    ],
                    options={
                        "verbose_name_plural": "redress",
                    },
                ),
                migrations.CreateModel(
                    name="Signal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                        ("words", models.TextField()),
                        ("seen_at", models.DateTimeField()),
                        ("noted_at", models.DateTimeField()),
                        ("source", models.CharField(blank=True, default="", max_length=80)),
                        ("source_id", models.CharField(blank=True, default="", max_length=200)),
                    ],
                ),
                migrations.CreateModel(
                    name="StatusMail",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("made_at", models.DateTimeField()),
                        ("mailed_at", models.DateTimeField(null=True)),
                    ],
                ),
                migrations.CreateModel(
                    name="StatusPost",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                    ],
                ),
                migrations.CreateModel(
                    name="Subscriber",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("email", models.CharField(max_length=320)),
                        (
                            "key",
                            models.CharField(
                                help_text="in the links that confirm and that end it", max_length=43, unique=True
                            ),
                        ),
                        ("asked_at", models.DateTimeField()),
                        ("confirmed_at", models.DateTimeField(null=True)),
                        ("ended_at", models.DateTimeField(null=True)),
                    ],
                ),
                migrations.CreateModel(
                    name="ToCall",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("because", models.CharField(max_length=80)),
                        ("priority", models.SmallIntegerField()),
                        ("phone", models.CharField(max_length=320)),
                        ("time_zone", models.CharField(max_length=60)),
                        ("hours_from", models.TimeField(default=dt.time(8, 0))),
                        ("hours_until", models.TimeField(default=dt.time(20, 0))),
                        ("added_at", models.DateTimeField()),
                        ("next_try_at", models.DateTimeField()),
                        ("tries", models.SmallIntegerField(default=0)),
                        ("claimed_until", models.DateTimeField(null=True)),
                        ("over_at", models.DateTimeField(null=True)),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("spoke", "spoken with"),
                                    ("no_more", "not by phone"),
                                    ("given_up", "not reached by phone"),
                                ],
                                default="",
                                max_length=8,
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Upload",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("data", models.BinaryField()),
                        ("chosen", models.JSONField(default=dict)),
                        (
                            "via",
                            models.CharField(
                                choices=[
                                    ("list", "a list"),
                                    ("records", "our own records"),
                                    ("case", "a case of theirs"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("handed_in_at", models.DateTimeField()),
                    ],
                ),
                migrations.CreateModel(
                    name="Wave",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("people", models.IntegerField(default=0)),
                        ("begun_at", models.DateTimeField()),
                        ("stopped_at", models.DateTimeField(null=True)),
                        ("over_at", models.DateTimeField(null=True)),
                    ],
                ),
                migrations.RemoveConstraint(
                    model_name="delivery",
                    name="delivery_state_known",
                ),
                migrations.RemoveConstraint(
                    model_name="message",
                    name="message_purpose_known",
                ),
                migrations.RemoveIndex(
                    model_name="case",
                    name="case_unanswered",
                ),
                migrations.RemoveIndex(
                    model_name="case",
                    name="case_unanswered_mine",
                ),
                migrations.RemoveIndex(
                    model_name="case",
                    name="case_unanswered_nobodys",
                ),
                migrations.AddField(
                    model_name="case",
                    name="safety_at",
                    field=models.DateTimeField(
                        blank=True, help_text="since when somebody may come to harm by it", null=True
                    ),
                ),
                migrations.AddField(
                    model_name="case",
                    name="spokesperson",
                    field=models.ForeignKey(
                        blank=True,
                        db_index=False,
                        help_text="who alone speaks for the house while that lasts",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AlterField(
                    model_name="delivery",
                    name="state",
                    field=models.CharField(
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
                migrations.AlterField(
                    model_name="message",
                    name="purpose",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("reply", "reply"),
                            ("receipt", "automatic receipt"),
                            ("link", "a new link"),
                            ("follow_up", "follow-up"),
                            ("response", "a letter the law asks for"),
                            ("notice", "a notice of a problem"),
                        ],
                        default="",
                        max_length=10,
                    ),
                ),
                migrations.AddIndex(
                    model_name="case",
                    index=models.Index(
                        condition=models.Q(("stage", "new"), models.Q(("origin", "disclosure"), _negated=True)),
                        fields=["received_at", "id"],
                        name="case_unanswered",
                    ),
                ),
                migrations.AddIndex(
                    model_name="case",
                    index=models.Index(
                        condition=models.Q(("stage", "new"), models.Q(("origin", "disclosure"), _negated=True)),
                        fields=["owner", "received_at", "id"],
                        name="case_unanswered_mine",
                    ),
                ),
                migrations.AddIndex(
                    model_name="case",
                    index=models.Index(
                        condition=models.Q(
                            ("stage", "new"), models.Q(("origin", "disclosure"), _negated=True), ("owner", None)
                        ),
                        fields=["received_at", "id"],
                        name="case_unanswered_nobodys",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="delivery",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["queued", "claimed", "handing_over", "sent", "bounced", "failed", "held"])
                        ),
                        name="delivery_state_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="message",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("purpose__in", ["", "reply", "receipt", "link", "follow_up", "response", "notice"])
                        ),
                        name="message_purpose_known",
                    ),
                ),
                migrations.AddField(
                    model_name="affected",
                    name="case",
                    field=models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="affected",
                        to="amends.case",
                    ),
                ),
                migrations.AddField(
                    model_name="affected",
                    name="customer",
                    field=models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="affected_by",
                        to="amends.customer",
                    ),
                ),
                migrations.AddField(
                    model_name="affected",
                    name="linked_by",
                    field=models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="alarm",
                    name="answered_by",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="alarm",
                    name="case",
                    field=models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="alarms", to="amends.case"
                    ),
                ),
                migrations.AddField(
                    model_name="alarm",
                    name="over_by",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="alarm",
                    name="raised_by",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="alarm",
                    name="spokesperson",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="decision",
                    name="decided_by",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                migrations.AddField(
                    model_name="decision",
                    name="seconded_by",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="duty",
                    name="person",
                    field=models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="duty", to=settings.AUTH_USER_MODEL
                    ),
                ),
                migrations.AddField(
                    model_name="item",
                    name="alarm",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="items", to="amends.alarm"
                    ),
                ),
                migrations.AddField(
                    model_name="item",
                    name="done_by",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="listing",
                    name="added_by",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="affected",
                    name="listing",
                    field=models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="affected",
                        to="amends.listing",
                    ),
                ),
                migrations.AddField(
                    model_name="notice",
                    name="approved_by",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="notice",
                    name="written_by",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                migrations.AddField(
                    model_name="nudge",
                    name="person",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                migrations.AddField(
                    model_name="page",
                    name="alarm",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="pages", to="amends.alarm"
                    ),
                ),
                migrations.AddField(
                    model_name="page",
                    name="person",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="pages", to=settings.AUTH_USER_MODEL
                    ),
                ),
                migrations.AddField(
                    model_name="problem",
                    name="closed_by",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="problem",
                    name="opened_by",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="problem",
                    name="owner",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="problems",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="problem",
                    name="queue",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amends.queue"
                    ),
                ),
                migrations.AddField(
                    model_name="nudge",
                    name="problem",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="nudges", to="amends.problem"
                    ),
                ),
                migrations.AddField(
                    model_name="notice",
                    name="problem",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="notices", to="amends.problem"
                    ),
                ),
                migrations.AddField(
                    model_name="listing",
                    name="problem",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="listings", to="amends.problem"
                    ),
                ),
                migrations.AddField(
                    model_name="decision",
                    name="problem",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="amends.problem"
                    ),
                ),
                migrations.AddField(
                    model_name="alarm",
                    name="problem",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="alarms",
                        to="amends.problem",
                    ),
                ),
                migrations.AddField(
                    model_name="affected",
                    name="problem",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="affected",
                        to="amends.problem",
                    ),
                ),
                migrations.AddField(
                    model_name="recipient",
                    name="affected",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="notices", to="amends.affected"
                    ),
                ),
                migrations.AddField(
                    model_name="recipient",
                    name="message",
                    field=models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notice",
                        to="amends.message",
                    ),
                ),
                migrations.AddField(
                    model_name="recipient",
                    name="notice",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="recipients", to="amends.notice"
                    ),
                ),
                migrations.AddField(
                    model_name="redress",
                    name="approved_by",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="redress",
                    name="problem",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="redress", to="amends.problem"
                    ),
                ),
                migrations.AddField(
                    model_name="redress",
                    name="proposed_by",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                migrations.AddField(
                    model_name="signal",
                    name="case",
                    field=models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="signal", to="amends.case"
                    ),
                ),
                migrations.AddField(
                    model_name="statuspost",
                    name="posted_by",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                migrations.AddField(
                    model_name="statuspost",
                    name="problem",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="posts", to="amends.problem"
                    ),
                ),
                migrations.AddField(
                    model_name="statusmail",
                    name="post",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mails",
                        to="amends.statuspost",
                    ),
                ),
                migrations.AddField(
                    model_name="subscriber",
                    name="problem",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="subscribers", to="amends.problem"
                    ),
                ),
                migrations.AddField(
                    model_name="statusmail",
                    name="subscriber",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="mails", to="amends.subscriber"
                    ),
                ),
                migrations.AddField(
                    model_name="tocall",
                    name="affected",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="calls", to="amends.affected"
                    ),
                ),
                migrations.AddField(
                    model_name="tocall",
                    name="claimed_by",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="tocall",
                    name="message",
                    field=models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amends.message"
                    ),
                ),
                migrations.AddField(
                    model_name="tocall",
                    name="problem",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="calls", to="amends.problem"
                    ),
                ),
                migrations.AddField(
                    model_name="upload",
                    name="handed_in_by",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                migrations.AddField(
                    model_name="upload",
                    name="problem",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="uploads", to="amends.problem"
                    ),
                ),
                migrations.AddField(
                    model_name="wave",
                    name="begun_by",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                migrations.AddField(
                    model_name="wave",
                    name="notice",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="waves", to="amends.notice"
                    ),
                ),
                migrations.AddField(
                    model_name="wave",
                    name="stopped_by",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="recipient",
                    name="wave",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recipients",
                        to="amends.wave",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="item",
                    constraint=models.UniqueConstraint(fields=("alarm", "place"), name="item_one_a_place"),
                ),
                migrations.AddConstraint(
                    model_name="item",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_at", None), ("done_by", None)),
                            models.Q(("done_at__isnull", False), ("done_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="item_done_at_and_by",
                    ),
                ),
                migrations.AddIndex(
                    model_name="page",
                    index=models.Index(condition=models.Q(("sent_at", None)), fields=["id"], name="page_to_send"),
                ),
                migrations.AddConstraint(
                    model_name="page",
                    constraint=models.UniqueConstraint(fields=("alarm", "rung"), name="page_once_a_rung"),
                ),
                migrations.AddIndex(
                    model_name="problem",
                    index=models.Index(
                        condition=models.Q(("closed_at", None)), fields=["knew_at", "id"], name="problem_open"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="problem",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("title", ""), _negated=True), models.Q(("what_happened", ""), _negated=True)
                        ),
                        name="problem_says_what_happened",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="problem",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("found_by__in", ["staff", "supplier", "theme", "monitoring"])),
                        name="problem_found_by_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="problem",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("severity__in", [1, 2, 3, 4])), name="problem_severity_known"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="problem",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("cause__in", ["unknown", "suspected", "known", "removed"])),
                        name="problem_cause_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="problem",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("knew_at__lte", models.F("opened_at"))), name="problem_known_before_opened"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="problem",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at", None), ("closed_by", None)),
                            models.Q(("closed_at__isnull", False), ("closed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="problem_closed_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="problem",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("source_id", ""), _negated=True),
                        fields=("source", "source_id"),
                        name="problem_source_once",
                    ),
                ),
                migrations.AddIndex(
                    model_name="nudge",
                    index=models.Index(
                        condition=models.Q(("over_at", None)), fields=["person"], name="nudge_of_person"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="nudge",
                    constraint=models.UniqueConstraint(
                        fields=("problem", "about", "due_at", "rung", "person"), name="nudge_once_a_rung"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="nudge",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("about__in", ["decide", "again", "tell", "news"])), name="nudge_about_known"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="notice",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("kind__in", ["tell", "update", "follow_up"])), name="notice_kind_known"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="notice",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("subject", ""), _negated=True), models.Q(("words", ""), _negated=True)
                        ),
                        name="notice_has_words",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="notice",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("promise", ""), ("promise_due", None)),
                            models.Q(models.Q(("promise", ""), _negated=True), ("promise_due__isnull", False)),
                            _connector="OR",
                        ),
                        name="notice_promise_has_a_time",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="notice",
                    constraint=models.CheckConstraint(
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
                ),
                migrations.AddConstraint(
                    model_name="listing",
                    constraint=models.CheckConstraint(
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
                ),
                migrations.AddConstraint(
                    model_name="listing",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("no_contact__lte", models.F("people"))), name="listing_no_contact_of_people"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="decision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("because", ""), _negated=True), name="decision_has_a_reason"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="decision",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("over_at", None)), fields=("problem",), name="decision_one_standing"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="decision",
                    constraint=models.CheckConstraint(
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
                ),
                migrations.AddConstraint(
                    model_name="decision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ask_again_at", None), ("tell", True)),
                            models.Q(("ask_again_at__isnull", False), ("tell", False)),
                            _connector="OR",
                        ),
                        name="decision_silence_is_asked_again",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="alarm",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at", None), ("answered_by", None)),
                            models.Q(("answered_at__isnull", False), ("answered_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="alarm_answered_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="alarm",
                    constraint=models.CheckConstraint(
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
                ),
                migrations.AddConstraint(
                    model_name="alarm",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("drill", False), ("report_by", None), _connector="OR"),
                        name="alarm_drill_reports_nothing",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="alarm",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("case__isnull", False), ("over_at", None)),
                        fields=("case", "drill"),
                        name="alarm_one_a_case",
                    ),
                ),
                migrations.AddIndex(
                    model_name="affected",
                    index=models.Index(fields=["problem", "id"], name="affected_of_problem"),
                ),
                migrations.AddIndex(
                    model_name="affected",
                    index=models.Index(
                        condition=models.Q(("customer__isnull", False)), fields=["customer"], name="affected_customer"
                    ),
                ),
                migrations.AddIndex(
                    model_name="affected",
                    index=models.Index(
                        condition=models.Q(("phone", ""), _negated=True),
                        fields=["problem", "phone"],
                        name="affected_phone",
                    ),
                ),
                migrations.AddIndex(
                    model_name="affected",
                    index=models.Index(
                        condition=models.Q(("household", ""), _negated=True),
                        fields=["problem", "household"],
                        name="affected_household",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="affected",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("via__in", ["list", "records", "case"])), name="affected_via_known"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="affected",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("case__isnull", False)),
                        fields=("case", "problem"),
                        name="affected_one_a_case",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="affected",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("email", ""), _negated=True),
                        fields=("problem", "email"),
                        name="affected_one_an_email",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="affected",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("unreachable_at", None), ("unreachable_because", "")),
                            models.Q(
                                ("unreachable_at__isnull", False), models.Q(("unreachable_because", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="affected_unreachable_with_a_reason",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="affected",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("linked_at", None), ("linked_by", None)),
                            models.Q(("linked_at__isnull", False), ("linked_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="affected_linked_at_and_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="affected",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("via", "case"), _negated=True), ("case__isnull", False), _connector="OR"
                        ),
                        name="affected_by_a_case_has_one",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="redress",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("each__gte", 0)), name="redress_not_negative"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="redress",
                    constraint=models.CheckConstraint(
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
                ),
                migrations.AddConstraint(
                    model_name="redress",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("done_at", None), ("approved_at__isnull", False), _connector="OR"),
                        name="redress_done_after_approval",
                    ),
                ),
                migrations.AddIndex(
                    model_name="signal",
                    index=models.Index(fields=["seen_at"], name="signal_seen"),
                ),
                migrations.AddConstraint(
                    model_name="signal",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("sign__in", ["score", "refund", "chase", "review", "other"])),
                        name="signal_sign_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="signal",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("source_id", ""), _negated=True),
                        fields=("source", "source_id"),
                        name="signal_source_once",
                    ),
                ),
                migrations.AddIndex(
                    model_name="statuspost",
                    index=models.Index(fields=["-posted_at", "-id"], name="post_newest"),
                ),
                migrations.AddConstraint(
                    model_name="statuspost",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("words", ""), _negated=True), models.Q(("title", ""), _negated=True)
                        ),
                        name="post_has_words",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="statuspost",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("how__in", ["looking", "known", "mending", "right"])), name="post_how_known"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="subscriber",
                    constraint=models.UniqueConstraint(fields=("problem", "email"), name="subscriber_once"),
                ),
                migrations.AddIndex(
                    model_name="statusmail",
                    index=models.Index(
                        condition=models.Q(("mailed_at", None)), fields=["id"], name="statusmail_to_send"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="statusmail",
                    constraint=models.UniqueConstraint(fields=("subscriber", "post"), name="statusmail_once_a_post"),
                ),
                migrations.AddConstraint(
                    model_name="statusmail",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("post", None)), fields=("subscriber",), name="statusmail_one_question"
                    ),
                ),
                migrations.AddIndex(
                    model_name="tocall",
                    index=models.Index(
                        condition=models.Q(("over_at", None)),
                        fields=["problem", "priority", "next_try_at", "id"],
                        name="to_call_next",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="tocall",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("over_at", None)), fields=("affected",), name="to_call_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="tocall",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("claimed_by", None), ("claimed_until", None)),
                            models.Q(("claimed_by__isnull", False), ("claimed_until__isnull", False)),
                            _connector="OR",
                        ),
                        name="to_call_claimed_until",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="tocall",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", ""), ("over_at", None)),
                            models.Q(("outcome__in", ["spoke", "no_more", "given_up"]), ("over_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="to_call_over_with_an_outcome",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="tocall",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "spoke"), _negated=True), ("message__isnull", False), _connector="OR"
                        ),
                        name="to_call_spoke_in_a_call",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="wave",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("over_at", None)), fields=("notice",), name="wave_one_going"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="wave",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stopped_at", None), ("stopped_by", None)),
                            models.Q(("stopped_at__isnull", False), ("stopped_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="wave_stopped_at_and_by",
                    ),
                ),
                migrations.AddIndex(
                    model_name="recipient",
                    index=models.Index(
                        condition=models.Q(("message", None), ("passed_over", "")),
                        fields=["wave", "id"],
                        name="recipient_to_write",
                    ),
                ),
                migrations.AddIndex(
                    model_name="recipient",
                    index=models.Index(fields=["wave"], name="recipient_of_wave"),
                ),
                migrations.AddConstraint(
                    model_name="recipient",
                    constraint=models.UniqueConstraint(fields=("notice", "affected"), name="recipient_once_a_notice"),
                ),
                migrations.AddConstraint(
                    model_name="recipient",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("message", None), ("passed_over", ""), _connector="OR"),
                        name="recipient_written_to_or_passed_over",
                    ),
                ),
            ]
        ),
        migrations.RunSQL(_MERGED, _BACK),
    ]
