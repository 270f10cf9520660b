"""Who may write on a case, and whether a mail alone will do: a grave or costly failure wants a voice, or a reason why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.customers.customer import Channel
from amends.deadlines.deadline import Deadline
from amends.deadlines.deadline import Kind as Due
from amends.deadlines.ruling import choice_of, day_of
from amends.policy import words
from amends.promises.promise import Kind as Promised

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal

    from amends.people.person import Person
    from amends.policy.pack import Rung

#: By this name a lead answers for leaving the call out, as for any step.
STEP = "spoken"
_ALOUD = (Channel.PHONE, Channel.VISIT)


class NeedsVoice(Refused):
    """Policy wants this customer to hear a voice; `rung` is its row. Say why mail alone must do, or by when they are called."""

    def __init__(self, rung: Rung) -> None:
        self.rung = rung
        super().__init__(
            f"A mail alone is too little here: {rung.about}. Say by when you call or visit them, or why mail alone must do."
        )


def voice_wanted(case: Case, loss: tuple[Decimal | None, str | None] | None = None) -> Rung | None:
    """The row of the case's packs by which a mail alone needs a reason; None where a mail will do.

    `loss` is what they lost and its currency, where it is in hand; else it is read.
    """
    if loss is None:
        loss = Case.objects.filter(pk=case.pk).values_list("loss__amount", "loss__currency").first() or (None, None)
    rungs = choice_of(case).rungs(
        on=day_of(case.received_at), severity=words.Severity(case.severity), value=loss[0], currency=loss[1] or ""
    )
    return next((rung for rung in rungs if rung.reason_needed and words.Channel.EMAIL not in rung.first), None)


def ensure_voice(case: Case, because: str, *, planned: bool, by: Person, at: datetime) -> None:
    """A mail may go: it is no mail alone, or the reason is on record now (`because`). Raises NeedsVoice. Part of writing.

    They were called or visited, or somebody tried; a call is planned or promised (`planned`: in this very mail); they chose
    mail themselves; or a lead answered for it. A reason holds for the round.
    """
    rung = voice_wanted(case)
    if rung is None or planned or _heard(case):
        return
    if not because.strip():
        raise NeedsVoice(rung)
    case.rounds.current().write_alone(because, by=by, at=at)


def prefers_writing(case: Case) -> bool:
    """Whether the customer chose to be written to: then a mail is what they want."""
    return case.customer.preferred_channel not in {"", *_ALOUD}


def _heard(case: Case) -> bool:
    of_round = {"round": case.round}
    return (
        prefers_writing(case)
        or case.messages.ours().filter(channel__in=_ALOUD).exists()
        or case.rounds.filter(number=case.round).exclude(mail_alone="").exists()
        or Deadline.objects.outstanding().filter(case=case, kind__in=[Due.CALL_BACK, Due.FOLLOW_UP_CALL]).exists()
        or case.promises.outstanding().filter(kind=Promised.CALL).exists()
        or case.attempts.filter(channel__in=_ALOUD, **of_round).exists()
        or case.overrules.filter(step=STEP, **of_round).exists()
    )
