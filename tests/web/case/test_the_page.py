"""The case page: what it says at once, in how many statements, and to whom."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from amends.intake.calls import Conversation, record_talk
from amends.messages.attachment import Enclosure
from amends.messages.delivery import Delivery
from amends.messages.writing import Reply, hear, reply
from amends.people.person import Person
from tests.cast import HOUR, MORNING, SURE, make_case

if TYPE_CHECKING:
    from tests.cast import Cast
    from tests.web.case.conftest import Desk

pytestmark = pytest.mark.django_db


def text(page: object) -> str:
    return " ".join(page.content.decode().split())  # type: ignore[attr-defined]


def test_the_page_leads_with_the_customers_clock(cast: Cast, ada: Desk) -> None:
    ada.case = make_case(at=timezone.now() - timedelta(days=9), email="lee@example.com", name="Mr Lee")
    words = text(ada.look())
    assert '9 days</span> <span class="clock-what">since they told us' in words
    assert 'Nobody yet</span> <span class="clock-what">has told them anything' in words
    reply(ada.case, Reply(sure=SURE, words="Thank you."), by=cast.ada, at=timezone.now() - timedelta(hours=31))
    assert '31 hours</span> <span class="clock-what">since a human told them something new' in text(ada.look())


def test_the_next_act_of_the_playbook_stands_first_with_its_form(ada: Desk) -> None:
    words = text(ada.look())
    first = words.index("Write down what they need met, in their words")
    assert first < words.index('id="conversation"')
    assert f'action="/cases/{ada.case.reference}/concerns"' in words
    ada.act("concerns", words="The table\nAn apology", kind="stated", first="1")
    words = text(ada.look())
    assert "Thank them for telling us" in words
    assert (
        'The same words can also: <span class="next-step">apologise</span>, <span class="next-step">read it back'
        in words
    )


def test_a_customer_without_mail_is_called_next(cast: Cast, ada: Desk) -> None:
    ada.case = make_case(email="", phone="020 7946 0017", channel="phone", name="Old Mr Lee")
    ada.act("hearing")
    ada.act("concerns", words="Somebody calls back", kind="stated")
    page = ada.look()
    assert page.context["page"].first.form.name == "call"


def test_the_panel_says_by_what_each_step_was_done(cast: Cast, ada: Desk) -> None:
    ada.case.concerns.note("The table", by=cast.ada, at=MORNING)
    reply(ada.case, Reply(sure=SURE, words="Thank you for telling us. I am sorry."), by=cast.ada, at=MORNING)
    answers = {answer.step: answer.state for answer in ada.look().context["dossier"].panel.answers}
    assert [step for step, state in answers.items() if state == "done"] == [
        "heard",
        "concerns",
        "thanked",
        "apologised",
    ]


def test_a_returning_customer_shows(ada: Desk) -> None:
    other = make_case(subject="Chair leg was loose")
    words = text(ada.look())
    assert "1 other case of theirs" in words
    assert other.reference in words


def test_a_restricted_case_of_theirs_does_not_show_to_others(cast: Cast, ada: Desk) -> None:
    other = make_case(subject="Chair leg was loose")
    other.restrict(by=cast.leo, at=MORNING)
    assert other.reference not in text(ada.look())


def test_a_note_cannot_be_taken_for_a_message(cast: Cast, ada: Desk) -> None:
    ada.case.notes.write("The carrier lies.", by=cast.leo, at=MORNING)
    words = text(ada.look())
    assert "internal note, colleagues only" in words
    assert "Only colleagues see this" in words


@pytest.mark.parametrize(
    ("state", "shown"),
    [
        ({"state": "queued", "tries": 2}, "waiting to be sent (tried 2 times"),
        ({"state": "sent", "sent_at": MORNING}, "sent Tue 3 Mar 10:00"),
        ({"state": "bounced", "because": "mailbox full"}, "came back: mailbox full"),
        ({"state": "failed", "because": "no such user"}, "could not be sent: no such user"),
        ({"state": "sent", "sent_at": MORNING, "maybe_twice": True}, "may have been sent twice"),
    ],
)
def test_every_recipient_shows_how_far_the_mail_came(
    cast: Cast, ada: Desk, state: dict[str, object], shown: str
) -> None:
    reply(ada.case, Reply(sure=SURE, words="Hello"), by=cast.ada, at=MORNING)
    Delivery.objects.update(**state)
    assert shown in text(ada.look())


def test_a_mail_that_came_back_is_said_above_the_next_act_and_can_be_sent_again(cast: Cast, ada: Desk) -> None:
    row = reply(ada.case, Reply(sure=SURE, words="Hello"), by=cast.ada, at=MORNING)
    delivery = row.deliveries.get()
    delivery.bounce(because="mailbox full", by=cast.ada, at=MORNING)
    assert "Our last mail did not reach them" in text(ada.look())
    assert ada.act(f"deliveries/{delivery.pk}/sending").status_code == 303
    delivery.refresh_from_db()
    assert delivery.state == "queued"


def test_a_long_mail_is_folded_and_whole(ada: Desk) -> None:
    ada.case = make_case(words="I waited. " * 300, email="long@example.com")
    words = text(ada.look())
    assert "<summary>The rest (" in words
    assert words.count("I waited.") >= 300


def test_a_long_story_is_shown_a_hundred_entries_at_a_time(cast: Cast, ada: Desk) -> None:
    for number in range(130):
        ada.case.notes.write(f"note number {number:03}", by=cast.ada, at=MORNING + number * HOUR)
    page = ada.look()
    line = page.context["dossier"].timeline
    assert len(line.items) == 100
    assert "note number 129" in text(page)
    assert "note number 029" not in text(page)
    seen = list(line.items)
    while line.older:
        line = ada.look(f"?before={line.older}").context["dossier"].timeline
        seen = line.items + seen
    assert [item.row.words for item in seen if item.kind == "note"] == [f"note number {n:03}" for n in range(130)]
    assert len({(item.kind, item.pk) for item in seen}) == len(seen)


def test_htmx_gets_the_earlier_entries_alone(cast: Cast, ada: Desk) -> None:
    for number in range(130):
        ada.case.notes.write(f"note number {number:03}", by=cast.ada, at=MORNING + number * HOUR)
    older = ada.look().context["dossier"].timeline.older
    piece = ada.client.get(f"/cases/{ada.case.reference}?before={older}", headers={"HX-Request": "true"})
    assert "<html" not in text(piece)
    assert "note number 000" in text(piece)


@pytest.mark.parametrize("before", ["x", "1", "nan-0-1", "1e400-1-1", "1-1-99999999999999999999999", "--", "-1e18-0-0"])
def test_a_cursor_that_is_none_shows_the_newest(ada: Desk, before: str) -> None:
    assert ada.look(f"?before={before}").status_code == 200


def fill(desk: Desk, count: int) -> None:
    """Messages, files, concerns, facts, promises, deeds, notes, tries: so many of each."""
    by, case = desk.person, desk.case
    for n in range(count):
        at = MORNING + n * HOUR
        case.refresh_from_db()
        act = case.acts.do(f"deed {n}", by=by, at=at)
        case.concerns.note(f"concern {n}", by=by, at=at).address(act, by=by, at=at)
        case.concerns.note(f"idle {n}", by=by, at=at).waive(because="no", by=by, at=at)
        case.facts.note(f"fact {n}", by=by, at=at).verify(by=by, at=at)
        case.promises.make(f"promise {n}", due=at + HOUR, by=by, at=at).keep(evidence="seen", by=by, at=at)
        case.notes.write(f"note {n}", by=by, at=at)
        case.attempts.make(result="busy", by=by, at=at)
        hear(case, "And?", by=case.customer, at=at)
        file = Enclosure(name=f"{n}.txt", content_type="text/plain", data=b"%d" % n)
        reply(case, Reply(sure=SURE, words="Thank you.", enclosures=[file]), by=by, at=at)
        make_case(subject=f"another {n}")
    case.refresh_from_db()


def statements(desk: Desk) -> int:
    desk.look()
    with CaptureQueriesContext(connection) as caught:
        assert desk.look().status_code == 200
    return len(caught)


def test_a_case_takes_as_many_statements_with_thirty_of_everything_as_with_one(ada: Desk) -> None:
    fill(ada, 1)
    one = statements(ada)
    fill(ada, 29)
    assert len(ada.look().context["dossier"].all_messages) == 61
    assert (statements(ada), one) == (one, one)
    assert one <= 15


def test_a_case_with_more_than_a_page_of_messages_stays_within_the_budget(ada: Desk) -> None:
    for number in range(120):
        hear(ada.case, "And?", by=ada.case.customer, at=MORNING + number * HOUR)
    assert statements(ada) <= 15
    newest = max(ada.case.messages.values_list("pk", flat=True))
    assert ada.look().context["page"].newest == newest


def test_a_resolved_case_stays_within_the_budget(ada: Desk) -> None:
    ada.case = make_case(email="other@example.com", name="Priya")
    resolved(ada)
    assert statements(ada) <= 15


def done_and_told(desk: Desk) -> None:
    """Carry the case as far as resolving, through the door."""
    desk.act("concerns", words="The lamp", kind="stated")
    desk.act(
        "calls", way="phone", words="Thank you, and I am sorry.", readback="The lamp is lost.", confirmed="yes",
        wish="Send it", agreed="We send it",
    )  # fmt: skip
    desk.act("acts", words="Sent the lamp", meets=str(desk.case.concerns.get().pk))
    desk.act("replies", words="The lamp is on its way.", to="other@example.com")


def resolved(desk: Desk) -> None:
    """Carry the case to resolved, through the door."""
    done_and_told(desk)
    assert desk.act("resolution").status_code == 303
    assert desk.case.stage == "resolved"


def test_strangers_are_asked_to_sign_in(ada: Desk) -> None:
    answer = Client().get(f"/cases/{ada.case.reference}")
    assert (answer.status_code, answer.headers["Location"][:8]) == (302, "/account")


@pytest.mark.parametrize("reference", ["AAAA-AAAA", "3333-3333", "nothing", "x" * 300])
def test_a_case_that_is_not_there_is_not_found(ada: Desk, reference: str) -> None:
    assert ada.client.get(f"/cases/{reference}").status_code == 404
    assert ada.client.post(f"/cases/{reference}/notes", {"words": "hello"}).status_code == 404


def test_a_restricted_case_is_not_there_for_those_who_may_not_see_it(cast: Cast, ada: Desk, leo: Desk) -> None:
    ada.case.restrict(by=cast.leo, at=MORNING)
    assert ada.look().status_code == 404
    for noun in ("replies", "notes", "calls", "attempts", "concerns", "closure", "draft", "owner"):
        assert ada.act(noun, words="hello").status_code == 404
    assert leo.look().status_code == 200
    ada.case.assign(cast.ada, by=cast.leo, at=MORNING)
    assert ada.look().status_code == 200


def test_somebody_who_left_sees_nothing(cast: Cast, ada: Desk) -> None:
    Person.objects.filter(pk=cast.ada.pk).update(is_active=False, left_at=MORNING)
    assert ada.look().status_code in {302, 404}


def test_the_reference_may_be_typed_as_people_type(ada: Desk) -> None:
    bare = ada.case.reference.replace("-", "").lower()
    assert ada.client.get(f"/cases/{bare}").status_code == 200


def test_acts_answer_to_get_with_the_case(ada: Desk) -> None:
    answer = ada.look("/notes")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/cases/{ada.case.reference}")


def test_a_closed_case_says_how_it_ended_and_can_be_opened_again(cast: Cast, ada: Desk) -> None:
    ada.act("closure", ending="withdrawn", because="They found it in the shed.")
    words = text(ada.look())
    assert "Withdrawn" in words
    assert "They found it in the shed." in words
    assert ada.act("reopening", because="It was another table.").status_code == 303
    assert (ada.case.stage, ada.case.round) == ("understood", 2)


def test_a_call_written_down_late_moves_no_clock_back(cast: Cast, ada: Desk) -> None:
    reply(ada.case, Reply(sure=SURE, words="Thank you."), by=cast.ada, at=MORNING + 5 * HOUR)
    record_talk(ada.case, Conversation(words="We spoke", said_at=MORNING), by=cast.ada, at=MORNING + 6 * HOUR)
    ada.case.refresh_from_db()
    assert ada.case.human_spoke_at == MORNING + 5 * HOUR
