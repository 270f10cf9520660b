"""Making amends: catalogue, authority and approvals, offers and choices, what is carried out once, and what we asked."""

from decimal import Decimal

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from amends.migrations._together import together


class Migration(migrations.Migration):
    dependencies = [
        ("amends", "0011_readings"),
    ]

    operations = together(
        [
            migrations.CreateModel(
                name="Approval",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
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
                    ("answered_at", models.DateTimeField(null=True)),
                    ("answer", models.TextField(blank=True, default="")),
                    ("passed_at", models.DateTimeField(null=True)),
                    ("looked_at", models.DateTimeField(null=True)),
                    ("look_words", models.TextField(blank=True, default="")),
                ],
            ),
            migrations.CreateModel(
                name="Choice",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
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
                    ("words", models.TextField(blank=True, default="")),
                    ("consented", models.BooleanField(default=False, help_text="to what they have to do for it")),
                    ("works", models.BooleanField(default=False, help_text="it asks something of them")),
                    ("worth", models.DecimalField(decimal_places=2, max_digits=12)),
                    ("superseded_at", models.DateTimeField(null=True)),
                    ("executed_at", models.DateTimeField(null=True)),
                    ("on_its_way_at", models.DateTimeField(null=True)),
                    ("had_at", models.DateTimeField(null=True)),
                    (
                        "had_how",
                        models.CharField(
                            blank=True, choices=[("received", "received"), ("used", "used")], default="", max_length=8
                        ),
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
            ),
            migrations.CreateModel(
                name="Code",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("code", models.CharField(max_length=120, unique=True)),
                    ("uploaded_at", models.DateTimeField()),
                    ("given_at", models.DateTimeField(null=True)),
                ],
            ),
            migrations.CreateModel(
                name="Effort",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
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
                    ("eased_at", models.DateTimeField(null=True)),
                    ("eased_words", models.TextField(blank=True, default="")),
                ],
            ),
            migrations.CreateModel(
                name="Execution",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
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
                    ("sent_at", models.DateTimeField(null=True)),
                    ("tries", models.SmallIntegerField(default=0)),
                    ("asked_at", models.DateTimeField(null=True)),
                    ("batch", models.CharField(blank=True, default="", max_length=40)),
                    ("reference", models.CharField(blank=True, default="", max_length=200)),
                    ("evidence", models.TextField(blank=True, default="")),
                    ("because", models.TextField(blank=True, default="")),
                    ("done_at", models.DateTimeField(null=True)),
                ],
            ),
            migrations.CreateModel(
                name="Loss",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
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
                            choices=[
                                ("established", "it was our fault"),
                                ("open", "not established"),
                                ("not_ours", "not our fault"),
                            ],
                            default="open",
                            max_length=12,
                        ),
                    ),
                    ("payment", models.CharField(blank=True, default="", max_length=120)),
                    ("noted_at", models.DateTimeField()),
                ],
            ),
            migrations.CreateModel(
                name="Offer",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("round", models.SmallIntegerField()),
                    ("wish", models.BooleanField(help_text="their own wish, granted")),
                    ("goodwill", models.BooleanField(default=False)),
                    ("because", models.TextField(blank=True, default="")),
                    (
                        "left_out",
                        models.TextField(
                            blank=True, default="", help_text="why no money back, where it was paid for nothing"
                        ),
                    ),
                    ("currency", models.CharField(max_length=3)),
                    ("planned", models.DecimalField(decimal_places=2, max_digits=12)),
                    ("asked", models.DecimalField(decimal_places=2, max_digits=12, null=True)),
                    ("made_at", models.DateTimeField()),
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
                    ("begun_at", models.DateTimeField(null=True)),
                    ("withdrawn_at", models.DateTimeField(null=True)),
                    ("withdrawn_because", models.TextField(blank=True, default="")),
                ],
            ),
            migrations.CreateModel(
                name="Option",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("position", models.SmallIntegerField()),
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
                },
            ),
            migrations.CreateModel(
                name="Purse",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    (
                        "role",
                        models.CharField(
                            choices=[("agent", "Agent"), ("lead", "Lead"), ("manager", "Manager"), ("admin", "Admin")],
                            max_length=10,
                        ),
                    ),
                    ("currency", models.CharField(max_length=3)),
                    ("begins", models.DateField()),
                    ("cap", models.DecimalField(decimal_places=2, max_digits=14)),
                    ("spent", models.DecimalField(decimal_places=2, default=Decimal(0), max_digits=14)),
                ],
            ),
            migrations.CreateModel(
                name="Recognition",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("words", models.TextField()),
                    ("owed_at", models.DateTimeField()),
                    ("done_at", models.DateTimeField(null=True)),
                    ("evidence", models.TextField(blank=True, default="")),
                ],
            ),
            migrations.CreateModel(
                name="Remedy",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
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
                    ("charge", models.DecimalField(decimal_places=2, default=Decimal(0), max_digits=12)),
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
                ],
            ),
            migrations.CreateModel(
                name="Spend",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("amount", models.DecimalField(decimal_places=2, max_digits=12)),
                    ("currency", models.CharField(max_length=3)),
                    (
                        "role",
                        models.CharField(
                            choices=[("agent", "Agent"), ("lead", "Lead"), ("manager", "Manager"), ("admin", "Admin")],
                            max_length=10,
                        ),
                    ),
                    ("policy", models.TextField(blank=True, default="")),
                    ("taken_at", models.DateTimeField()),
                    ("released_at", models.DateTimeField(null=True)),
                    ("case_total", models.DecimalField(decimal_places=2, max_digits=14)),
                    ("case_cap", models.DecimalField(decimal_places=2, max_digits=14)),
                    ("customer_total", models.DecimalField(decimal_places=2, max_digits=14)),
                    ("customer_cap", models.DecimalField(decimal_places=2, max_digits=14)),
                ],
            ),
            migrations.RemoveConstraint(
                model_name="deadline",
                name="deadline_kind_known",
            ),
            migrations.RemoveConstraint(
                model_name="deadline",
                name="deadline_one_of_a_kind",
            ),
            migrations.RemoveConstraint(
                model_name="message",
                name="message_purpose_known",
            ),
            migrations.RemoveConstraint(
                model_name="promise",
                name="promise_kind_known",
            ),
            migrations.AddField(
                model_name="closure",
                name="instead",
                field=models.TextField(blank=True, default="", help_text="what can be done for them all the same"),
            ),
            migrations.AlterField(
                model_name="deadline",
                name="kind",
                field=models.CharField(
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
                    ],
                    max_length=16,
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
                        ("offer", "what they may choose from"),
                        ("gift", "a gift, apart"),
                    ],
                    default="",
                    max_length=10,
                ),
            ),
            migrations.AlterField(
                model_name="promise",
                name="kind",
                field=models.CharField(
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
            migrations.AlterField(
                model_name="response",
                name="kind",
                field=models.CharField(
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
                    ],
                    max_length=16,
                ),
            ),
            migrations.AddConstraint(
                model_name="deadline",
                constraint=models.CheckConstraint(
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
                            ],
                        )
                    ),
                    name="deadline_kind_known",
                ),
            ),
            migrations.AddConstraint(
                model_name="deadline",
                constraint=models.UniqueConstraint(
                    condition=models.Q(
                        ("met_at", None),
                        ("void_at", None),
                        models.Q(
                            ("kind__in", ("promise", "call_back", "ask", "check", "approval", "task")), _negated=True
                        ),
                    ),
                    fields=("case", "kind"),
                    name="deadline_one_of_a_kind",
                ),
            ),
            migrations.AddConstraint(
                model_name="message",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        ("purpose__in", ["", "reply", "receipt", "link", "follow_up", "response", "offer", "gift"])
                    ),
                    name="message_purpose_known",
                ),
            ),
            migrations.AddConstraint(
                model_name="promise",
                constraint=models.CheckConstraint(
                    condition=models.Q(("kind__in", ["deed", "delivery", "money", "call", "news", "gift"])),
                    name="promise_kind_known",
                ),
            ),
            migrations.AddField(
                model_name="approval",
                name="answered_by",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="approval",
                name="approver",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="approvals",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="approval",
                name="asked_by",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="approval",
                name="case",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="approvals", to="amends.case"
                ),
            ),
            migrations.AddField(
                model_name="approval",
                name="deadline",
                field=models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT, related_name="approval", to="amends.deadline"
                ),
            ),
            migrations.AddField(
                model_name="approval",
                name="look_due",
                field=models.OneToOneField(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="second_look",
                    to="amends.deadline",
                ),
            ),
            migrations.AddField(
                model_name="approval",
                name="looked_by",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="approval",
                name="second_reader",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="choice",
                name="case",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="choices", to="amends.case"
                ),
            ),
            migrations.AddField(
                model_name="choice",
                name="promise",
                field=models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT, related_name="choice", to="amends.promise"
                ),
            ),
            migrations.AddField(
                model_name="choice",
                name="recorded_by",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="code",
                name="uploaded_by",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="effort",
                name="asked_by",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="effort",
                name="case",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="efforts", to="amends.case"
                ),
            ),
            migrations.AddField(
                model_name="effort",
                name="deadline",
                field=models.OneToOneField(
                    null=True, on_delete=django.db.models.deletion.PROTECT, related_name="effort", to="amends.deadline"
                ),
            ),
            migrations.AddField(
                model_name="effort",
                name="eased_by",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="execution",
                name="begun_by",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="execution",
                name="choice",
                field=models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT, related_name="execution", to="amends.choice"
                ),
            ),
            migrations.AddField(
                model_name="execution",
                name="code",
                field=models.OneToOneField(
                    null=True, on_delete=django.db.models.deletion.PROTECT, related_name="execution", to="amends.code"
                ),
            ),
            migrations.AddField(
                model_name="execution",
                name="message",
                field=models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amends.message"
                ),
            ),
            migrations.AddField(
                model_name="execution",
                name="task",
                field=models.OneToOneField(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="execution",
                    to="amends.deadline",
                ),
            ),
            migrations.AddField(
                model_name="loss",
                name="case",
                field=models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT, related_name="loss", to="amends.case"
                ),
            ),
            migrations.AddField(
                model_name="loss",
                name="noted_by",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="offer",
                name="approval",
                field=models.OneToOneField(
                    null=True, on_delete=django.db.models.deletion.PROTECT, related_name="offer", to="amends.approval"
                ),
            ),
            migrations.AddField(
                model_name="offer",
                name="backed_by",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="offer",
                name="case",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="offers", to="amends.case"
                ),
            ),
            migrations.AddField(
                model_name="offer",
                name="made_by",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="offer",
                name="told_in",
                field=models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amends.message"
                ),
            ),
            migrations.AddField(
                model_name="offer",
                name="withdrawn_by",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="choice",
                name="offer",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="choices", to="amends.offer"
                ),
            ),
            migrations.AddField(
                model_name="option",
                name="offer",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="options", to="amends.offer"
                ),
            ),
            migrations.AddField(
                model_name="choice",
                name="option",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="choices", to="amends.option"
                ),
            ),
            migrations.AddConstraint(
                model_name="purse",
                constraint=models.UniqueConstraint(fields=("role", "currency", "begins"), name="purse_one_a_period"),
            ),
            migrations.AddConstraint(
                model_name="purse",
                constraint=models.CheckConstraint(
                    condition=models.Q(("role__in", ["agent", "lead", "manager", "admin"])), name="purse_role_known"
                ),
            ),
            migrations.AddConstraint(
                model_name="purse",
                constraint=models.CheckConstraint(
                    condition=models.Q(("spent__gte", 0)), name="purse_spent_not_below_nought"
                ),
            ),
            migrations.AddConstraint(
                model_name="purse",
                constraint=models.CheckConstraint(
                    condition=models.Q(("spent__lte", models.F("cap"))), name="purse_within_its_cap"
                ),
            ),
            migrations.AddField(
                model_name="recognition",
                name="case",
                field=models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT, related_name="recognition", to="amends.case"
                ),
            ),
            migrations.AddField(
                model_name="recognition",
                name="deadline",
                field=models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT, related_name="recognition", to="amends.deadline"
                ),
            ),
            migrations.AddField(
                model_name="recognition",
                name="done_by",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="remedy",
                name="added_by",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            migrations.AddField(
                model_name="option",
                name="remedy",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="options", to="amends.remedy"
                ),
            ),
            migrations.AddField(
                model_name="code",
                name="remedy",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="codes", to="amends.remedy"
                ),
            ),
            migrations.AddField(
                model_name="choice",
                name="remedy",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="choices", to="amends.remedy"
                ),
            ),
            migrations.AddField(
                model_name="approval",
                name="remedy",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amends.remedy"
                ),
            ),
            migrations.AddField(
                model_name="spend",
                name="case",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="spends", to="amends.case"
                ),
            ),
            migrations.AddField(
                model_name="spend",
                name="purse",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="spends", to="amends.purse"
                ),
            ),
            migrations.AddField(
                model_name="spend",
                name="taken_by",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="offer",
                name="spend",
                field=models.OneToOneField(
                    null=True, on_delete=django.db.models.deletion.PROTECT, related_name="offer", to="amends.spend"
                ),
            ),
            migrations.AddField(
                model_name="approval",
                name="spend",
                field=models.OneToOneField(
                    null=True, on_delete=django.db.models.deletion.PROTECT, related_name="approval", to="amends.spend"
                ),
            ),
            migrations.AddIndex(
                model_name="effort",
                index=models.Index(fields=["case"], name="effort_case"),
            ),
            migrations.AddConstraint(
                model_name="effort",
                constraint=models.CheckConstraint(
                    condition=models.Q(("kind__in", ["contacts", "forms", "documents", "repeats", "transfers"])),
                    name="effort_kind_known",
                ),
            ),
            migrations.AddConstraint(
                model_name="effort",
                constraint=models.CheckConstraint(
                    condition=models.Q(("words", ""), _negated=True), name="effort_says_what"
                ),
            ),
            migrations.AddConstraint(
                model_name="effort",
                constraint=models.CheckConstraint(
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
            ),
            migrations.AddIndex(
                model_name="execution",
                index=models.Index(
                    condition=models.Q(("state", "done"), _negated=True),
                    fields=["state", "way", "id"],
                    name="execution_outstanding",
                ),
            ),
            migrations.AddConstraint(
                model_name="execution",
                constraint=models.CheckConstraint(condition=models.Q(("stands", True)), name="execution_stands"),
            ),
            migrations.AddConstraint(
                model_name="execution",
                constraint=models.CheckConstraint(
                    condition=models.Q(("state__in", ["waiting", "sending", "done", "failed", "uncertain"])),
                    name="execution_state_known",
                ),
            ),
            migrations.AddConstraint(
                model_name="execution",
                constraint=models.CheckConstraint(
                    condition=models.Q(("way__in", ["hand", "csv", "supplier", "stripe", "code"])),
                    name="execution_way_known",
                ),
            ),
            migrations.AddConstraint(
                model_name="execution",
                constraint=models.CheckConstraint(
                    condition=models.Q(("amount__gte", 0)), name="execution_money_not_negative"
                ),
            ),
            migrations.AddConstraint(
                model_name="execution",
                constraint=models.CheckConstraint(
                    condition=models.Q(("key", ""), _negated=True), name="execution_has_a_key"
                ),
            ),
            migrations.AddConstraint(
                model_name="execution",
                constraint=models.CheckConstraint(
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
            ),
            migrations.AddConstraint(
                model_name="execution",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("state__in", ["failed", "uncertain"]), _negated=True),
                        models.Q(("because", ""), _negated=True),
                        _connector="OR",
                    ),
                    name="execution_fails_with_a_reason",
                ),
            ),
            migrations.AddConstraint(
                model_name="loss",
                constraint=models.CheckConstraint(condition=models.Q(("amount__gte", 0)), name="loss_not_negative"),
            ),
            migrations.AddConstraint(
                model_name="loss",
                constraint=models.CheckConstraint(
                    condition=models.Q(("failure__in", ["F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10"])),
                    name="loss_failure_known",
                ),
            ),
            migrations.AddConstraint(
                model_name="loss",
                constraint=models.CheckConstraint(
                    condition=models.Q(("fault__in", ["established", "open", "not_ours"])), name="loss_fault_known"
                ),
            ),
            migrations.AddConstraint(
                model_name="loss",
                constraint=models.CheckConstraint(
                    condition=models.Q(("currency__regex", "^[A-Z]{3}$")), name="loss_currency_of_three_letters"
                ),
            ),
            migrations.AddConstraint(
                model_name="recognition",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("done_at", None), ("done_by", None), ("evidence", "")),
                        models.Q(
                            ("done_at__isnull", False),
                            ("done_by__isnull", False),
                            models.Q(("evidence", ""), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="recognition_done_with_evidence",
                ),
            ),
            migrations.AddIndex(
                model_name="remedy",
                index=models.Index(fields=["currency", "valid_from"], name="remedy_standing"),
            ),
            migrations.AddConstraint(
                model_name="remedy",
                constraint=models.CheckConstraint(
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
            ),
            migrations.AddConstraint(
                model_name="remedy",
                constraint=models.CheckConstraint(
                    condition=models.Q(("name", ""), _negated=True), name="remedy_has_a_name"
                ),
            ),
            migrations.AddConstraint(
                model_name="remedy",
                constraint=models.CheckConstraint(
                    condition=models.Q(("charge", 0)), name="remedy_never_charges_the_customer"
                ),
            ),
            migrations.AddConstraint(
                model_name="remedy",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("cost__gte", 0), ("cost_share", None), ("worth__gte", 0), ("worth_share", None)),
                        models.Q(("cost", None), ("cost_share__gte", 0), ("worth", None), ("worth_share__gt", 0)),
                        _connector="OR",
                    ),
                    name="remedy_worth_is_fixed_or_a_share",
                ),
            ),
            migrations.AddConstraint(
                model_name="remedy",
                constraint=models.CheckConstraint(
                    condition=models.Q(("stock", None), ("stock__gte", 0), _connector="OR"),
                    name="remedy_stock_not_below_nought",
                ),
            ),
            migrations.AddConstraint(
                model_name="remedy",
                constraint=models.CheckConstraint(
                    condition=models.Q(("currency__regex", "^[A-Z]{3}$")), name="remedy_currency_of_three_letters"
                ),
            ),
            migrations.AddConstraint(
                model_name="remedy",
                constraint=models.CheckConstraint(
                    condition=models.Q(("valid_to", None), ("valid_to__gt", models.F("valid_from")), _connector="OR"),
                    name="remedy_ends_after_it_begins",
                ),
            ),
            migrations.AddConstraint(
                model_name="remedy",
                constraint=models.CheckConstraint(
                    condition=models.Q(("lead_hours__gte", 0)), name="remedy_takes_some_time"
                ),
            ),
            migrations.AddConstraint(
                model_name="remedy",
                constraint=models.CheckConstraint(
                    condition=models.Q(("way__in", ["hand", "csv", "supplier", "stripe", "code"])),
                    name="remedy_way_known",
                ),
            ),
            migrations.AddConstraint(
                model_name="remedy",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("way", "supplier"), _negated=True),
                        models.Q(("supplier", ""), _negated=True),
                        _connector="OR",
                    ),
                    name="remedy_names_its_supplier",
                ),
            ),
            migrations.AddConstraint(
                model_name="remedy",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("kind__in", ("apology", "personal contact", "recognition")), _negated=True),
                        ("worth", 0),
                        _connector="OR",
                    ),
                    name="remedy_words_have_no_price",
                ),
            ),
            migrations.AddConstraint(
                model_name="option",
                constraint=models.CheckConstraint(
                    condition=models.Q(("position__gte", 1), ("position__lte", 3)), name="option_one_to_three"
                ),
            ),
            migrations.AddConstraint(
                model_name="option",
                constraint=models.UniqueConstraint(fields=("offer", "position"), name="option_one_a_place"),
            ),
            migrations.AddConstraint(
                model_name="option",
                constraint=models.UniqueConstraint(fields=("offer", "kind"), name="option_distinct_in_kind"),
            ),
            migrations.AddConstraint(
                model_name="option",
                constraint=models.UniqueConstraint(fields=("id", "offer"), name="option_of_its_offer"),
            ),
            migrations.AddConstraint(
                model_name="option",
                constraint=models.CheckConstraint(
                    condition=models.Q(("cost__gte", 0), ("worth__gte", 0)), name="option_money_not_negative"
                ),
            ),
            migrations.AddConstraint(
                model_name="option",
                constraint=models.CheckConstraint(
                    condition=models.Q(("name", ""), _negated=True), name="option_has_a_name"
                ),
            ),
            migrations.AddIndex(
                model_name="code",
                index=models.Index(condition=models.Q(("given_at", None)), fields=["remedy", "id"], name="code_left"),
            ),
            migrations.AddConstraint(
                model_name="code",
                constraint=models.CheckConstraint(
                    condition=models.Q(("code", ""), _negated=True), name="code_has_letters"
                ),
            ),
            migrations.AddIndex(
                model_name="choice",
                index=models.Index(
                    condition=models.Q(("executed_at__isnull", False), ("stands", True)),
                    fields=["remedy", "-executed_at"],
                    include=("chosen_at", "had_at", "missed_at"),
                    name="choice_history",
                ),
            ),
            migrations.AddIndex(
                model_name="choice",
                index=models.Index(fields=["case"], name="choice_case"),
            ),
            migrations.AddConstraint(
                model_name="choice",
                constraint=models.UniqueConstraint(
                    condition=models.Q(("stands", True)), fields=("offer",), name="choice_one_stands"
                ),
            ),
            migrations.AddConstraint(
                model_name="choice",
                constraint=models.UniqueConstraint(fields=("id", "stands"), name="choice_and_whether_it_stands"),
            ),
            migrations.AddConstraint(
                model_name="choice",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("stands", True), ("superseded_at", None)),
                        models.Q(("stands", False), ("superseded_at__isnull", False)),
                        _connector="OR",
                    ),
                    name="choice_stands_until_superseded",
                ),
            ),
            migrations.AddConstraint(
                model_name="choice",
                constraint=models.CheckConstraint(
                    condition=models.Q(("via__in", ["email", "phone", "letter", "visit", "portal", "form", "api"])),
                    name="choice_via_known",
                ),
            ),
            migrations.AddConstraint(
                model_name="choice",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("recorded_by", None), ("theirs", True)),
                        models.Q(("recorded_by__isnull", False), ("theirs", False)),
                        _connector="OR",
                    ),
                    name="choice_theirs_or_recorded",
                ),
            ),
            migrations.AddConstraint(
                model_name="choice",
                constraint=models.CheckConstraint(
                    condition=models.Q(("works", False), ("consented", True), _connector="OR"),
                    name="choice_consents_to_the_work",
                ),
            ),
            migrations.AddConstraint(
                model_name="choice",
                constraint=models.CheckConstraint(
                    condition=models.Q(("worth__gte", 0)), name="choice_money_not_negative"
                ),
            ),
            migrations.AddConstraint(
                model_name="choice",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        ("executed_at", None), ("executed_at__gte", models.F("chosen_at")), _connector="OR"
                    ),
                    name="choice_agreed_before_executed",
                ),
            ),
            migrations.AddConstraint(
                model_name="choice",
                constraint=models.CheckConstraint(
                    condition=models.Q(("on_its_way_at", None), ("executed_at__isnull", False), _connector="OR"),
                    name="choice_executed_before_on_its_way",
                ),
            ),
            migrations.AddConstraint(
                model_name="choice",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("had_at", None), ("had_how", "")),
                        models.Q(
                            ("executed_at__isnull", False),
                            ("had_at__isnull", False),
                            ("had_how__in", ["received", "used"]),
                        ),
                        _connector="OR",
                    ),
                    name="choice_executed_before_had",
                ),
            ),
            migrations.AddConstraint(
                model_name="choice",
                constraint=models.CheckConstraint(
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
            ),
            migrations.AddConstraint(
                model_name="spend",
                constraint=models.CheckConstraint(condition=models.Q(("amount__gte", 0)), name="spend_not_negative"),
            ),
            migrations.AddConstraint(
                model_name="spend",
                constraint=models.CheckConstraint(
                    condition=models.Q(("case_total__lte", models.F("case_cap"))), name="spend_within_the_cap_of_a_case"
                ),
            ),
            migrations.AddConstraint(
                model_name="spend",
                constraint=models.CheckConstraint(
                    condition=models.Q(("customer_total__lte", models.F("customer_cap"))),
                    name="spend_within_the_cap_of_a_customer",
                ),
            ),
            migrations.AddConstraint(
                model_name="offer",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        ("planned__gte", 0), models.Q(("asked", None), ("asked__gte", 0), _connector="OR")
                    ),
                    name="offer_money_not_negative",
                ),
            ),
            migrations.AddConstraint(
                model_name="offer",
                constraint=models.CheckConstraint(
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
            ),
            migrations.AddConstraint(
                model_name="offer",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        ("told_via__in", ["", "email", "phone", "letter", "visit", "portal", "form", "api"])
                    ),
                    name="offer_told_by_a_known_way",
                ),
            ),
            migrations.AddIndex(
                model_name="approval",
                index=models.Index(
                    condition=models.Q(("state__in", ("asked", "refusing"))),
                    fields=["asked_at"],
                    name="approval_waiting",
                ),
            ),
            migrations.AddConstraint(
                model_name="approval",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        ("state__in", ["asked", "refusing", "granted", "passed", "refused", "withdrawn"])
                    ),
                    name="approval_state_known",
                ),
            ),
            migrations.AddConstraint(
                model_name="approval",
                constraint=models.CheckConstraint(
                    condition=models.Q(("cost__gte", 0), ("worth__gte", 0)), name="approval_money_not_negative"
                ),
            ),
            migrations.AddConstraint(
                model_name="approval",
                constraint=models.CheckConstraint(
                    condition=models.Q(("because", ""), _negated=True), name="approval_has_a_case_for_it"
                ),
            ),
            migrations.AddConstraint(
                model_name="approval",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        ("answered_by", None),
                        models.Q(("answered_by", models.F("asked_by")), _negated=True),
                        _connector="OR",
                    ),
                    name="approval_not_by_its_asker",
                ),
            ),
            migrations.AddConstraint(
                model_name="approval",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("answered_at", None), ("answered_by", None)),
                        models.Q(("answered_at__isnull", False), ("answered_by__isnull", False)),
                        _connector="OR",
                    ),
                    name="approval_answered_at_and_by",
                ),
            ),
            migrations.AddConstraint(
                model_name="approval",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("state__in", ["granted"]), _negated=True),
                        models.Q(("answered_by__isnull", False), ("spend__isnull", False)),
                        _connector="OR",
                    ),
                    name="approval_granted_by_somebody",
                ),
            ),
            migrations.AddConstraint(
                model_name="approval",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("state", "passed"), _negated=True),
                        models.Q(("in_band", True), ("passed_at__isnull", False), ("spend__isnull", False)),
                        _connector="OR",
                    ),
                    name="approval_passes_only_in_band",
                ),
            ),
            migrations.AddConstraint(
                model_name="approval",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("state__in", ["refusing", "refused"]), _negated=True),
                        models.Q(("answered_by__isnull", False), models.Q(("answer", ""), _negated=True)),
                        _connector="OR",
                    ),
                    name="approval_refused_in_words",
                ),
            ),
            migrations.AddConstraint(
                model_name="approval",
                constraint=models.CheckConstraint(
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
            ),
            migrations.AddConstraint(
                model_name="approval",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("looked_at", None), ("looked_by", None)),
                        models.Q(("looked_at__isnull", False), ("looked_by__isnull", False)),
                        _connector="OR",
                    ),
                    name="approval_looked_at_and_by",
                ),
            ),
            # Keys of two columns, which the mapper cannot say: what was not offered cannot be chosen, and what does not stand
            # cannot be carried out, nor unchosen once it is.
            migrations.RunSQL(
                """ALTER TABLE amends_choice ADD CONSTRAINT choice_within_the_offer
                FOREIGN KEY (option_id, offer_id) REFERENCES amends_option (id, offer_id);
            ALTER TABLE amends_execution ADD CONSTRAINT execution_of_a_standing_choice
                FOREIGN KEY (choice_id, stands) REFERENCES amends_choice (id, stands);""",
                """ALTER TABLE amends_execution DROP CONSTRAINT execution_of_a_standing_choice;
            ALTER TABLE amends_choice DROP CONSTRAINT choice_within_the_offer;""",
            ),
        ]
    )
