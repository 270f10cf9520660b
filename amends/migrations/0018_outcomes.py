"""What customers did and what became of them; experiments, win-backs, what they cost, and the monthly report."""

from pathlib import Path

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from amends.migrations._together import Together, together

_HERE = Path(__file__).parent.parent
_MERGED = (_HERE / "outcomes" / "merged.sql").read_text()
_SEALED = (_HERE / "experiments" / "sealed.sql").read_text()
_BACK = """
DROP TRIGGER amends_activities_follow ON amends_customer;
DROP FUNCTION amends_activities_follow();
DROP TRIGGER amends_is_another ON amends_activity;
"""
_UNSEALED = """
DROP TRIGGER amends_experiment_sealed ON amends_experiment;
DROP TRIGGER amends_assignment_drawn ON amends_assignment;
DROP FUNCTION amends_experiment_sealed();
DROP FUNCTION amends_assignment_drawn();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("amends", "0017_practice"),
    ]

    operations = together(
        [
            Together(
                [
                    migrations.CreateModel(
                        name="Experiment",
                        fields=[
                            (
                                "id",
                                models.BigAutoField(
                                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                                ),
                            ),
                            ("name", models.CharField(max_length=80, unique=True)),
                            ("hypothesis", models.TextField()),
                            (
                                "place",
                                models.CharField(
                                    choices=[
                                        ("menu", "in which order three remedies are put"),
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
                                models.DecimalField(
                                    decimal_places=3,
                                    help_text="the least difference that matters, a share",
                                    max_digits=4,
                                ),
                            ),
                            ("planned", models.IntegerField(help_text="customers to an arm")),
                            ("stops", models.TextField()),
                            ("secret", models.BinaryField(max_length=32)),
                            ("sealed", models.CharField(max_length=64)),
                            ("registered_at", models.DateTimeField()),
                            ("begun_at", models.DateTimeField(null=True)),
                            ("stopped_at", models.DateTimeField(null=True)),
                            ("stopped_because", models.TextField(blank=True, default="")),
                            (
                                "begun_by",
                                models.ForeignKey(
                                    null=True,
                                    on_delete=django.db.models.deletion.PROTECT,
                                    related_name="+",
                                    to=settings.AUTH_USER_MODEL,
                                ),
                            ),
                            (
                                "registered_by",
                                models.ForeignKey(
                                    on_delete=django.db.models.deletion.PROTECT,
                                    related_name="+",
                                    to=settings.AUTH_USER_MODEL,
                                ),
                            ),
                            (
                                "stopped_by",
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
                                    condition=models.Q(("place__in", ["menu", "win_back"])),
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
                                    condition=models.Q(
                                        ("begun_at", None),
                                        ("begun_at__gte", models.F("registered_at")),
                                        _connector="OR",
                                    ),
                                    name="experiment_registered_first",
                                ),
                                models.UniqueConstraint(
                                    condition=models.Q(("begun_at__isnull", False), ("stopped_at", None)),
                                    fields=("place",),
                                    name="experiment_one_at_a_place",
                                ),
                            ],
                        },
                    ),
                    migrations.CreateModel(
                        name="Assignment",
                        fields=[
                            (
                                "id",
                                models.BigAutoField(
                                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                                ),
                            ),
                            ("arm", models.CharField(max_length=20)),
                            ("propensity", models.FloatField()),
                            ("draw", models.FloatField()),
                            (
                                "cluster",
                                models.CharField(
                                    blank=True,
                                    default="",
                                    help_text="those who were hit by the same thing, and can compare",
                                    max_length=60,
                                ),
                            ),
                            (
                                "sealed",
                                models.CharField(help_text="of the registration as it was at the draw", max_length=64),
                            ),
                            ("drawn_at", models.DateTimeField()),
                            ("cost", models.DecimalField(decimal_places=2, default=0, max_digits=12)),
                            ("result", models.CharField(blank=True, default="", max_length=10)),
                            ("resulted_at", models.DateTimeField(null=True)),
                            (
                                "case",
                                models.ForeignKey(
                                    null=True,
                                    on_delete=django.db.models.deletion.PROTECT,
                                    related_name="drawn",
                                    to="amends.case",
                                ),
                            ),
                            (
                                "customer",
                                models.ForeignKey(
                                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amends.customer"
                                ),
                            ),
                            (
                                "experiment",
                                models.ForeignKey(
                                    on_delete=django.db.models.deletion.PROTECT,
                                    related_name="assignments",
                                    to="amends.experiment",
                                ),
                            ),
                        ],
                        options={
                            "indexes": [
                                models.Index(
                                    condition=models.Q(("result", "")),
                                    fields=["drawn_at"],
                                    name="assignment_without_result",
                                )
                            ],
                            "constraints": [
                                models.UniqueConstraint(
                                    fields=("experiment", "customer"), name="assignment_one_arm_each"
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(
                                        ("draw__gte", 0), ("draw__lt", 1), ("propensity__gt", 0), ("propensity__lte", 1)
                                    ),
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
                        name="Feed",
                        fields=[
                            (
                                "id",
                                models.BigAutoField(
                                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                                ),
                            ),
                            ("source", models.CharField(max_length=80, unique=True)),
                            ("live", models.BooleanField(default=False)),
                            ("tells_staying", models.BooleanField(default=False)),
                            ("known_until", models.DateTimeField()),
                            ("heard_at", models.DateTimeField()),
                            ("ended_at", models.DateTimeField(null=True)),
                            (
                                "ended_by",
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
                                        models.Q(("ended_at", None), ("ended_by", None)),
                                        models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                                        _connector="OR",
                                    ),
                                    name="feed_ended_at_and_by",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(("known_until__lte", models.F("heard_at"))),
                                    name="feed_knows_no_future",
                                ),
                            ],
                        },
                    ),
                    migrations.CreateModel(
                        name="Invitation",
                        fields=[
                            (
                                "id",
                                models.BigAutoField(
                                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                                ),
                            ),
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
                            ("asked_at", models.DateTimeField()),
                            (
                                "asked_by",
                                models.ForeignKey(
                                    on_delete=django.db.models.deletion.PROTECT,
                                    related_name="+",
                                    to=settings.AUTH_USER_MODEL,
                                ),
                            ),
                            (
                                "case",
                                models.ForeignKey(
                                    on_delete=django.db.models.deletion.PROTECT,
                                    related_name="invitations",
                                    to="amends.case",
                                ),
                            ),
                            (
                                "customer",
                                models.ForeignKey(
                                    on_delete=django.db.models.deletion.PROTECT,
                                    related_name="invitations",
                                    to="amends.customer",
                                ),
                            ),
                            (
                                "message",
                                models.OneToOneField(
                                    on_delete=django.db.models.deletion.PROTECT,
                                    related_name="invitation",
                                    to="amends.message",
                                ),
                            ),
                        ],
                        options={
                            "constraints": [
                                models.CheckConstraint(
                                    condition=models.Q(("what__in", ["thanks", "referral", "review"])),
                                    name="invitation_for_a_known_thing",
                                ),
                                models.UniqueConstraint(fields=("case", "what"), name="invitation_once_a_case"),
                            ],
                        },
                    ),
                    migrations.CreateModel(
                        name="KeptOut",
                        fields=[
                            (
                                "id",
                                models.BigAutoField(
                                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                                ),
                            ),
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
                            (
                                "case",
                                models.ForeignKey(
                                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amends.case"
                                ),
                            ),
                            (
                                "experiment",
                                models.ForeignKey(
                                    on_delete=django.db.models.deletion.PROTECT,
                                    related_name="kept_out",
                                    to="amends.experiment",
                                ),
                            ),
                            (
                                "kept_out_by",
                                models.ForeignKey(
                                    on_delete=django.db.models.deletion.PROTECT,
                                    related_name="+",
                                    to=settings.AUTH_USER_MODEL,
                                ),
                            ),
                        ],
                        options={
                            "verbose_name_plural": "kept out",
                            "constraints": [
                                models.CheckConstraint(
                                    condition=models.Q(
                                        (
                                            "fixed__in",
                                            [
                                                "LAW",
                                                "HARM",
                                                "FAULT",
                                                "SAFETY",
                                                "LEGAL",
                                                "VULNERABLE",
                                                "PUBLIC",
                                                "AGAIN",
                                                "WISH",
                                                "OBJECTION",
                                            ],
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
                        name="Mark",
                        fields=[
                            (
                                "id",
                                models.BigAutoField(
                                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                                ),
                            ),
                            ("entry", models.BigIntegerField(default=0)),
                        ],
                        options={
                            "constraints": [models.CheckConstraint(condition=models.Q(("pk", 1)), name="mark_is_one")],
                        },
                    ),
                    migrations.CreateModel(
                        name="Outcome",
                        fields=[
                            (
                                "case",
                                models.OneToOneField(
                                    on_delete=django.db.models.deletion.PROTECT,
                                    primary_key=True,
                                    related_name="outcome",
                                    serialize=False,
                                    to="amends.case",
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
                                    choices=[
                                        ("kept", "promises kept"),
                                        ("broken", "a promise broken"),
                                        ("none", "nothing promised"),
                                    ],
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
                                models.Index(
                                    condition=models.Q(("due_at__isnull", False)), fields=["due_at"], name="outcome_due"
                                ),
                                models.Index(
                                    condition=models.Q(("lost_at__isnull", False)),
                                    fields=["-lost_at"],
                                    name="outcome_lost",
                                ),
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
                                    condition=models.Q(
                                        ("lost_at", None), ("lost_at__gte", models.F("zero_at")), _connector="OR"
                                    ),
                                    name="outcome_lost_afterwards",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(
                                        ("returned_at", None), ("returned_at__gt", models.F("lost_at")), _connector="OR"
                                    ),
                                    name="outcome_lost_before_returned",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(
                                        ("d30__in", ["kept", "lost", "advocate", "elsewhere", "unknown"])
                                    ),
                                    name="outcome_d30_known",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(
                                        ("d90__in", ["kept", "lost", "advocate", "elsewhere", "unknown"])
                                    ),
                                    name="outcome_d90_known",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(
                                        ("d180__in", ["kept", "lost", "advocate", "elsewhere", "unknown"])
                                    ),
                                    name="outcome_d180_known",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(
                                        ("d365__in", ["kept", "lost", "advocate", "elsewhere", "unknown"])
                                    ),
                                    name="outcome_d365_known",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(
                                        ("own90__in", ["kept", "lost", "advocate", "elsewhere", "unknown"])
                                    ),
                                    name="outcome_own90_known",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(
                                        models.Q(("d90", "advocate"), _negated=True),
                                        ("advocate_at__isnull", False),
                                        _connector="OR",
                                    ),
                                    name="outcome_advocate_with_evidence",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(
                                        ("promises_kept__gte", 0), ("promises_kept__lte", models.F("promises_due"))
                                    ),
                                    name="outcome_kept_of_promises_due",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(("days__gte", 0)), name="outcome_days_not_negative"
                                ),
                            ],
                        },
                    ),
                    migrations.CreateModel(
                        name="ReportMail",
                        fields=[
                            (
                                "id",
                                models.BigAutoField(
                                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                                ),
                            ),
                            ("month", models.DateField()),
                            ("words", models.TextField()),
                            ("written_at", models.DateTimeField()),
                            ("mailed_at", models.DateTimeField(null=True)),
                            (
                                "person",
                                models.ForeignKey(
                                    on_delete=django.db.models.deletion.PROTECT,
                                    related_name="+",
                                    to=settings.AUTH_USER_MODEL,
                                ),
                            ),
                        ],
                        options={
                            "indexes": [
                                models.Index(
                                    condition=models.Q(("mailed_at", None)), fields=["id"], name="report_mail_waiting"
                                )
                            ],
                            "constraints": [
                                models.UniqueConstraint(fields=("person", "month"), name="report_mail_once_a_month")
                            ],
                        },
                    ),
                    migrations.CreateModel(
                        name="ReportOrder",
                        fields=[
                            (
                                "id",
                                models.BigAutoField(
                                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                                ),
                            ),
                            ("ordered_at", models.DateTimeField()),
                            ("ended_at", models.DateTimeField(null=True)),
                            (
                                "person",
                                models.ForeignKey(
                                    on_delete=django.db.models.deletion.PROTECT,
                                    related_name="report_orders",
                                    to=settings.AUTH_USER_MODEL,
                                ),
                            ),
                        ],
                        options={
                            "constraints": [
                                models.UniqueConstraint(
                                    condition=models.Q(("ended_at", None)),
                                    fields=("person",),
                                    name="report_order_one_standing",
                                )
                            ],
                        },
                    ),
                    migrations.CreateModel(
                        name="Tally",
                        fields=[
                            (
                                "id",
                                models.BigAutoField(
                                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                                ),
                            ),
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
                                models.UniqueConstraint(
                                    fields=("kind", "begins", "name", "day", "result"), name="tally_once"
                                ),
                                models.CheckConstraint(condition=models.Q(("n__gte", 0)), name="tally_not_negative"),
                            ],
                        },
                    ),
                    migrations.CreateModel(
                        name="WinBack",
                        fields=[
                            (
                                "id",
                                models.BigAutoField(
                                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                                ),
                            ),
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
                            ("asked_at", models.DateTimeField()),
                            (
                                "asked_by",
                                models.ForeignKey(
                                    on_delete=django.db.models.deletion.PROTECT,
                                    related_name="+",
                                    to=settings.AUTH_USER_MODEL,
                                ),
                            ),
                            (
                                "assignment",
                                models.OneToOneField(
                                    null=True,
                                    on_delete=django.db.models.deletion.PROTECT,
                                    related_name="win_back",
                                    to="amends.assignment",
                                ),
                            ),
                            (
                                "case",
                                models.OneToOneField(
                                    null=True,
                                    on_delete=django.db.models.deletion.PROTECT,
                                    related_name="win_back",
                                    to="amends.case",
                                ),
                            ),
                            (
                                "customer",
                                models.ForeignKey(
                                    on_delete=django.db.models.deletion.PROTECT,
                                    related_name="win_backs",
                                    to="amends.customer",
                                ),
                            ),
                            (
                                "fix",
                                models.ForeignKey(
                                    null=True,
                                    on_delete=django.db.models.deletion.PROTECT,
                                    related_name="+",
                                    to="amends.problem",
                                ),
                            ),
                            (
                                "lost_case",
                                models.ForeignKey(
                                    on_delete=django.db.models.deletion.PROTECT,
                                    related_name="win_backs",
                                    to="amends.case",
                                ),
                            ),
                        ],
                        options={
                            "indexes": [models.Index(fields=["-asked_at"], name="winback_recent")],
                            "constraints": [
                                models.CheckConstraint(
                                    condition=models.Q(("approach__in", ["untouched", "apology", "discount", "proof"])),
                                    name="winback_approach_known",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(("reason", ""), _negated=True), name="winback_has_a_reason"
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(
                                        models.Q(("approach", "proof"), _negated=True),
                                        ("fix__isnull", False),
                                        _connector="OR",
                                    ),
                                    name="winback_proof_of_a_fix",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(
                                        models.Q(
                                            ("approach", "untouched"), ("assignment__isnull", False), ("case", None)
                                        ),
                                        models.Q(
                                            models.Q(("approach", "untouched"), _negated=True), ("case__isnull", False)
                                        ),
                                        _connector="OR",
                                    ),
                                    name="winback_untouched_by_lot_alone",
                                ),
                            ],
                        },
                    ),
                    migrations.CreateModel(
                        name="Activity",
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
                            (
                                "reason",
                                models.TextField(
                                    blank=True, default="", help_text="why they gave notice, in their words"
                                ),
                            ),
                            (
                                "evidence",
                                models.TextField(
                                    blank=True, default="", help_text="how we know of a referral, praise or reference"
                                ),
                            ),
                            ("source", models.CharField(max_length=80)),
                            ("source_id", models.CharField(max_length=200)),
                            ("noted_at", models.DateTimeField()),
                            (
                                "customer",
                                models.ForeignKey(
                                    db_index=False,
                                    on_delete=django.db.models.deletion.PROTECT,
                                    related_name="activities",
                                    to="amends.customer",
                                ),
                            ),
                        ],
                        options={
                            "verbose_name_plural": "activities",
                            "indexes": [models.Index(fields=["customer", "at"], name="activity_of_customer")],
                            "constraints": [
                                models.UniqueConstraint(fields=("source", "source_id"), name="activity_told_once"),
                                models.CheckConstraint(
                                    condition=models.Q(
                                        (
                                            "kind__in",
                                            [
                                                "order",
                                                "contract",
                                                "renewal",
                                                "cancellation",
                                                "gone",
                                                "referral",
                                                "praise",
                                                "reference",
                                            ],
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
                                    condition=models.Q(
                                        models.Q(("source", ""), _negated=True),
                                        models.Q(("source_id", ""), _negated=True),
                                    ),
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
                        name="Costs",
                        fields=[
                            (
                                "id",
                                models.BigAutoField(
                                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                                ),
                            ),
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
                            (
                                "noted_by",
                                models.ForeignKey(
                                    on_delete=django.db.models.deletion.PROTECT,
                                    related_name="+",
                                    to=settings.AUTH_USER_MODEL,
                                ),
                            ),
                        ],
                        options={
                            "verbose_name_plural": "costs",
                            "constraints": [
                                models.UniqueConstraint(
                                    fields=("begins", "ends", "currency"), name="costs_once_a_period"
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(("ends__gt", models.F("begins"))), name="costs_of_a_period"
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(("currency__regex", "^[A-Z]{3}$")),
                                    name="costs_currency_of_three_letters",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(("acquisition", None), ("acquisition__gte", 0), _connector="OR"),
                                    name="costs_acquisition_not_negative",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(
                                        ("new_customers", None), ("new_customers__gte", 0), _connector="OR"
                                    ),
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
                                    condition=models.Q(
                                        ("kept_customers", None), ("kept_customers__gte", 0), _connector="OR"
                                    ),
                                    name="costs_kept_customers_not_negative",
                                ),
                                models.CheckConstraint(
                                    condition=models.Q(("margin", None), ("margin__gte", 0), _connector="OR"),
                                    name="costs_margin_not_negative",
                                ),
                            ],
                        },
                    ),
                ]
            ),
            migrations.RunSQL(_MERGED, _BACK),
            migrations.RunSQL(_SEALED, _UNSEALED),
        ]
    )
