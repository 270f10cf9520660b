"""How promises reach customers, and what changes about it before the old date."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from amends.migrations._together import together


class Migration(migrations.Migration):
    dependencies = [
        ("amends", "0014_agreeing"),
    ]

    operations = together(
        [
            migrations.CreateModel(
                name="Way",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
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
                    (
                        "noted_by",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                        ),
                    ),
                    (
                        "promise",
                        models.OneToOneField(
                            on_delete=django.db.models.deletion.PROTECT, related_name="way", to="amends.promise"
                        ),
                    ),
                ],
            ),
            migrations.CreateModel(
                name="Content",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("name", models.CharField(max_length=200)),
                    ("good_until", models.DateField(null=True)),
                    ("answer", models.TextField(blank=True, default="")),
                    ("answered_at", models.DateTimeField(null=True)),
                    (
                        "answer_due",
                        models.OneToOneField(
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="content",
                            to="amends.deadline",
                        ),
                    ),
                    (
                        "asked_in",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="amends.message",
                        ),
                    ),
                    (
                        "recorded_by",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                        ),
                    ),
                    (
                        "way",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT, related_name="contents", to="amends.way"
                        ),
                    ),
                ],
            ),
            migrations.CreateModel(
                name="Change",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
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
                    ("estimate", models.DateTimeField(null=True)),
                    ("estimated_at", models.DateTimeField(null=True)),
                    ("withdrawn_at", models.DateTimeField(null=True)),
                    ("withdrawn_because", models.TextField(blank=True, default="")),
                    (
                        "estimate_due",
                        models.OneToOneField(
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="delay_estimate",
                            to="amends.deadline",
                        ),
                    ),
                    (
                        "estimated_by",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                        ),
                    ),
                    (
                        "noticed_by",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                        ),
                    ),
                    (
                        "promise",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT, related_name="changes", to="amends.promise"
                        ),
                    ),
                    (
                        "tell_by",
                        models.OneToOneField(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="change_to_tell",
                            to="amends.deadline",
                        ),
                    ),
                    (
                        "told_in",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="amends.message",
                        ),
                    ),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                (
                                    "because__in",
                                    ["supplier", "carrier", "colleague", "larger", "mistake", "customer", "outside"],
                                )
                            ),
                            name="change_reason_known",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("estimate_due__isnull", False), ("from_method", ""), ("to_method", "")),
                                models.Q(
                                    ("estimate", None),
                                    ("estimate_due", None),
                                    (
                                        "from_method__in",
                                        ["courier", "post", "collection", "visit", "online", "account", "other"],
                                    ),
                                    (
                                        "to_method__in",
                                        ["courier", "post", "collection", "visit", "online", "account", "other"],
                                    ),
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
                                    ("estimate__isnull", False),
                                    ("estimated_at__isnull", False),
                                    ("estimated_by__isnull", False),
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
                    ],
                },
            ),
            migrations.AddConstraint(
                model_name="way",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        ("method__in", ["courier", "post", "collection", "visit", "online", "account", "other"])
                    ),
                    name="way_method_known",
                ),
            ),
            migrations.AddConstraint(
                model_name="content",
                constraint=models.CheckConstraint(
                    condition=models.Q(("name", ""), _negated=True), name="content_has_name"
                ),
            ),
            migrations.AddConstraint(
                model_name="content",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("answer_due", None), ("asked_in", None)),
                        models.Q(("answer_due__isnull", False), ("asked_in__isnull", False)),
                        _connector="OR",
                    ),
                    name="content_asked_and_awaited",
                ),
            ),
            migrations.AddConstraint(
                model_name="content",
                constraint=models.CheckConstraint(
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
            ),
        ]
    )
