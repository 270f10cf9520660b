"""More that a lot may decide, by blocks and freed of the year before; what everybody affected is given is of the catalogue."""

from decimal import Decimal
from pathlib import Path

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from amends.migrations._together import together

_BLOCKS = (Path(__file__).parents[1] / "experiments" / "blocks.sql").read_text()
_BLOCKS_BACK = """
DROP TRIGGER amends_experiment_plan_sealed ON amends_experiment;
DROP TRIGGER amends_assignment_numbered ON amends_assignment;
DROP FUNCTION amends_experiment_plan_sealed();
DROP FUNCTION amends_assignment_numbered();
"""
# What one costs was whole pence; it is money of any currency, as everywhere else.
_EACH = "ALTER TABLE amends_redress ALTER COLUMN each TYPE numeric(12, 2) USING each / 100.0"
_EACH_BACK = "ALTER TABLE amends_redress ALTER COLUMN each TYPE integer USING (each * 100)::integer"


class Migration(migrations.Migration):
    dependencies = [
        ("amends", "0021_coached"),
    ]

    operations = together(
        [
            migrations.RemoveConstraint(
                model_name="experiment",
                name="experiment_place_known",
            ),
            migrations.RemoveConstraint(
                model_name="redress",
                name="redress_not_negative",
            ),
            migrations.RunSQL(
                _EACH,
                _EACH_BACK,
                state_operations=[
                    migrations.AlterField(
                        "redress", "each", models.DecimalField(max_digits=12, decimal_places=2, help_text="of each")
                    )
                ],
            ),
            migrations.RenameField("redress", "each", "cost"),
            migrations.AddField(
                model_name="assignment",
                name="number",
                field=models.IntegerField(help_text="the how-manieth of its stratum, from nought", null=True),
            ),
            migrations.AddField(
                model_name="assignment",
                name="stratum",
                field=models.CharField(
                    blank=True,
                    db_default="",
                    default="",
                    help_text="the kind of case, where it is drawn by blocks",
                    max_length=40,
                ),
            ),
            migrations.AddField(
                model_name="case",
                name="pace",
                field=models.SmallIntegerField(
                    db_default=100,
                    default=100,
                    help_text="after which share of policy's time they hear again, in hundredths",
                ),
            ),
            migrations.AddField(
                model_name="experiment",
                name="adjusted",
                field=models.BooleanField(
                    db_default=False,
                    default=False,
                    help_text="judged freed of what they bought in the year before the draw",
                ),
            ),
            migrations.AddField(
                model_name="experiment",
                name="found",
                field=models.JSONField(
                    help_text="by arm, what may be said of it by the latest results; kept by a job", null=True
                ),
            ),
            migrations.AddField(
                model_name="experiment",
                name="blocks",
                field=models.BooleanField(
                    db_default=False, default=False, help_text="each arm has its share among cases of a kind"
                ),
            ),
            migrations.AddField(
                model_name="loss",
                name="token",
                field=models.SmallIntegerField(
                    db_default=100, default=100, help_text="up to which share of policy's token, in hundredths"
                ),
            ),
            migrations.AddField(
                model_name="redress",
                name="beyond",
                field=models.IntegerField(db_default=0, default=0),
            ),
            migrations.AddField(
                model_name="redress",
                name="case_cap",
                field=models.DecimalField(db_default=Decimal(0), decimal_places=2, default=Decimal(0), max_digits=14),
            ),
            migrations.AddField(
                model_name="redress",
                name="customer_cap",
                field=models.DecimalField(db_default=Decimal(0), decimal_places=2, default=Decimal(0), max_digits=14),
            ),
            migrations.AddField(
                model_name="redress",
                name="doer",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="redress",
                name="ended_at",
                field=models.DateTimeField(null=True),
            ),
            migrations.AddField(
                model_name="redress",
                name="ended_by",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="redress",
                name="evidence",
                field=models.TextField(blank=True, db_default="", default="", help_text="how we know that it was done"),
            ),
            migrations.AddField(
                model_name="redress",
                name="failure",
                field=models.CharField(blank=True, db_default="", default="", max_length=4),
            ),
            migrations.AddField(
                model_name="redress",
                name="given",
                field=models.IntegerField(db_default=0, default=0),
            ),
            migrations.AddField(
                model_name="redress",
                name="more",
                field=models.BooleanField(db_default=False, default=False),
            ),
            migrations.AddField(
                model_name="redress",
                name="policy",
                field=models.TextField(
                    blank=True, db_default="", default="", help_text="the row its approver's authority is from"
                ),
            ),
            migrations.AddField(
                model_name="redress",
                name="purse",
                field=models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amends.purse"
                ),
            ),
            migrations.AddField(
                model_name="redress",
                name="put_aside",
                field=models.DecimalField(db_default=Decimal(0), decimal_places=2, default=Decimal(0), max_digits=14),
            ),
            migrations.AddField(
                model_name="redress",
                name="remedy",
                field=models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="amends.remedy"
                ),
            ),
            migrations.AddField(
                model_name="redress",
                name="worth",
                field=models.DecimalField(db_default=Decimal(0), decimal_places=2, default=Decimal(0), max_digits=12),
            ),
            migrations.AddField(
                model_name="spend",
                name="redress",
                field=models.ForeignKey(
                    db_index=False,
                    help_text="where everybody of a problem was given the same, under one approval",
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="spends",
                    to="amends.redress",
                ),
            ),
            migrations.AlterField(
                model_name="experiment",
                name="place",
                field=models.CharField(
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
        ]
    ) + together(  # apart, so that going back removes them while their columns are still there
        [
            migrations.AddIndex(
                model_name="redress",
                index=models.Index(condition=models.Q(("more", True)), fields=["id"], name="redress_goes_on"),
            ),
            migrations.AddConstraint(
                model_name="assignment",
                constraint=models.UniqueConstraint(
                    condition=models.Q(("number__isnull", False)),
                    fields=("experiment", "stratum", "number"),
                    name="assignment_numbered_once",
                ),
            ),
            migrations.AddConstraint(
                model_name="case",
                constraint=models.CheckConstraint(
                    condition=models.Q(("pace__gte", 25), ("pace__lte", 100)), name="case_pace_never_below_policy"
                ),
            ),
            migrations.AddConstraint(
                model_name="experiment",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        ("place__in", ["menu", "card", "token", "opening", "cadence", "follow_up", "win_back"])
                    ),
                    name="experiment_place_known",
                ),
            ),
            migrations.AddConstraint(
                model_name="loss",
                constraint=models.CheckConstraint(
                    condition=models.Q(("token__gte", 0), ("token__lte", 100)), name="loss_token_within_policy"
                ),
            ),
            migrations.AddConstraint(
                model_name="redress",
                constraint=models.CheckConstraint(
                    condition=models.Q(("cost__gte", 0), ("put_aside__gte", 0), ("worth__gte", 0)),
                    name="redress_not_negative",
                ),
            ),
            migrations.AddConstraint(
                model_name="redress",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("ended_at", None), ("ended_by", None)),
                        models.Q(("ended_at__isnull", False), ("ended_by__isnull", False), ("put_aside", 0)),
                        _connector="OR",
                    ),
                    name="redress_ended_keeps_nothing_aside",
                ),
            ),
            migrations.AddConstraint(
                model_name="redress",
                constraint=models.CheckConstraint(
                    condition=models.Q(("given__lte", models.F("people"))), name="redress_for_no_more_than_approved"
                ),
            ),
            migrations.RunSQL(_BLOCKS, _BLOCKS_BACK),
        ]
    )
