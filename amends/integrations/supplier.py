"""A supplier is asked by mail. The key is the Message-ID, so that a second one, should there be one, is seen to be the same."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING

from django.conf import settings

from amends.integrations.asking import Declined, Found, NoAnswer

if TYPE_CHECKING:
    from collections.abc import Callable

    from amends.remedies.execution import Execution


@dataclass(frozen=True, slots=True)
class Supplier:
    """Those who send for us; `hand_over` gives one mail to our server: True taken, False refused, OSError nobody knows."""

    hand_over: Callable[[str, str, bytes], bool]

    def carry_out(self, execution: Execution) -> str:
        """The order is with our mail server. Raises Declined, NoAnswer."""
        to = execution.choice.remedy.supplier
        identity = f"<{execution.key}@{settings.MAIL_FROM.partition('@')[2]}>"
        try:
            taken = self.hand_over(settings.MAIL_FROM, to, _order(execution, to, identity))
        except OSError as trouble:
            raise NoAnswer(str(trouble) or type(trouble).__name__) from trouble
        if not taken:
            message = f"The mail to {to} was refused."
            raise Declined(message)
        return identity

    def find(self, execution: Execution) -> Found:  # noqa: ARG002
        """A mail cannot be asked for: somebody asks the supplier."""
        message = "A mail cannot be asked for. Ask the supplier whether they have it."
        raise NoAnswer(message)


def _order(execution: Execution, to: str, identity: str) -> bytes:
    choice = execution.choice
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"], mail["Message-ID"] = settings.MAIL_FROM, to, identity
    mail["Subject"] = f"Please send: {choice.option.name} ({choice.case.reference})"
    mail.set_content(
        f"Please send this to our customer, once:\n\n{choice.option.name}\n{choice.option.words}\n\n"
        f"Our reference: {choice.case.reference}\nOur key: {execution.key}\n"
    )
    return mail.as_bytes()
