"""A grave or costly failure is not answered by a mail alone: somebody calls, or it is on record why not."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from amends.advice.voice import NeedsVoice
from amends.callbacks.callback import CallBack
from amends.cases.ending import overrule
from amends.journal.entry import Entry
from amends.messages.committing import Commitment
from amends.messages.writing import Reply, record_conversation, reply
from amends.offers.loss import Loss
from amends.playbook.steps import Records, panel
from tests.cast import DAY, HOUR, MORNING, SURE, make_case
from tests.web.case.test_speaking import shown

if TYPE_CHECKING:
    from amends.cases.case import Case
    from tests.cast import Cast
    from tests.web.case.conftest import Desk

pytestmark = pytest.mark.django_db
LETTER = "I am sorry. I look after it."


def mail(case: Case, cast: Cast, **more: object) -> None:
    case.refresh_from_db()
    reply(case, Reply(sure=SURE, words=LETTER, **more), by=cast.ada, at=MORNING + HOUR)  # type: ignore[arg-type]


def spoken(case: Case) -> tuple[str, str] | None:
    return next(((one.state, one.by) for one in panel(Records.of(case)).answers if one.step == "spoken"), None)


def test_a_grave_case_asks_for_a_call_or_a_reason_and_keeps_what_was_typed(ada: Desk) -> None:
    ada.act("severity", severity=2)
    page = ada.act("replies", words=LETTER)
    assert page.status_code == 422
    said = shown(page)
    assert "A mail alone is too little here: easy e-mail must not take the place of the personal touch." in said
    assert LETTER in said
    assert "By when you call or visit them" in said
    assert "Or why mail alone must do" in said
    assert not ada.case.messages.ours().exists()


def test_with_a_reason_it_goes_and_the_reason_holds_for_the_round(ada: Desk) -> None:
    ada.act("severity", severity=2)
    assert ada.act("replies", words=LETTER, alone="She is deaf, and asked for mail").status_code == 303
    assert Entry.objects.get(deed="mail.alone").because == "She is deaf, and asked for mail"
    assert spoken(ada.case) == ("done", "by mail alone: She is deaf, and asked for mail")
    assert "by mail alone: She is deaf, and asked for mail" in shown(ada.look())
    assert ada.act("replies", words="It is on its way.").status_code == 303


def test_with_a_time_a_call_is_planned_and_the_step_waits_for_it(ada: Desk) -> None:
    ada.act("severity", severity=1)
    due = timezone.localtime(timezone.now() + timedelta(hours=3))
    assert ada.act("replies", words=LETTER, call_by=f"{due:%Y-%m-%dT%H:%M}").status_code == 303
    row = CallBack.objects.get()
    assert (row.case, row.deadline.due_at) == (ada.case, due.replace(second=0, microsecond=0))
    assert spoken(ada.case) == ("missing", "")


def test_what_is_refused_for_another_reason_plans_no_call(ada: Desk) -> None:
    ada.act("severity", severity=1)
    due = timezone.localtime(timezone.now() + timedelta(hours=3))
    page = ada.act("replies", words=LETTER, call_by=f"{due:%Y-%m-%dT%H:%M}", sure="")
    assert page.status_code == 422
    assert f"{due:%Y-%m-%dT%H:%M}" in page.content.decode()
    assert not CallBack.objects.exists()


def test_a_large_loss_is_as_good_as_a_grave_case(cast: Cast) -> None:
    case = make_case(owner=cast.ada)
    assert spoken(case) is None
    Loss.objects.note(case, "F5", Decimal(499), by=cast.ada, at=MORNING)
    mail(case, cast)
    Loss.objects.note(case, "F5", Decimal(500), by=cast.ada, at=MORNING)
    with pytest.raises(NeedsVoice, match="somebody who has lost much should hear a voice"):
        mail(case, cast)


@pytest.mark.parametrize("way", ["spoke", "tried", "planned", "promised", "chose", "overruled"])
def test_it_is_no_mail_alone_where_a_voice_was_or_will_be_heard_or_they_chose_mail(cast: Cast, way: str) -> None:
    case = make_case(owner=cast.ada, severity=1, phone="020 7946 0000")
    at, more = MORNING + HOUR, {}
    if way == "spoke":
        record_conversation(case, "Said sorry.", by=cast.ada, at=at)
    elif way == "tried":
        case.attempts.make(result="busy", by=cast.ada, at=at)
    elif way == "planned":
        case.call_backs.ask(due=at + HOUR, by=cast.ada, at=at)
    elif way == "promised":
        more = {"promises": [Commitment(words="I call you tomorrow", due=at + DAY, kind="call", hurried="it is grave")]}
    elif way == "chose":
        case.customer.change(preferred_channel="email", by=cast.ada, at=at)
    else:
        overrule(case, "spoken", because="She asked us not to call", by=cast.leo, at=at)
    mail(case, cast, **more)
    assert case.messages.ours().filter(channel="email").count() == 1


def test_the_next_act_on_a_grave_case_is_to_let_them_hear_a_voice_until_we_understood(cast: Cast) -> None:
    case = make_case(owner=cast.ada, severity=2)
    case.concerns.note("The table", by=cast.ada, at=MORNING)
    found = panel(Records.of(case)).next
    assert found is not None
    assert (found.step, found.form) == ("spoken", "call")
    case.move("understand")
    assert spoken(case) is None
