"""The purposes of a message, from two branches of work, in one list."""

from django.db import migrations, models

from amends.migrations._together import together


class Migration(migrations.Migration):
    dependencies = [
        ("amends", "0013_problems"),
    ]

    operations = together(
        [
            migrations.RemoveConstraint(
                model_name="message",
                name="message_purpose_known",
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
                        ("notice", "a notice of a problem"),
                    ],
                    default="",
                    max_length=10,
                ),
            ),
            migrations.AddConstraint(
                model_name="message",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        (
                            "purpose__in",
                            ["", "reply", "receipt", "link", "follow_up", "response", "offer", "gift", "notice"],
                        )
                    ),
                    name="message_purpose_known",
                ),
            ),
        ]
    )
