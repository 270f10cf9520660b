"""What triage found beside an incoming message goes onto the case by one press, once, and off it again until they confirm."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from amends.cases.ending import Refused
from amends.cases.stages import Stage
from amends.concerns.concern import Concern
from amends.concerns.fact import Fact
from amends.deadlines.deadline import Deadline, Kind
from amends.journal.entry import Entry
from amends.readings.reading import Reading
from amends.readings.taking import Taken
from amends.safety.alarm import Alarm
from tests.cast import make_case
from tests.web.case.test_speaking import shown
from tests.web.case.test_the_page import resolved

if TYPE_CHECKING:
    from datetime import datetime

    from tests.cast import Cast
    from tests.web.case.conftest import Desk

pytestmark = pytest.mark.django_db
WORDS = (
    "I ordered the green table on 2 February, order 44812, for £240. It arrived broken and nobody answers. "
    "I'm not one to complain, but I want a refund. Please collect the table before Friday."
)


@pytest.fixture
def now() -> datetime:
    return timezone.now()


@pytest.fixture
def reading(ada: Desk, now: datetime) -> Reading:
    """Mrs Okafor's letter, read, and looked at by Ada."""
    ada.case = make_case(words=WORDS, name="Grace", email="grace@example.com", at=now - timedelta(hours=1))
    (found,) = Reading.objects.keep(ada.case.messages.theirs(), at=now)
    found.confirm(by=ada.person, at=now)
    return found


def place(reading: Reading, kind: str, text: str = "") -> str:
    for name, key in (("concern", "concerns"), ("specific", "specifics")):
        for n, one in enumerate(reading.labels[key]):
            if one["kind"] == kind and text in one["text"]:
                return f"{name}.{n}"
    raise AssertionError(kind)


def take(ada: Desk, reading: Reading, kind: str, text: str = "") -> int:
    return ada.act(f"readings/{reading.pk}/taken", place=place(reading, kind, text)).status_code


def test_a_found_concern_becomes_one_of_the_case_with_their_message_as_its_source(ada: Desk, reading: Reading) -> None:
    assert "It arrived broken and nobody answers." in shown(ada.look())
    answer = ada.act(f"readings/{reading.pk}/taken", place=place(reading, "stated", "broken"))
    assert (answer.status_code, answer["Location"].partition("#")[2]) == (303, f"message-{reading.message_id}")
    concern = ada.case.concerns.get()
    assert (concern.words, concern.kind) == ("It arrived broken and nobody answers.", "stated")
    assert concern.found_in.get().reading == reading
    page = ada.look().content.decode()
    assert f'<a class="quiet small" href="#message-{reading.message_id}">in their words' in page
    assert "on the case" in page
    assert Entry.objects.get(deed="reading.taken", chain=ada.case.pk).data["words"] == concern.words


def test_nothing_is_taken_twice(ada: Desk, reading: Reading) -> None:
    for _ in range(2):
        assert take(ada, reading, "stated", "broken") == 303
        assert take(ada, reading, "amount") == 303
    assert (ada.case.concerns.count(), ada.case.facts.count(), Taken.objects.count()) == (1, 1, 2)


def test_a_named_thing_becomes_a_fact_that_they_told_us(ada: Desk, reading: Reading) -> None:
    for kind in ("amount", "order", "date", "product"):
        take(ada, reading, kind)
    facts = {(fact.about, fact.words, fact.status) for fact in ada.case.facts.all()}
    assert facts == {
        ("amount", "£240", "told"), ("order", "44812", "told"), ("when", "2 February", "told"), ("what", "green table", "told"),
    }  # fmt: skip


def test_what_they_ask_is_their_wish_in_their_words_and_a_second_one_is_added(ada: Desk, reading: Reading) -> None:
    take(ada, reading, "wish", "refund")
    held = ada.case.rounds.get()
    assert (held.wish, held.wish_told_via) == ("I want a refund", "email")
    take(ada, reading, "wish", "collect")
    held.refresh_from_db()
    assert held.wish == "I want a refund; Please collect the table before Friday"
    ada.act(f"taken/{Taken.objects.earliest('pk').pk}/undone")
    held.refresh_from_db()
    assert held.wish == "Please collect the table before Friday"
    take(ada, reading, "wish", "refund")
    for row in Taken.objects.order_by("pk"):
        ada.act(f"taken/{row.pk}/undone")
    held.refresh_from_db()
    assert held.wish == ""
    assert (Taken.objects.count(), held.wish_told_at) == (0, None)


def test_the_day_they_need_it_by_is_watched_until_they_have_it(ada: Desk, reading: Reading) -> None:
    take(ada, reading, "deadline")
    (row,) = Deadline.objects.outstanding().filter(case=ada.case, kind=Kind.TASK)
    assert ada.case.facts.get().words == "They need it by: Friday"
    assert "watched until" in shown(ada.look())
    assert ada.act(f"taken/{Taken.objects.get().pk}/in-time").status_code == 303
    row.refresh_from_db()
    assert row.met_at is not None
    assert ada.act(f"taken/{Taken.objects.get().pk}/in-time").status_code == 422


def test_the_day_is_watched_no_longer_once_the_case_is_resolved_or_has_ended(ada: Desk, reading: Reading) -> None:
    take(ada, reading, "deadline")
    resolved(ada)
    row = Deadline.objects.get(case=ada.case, kind=Kind.TASK)
    assert (row.met_at is not None, row.missed_at) == (True, None)
    now = timezone.now()
    ada.case = make_case(words=WORDS, name="Lee", email="lee@example.com", at=now - timedelta(hours=1))
    (other,) = Reading.objects.keep(ada.case.messages.theirs(), at=now)
    take(ada, other, "deadline")
    ada.act("closure", ending="lost", because="They left.")
    assert Deadline.objects.get(case=ada.case, kind=Kind.TASK).void_at is not None


def test_all_that_they_say_is_taken_at_once_but_not_what_may_stand_behind_it(ada: Desk, reading: Reading) -> None:
    ada.act(f"readings/{reading.pk}/taken")
    kinds = set(Concern.objects.filter(case=ada.case).values_list("kind", flat=True))
    assert kinds == {"stated"}
    assert ada.case.rounds.get().wish
    assert "all of it is on the case" in shown(ada.look())
    assert take(ada, reading, "implied") == 303
    assert ada.case.concerns.filter(kind="implied").count() == 1


def test_what_was_taken_by_mistake_is_off_the_case_and_may_be_taken_anew(ada: Desk, reading: Reading) -> None:
    ada.act(f"readings/{reading.pk}/taken")
    for row in Taken.objects.order_by("-pk"):
        assert ada.act(f"taken/{row.pk}/undone").status_code == 303
    assert (ada.case.concerns.count(), ada.case.facts.count(), Taken.objects.count()) == (0, 0, 0)
    assert not Deadline.objects.outstanding().filter(case=ada.case, kind=Kind.TASK).exists()
    assert take(ada, reading, "stated", "broken") == 303


def test_what_they_have_confirmed_is_not_undone(ada: Desk, reading: Reading, now: datetime) -> None:
    take(ada, reading, "stated", "broken")
    held = ada.case.rounds.current()
    held.read_back("It came broken.", by=ada.person, at=now)
    held.confirm("phone", by=ada.person, at=timezone.now())
    page = ada.act(f"taken/{Taken.objects.get().pk}/undone")
    assert (page.status_code, "They have confirmed it since." in shown(page)) == (422, True)
    assert ada.case.concerns.count() == 1


def test_what_rests_on_a_deed_or_was_verified_stays(ada: Desk, reading: Reading, now: datetime) -> None:
    take(ada, reading, "stated", "broken")
    take(ada, reading, "amount")
    ada.case.acts.do("A new table was sent", meets=[ada.case.concerns.get()], by=ada.person, at=now)
    Fact.objects.get().verify(by=ada.person, at=now)
    for row in Taken.objects.all():
        with pytest.raises(Refused):
            row.undo(by=ada.person, at=now)
    assert Taken.objects.count() == 2


def test_what_was_typed_before_is_marked_as_found_and_stays_when_that_is_undone(ada: Desk, reading: Reading) -> None:
    ada.act("concerns", words="it arrived broken and nobody answers.", kind="stated")
    take(ada, reading, "stated", "broken")
    row = Taken.objects.get()
    assert (row.made, ada.case.concerns.count()) == (False, 1)
    ada.act(f"taken/{row.pk}/undone")
    assert ada.case.concerns.count() == 1


def test_another_cases_words_are_not_found_and_an_ended_case_takes_nothing(ada: Desk, reading: Reading) -> None:
    spot = place(reading, "stated", "broken")
    mine, ada.case = ada.case, make_case(email="lee@example.com")
    assert ada.act(f"readings/{reading.pk}/taken", place=spot).status_code == 404
    ada.case = mine
    assert ada.act(f"readings/{reading.pk}/taken", place="concern.99").status_code == 422
    ada.act("closure", ending="lost", because="They left.")
    assert ada.case.stage == Stage.CLOSED
    assert take(ada, reading, "stated", "broken") == 422


def test_a_label_taken_away_is_put_back_by_one_press(ada: Desk, reading: Reading) -> None:
    ada.act(f"readings/{reading.pk}/correction", label="failure.F1")
    assert "F1" not in {label.name for label in Reading.objects.get().standing()}
    assert "it does read as what we delivered after all" in shown(ada.look())
    ada.act(f"readings/{reading.pk}/correction", label="failure.F1", holds="on")
    assert "F1" in {label.name for label in Reading.objects.get().standing()}


def strength() -> str:
    return next(label.intensity for label in Reading.objects.get().standing() if label.name == "anger")


def test_a_feeling_is_made_stronger_by_one_press_and_weaker_only_with_a_note(ada: Desk, reading: Reading) -> None:
    ada.act(f"readings/{reading.pk}/correction", label="emotion.anger", holds="on")
    assert strength() == "medium"
    ada.act(f"readings/{reading.pk}/correction", label="emotion.anger", intensity="high")
    assert strength() == "high"
    page = ada.act(f"readings/{reading.pk}/correction", label="emotion.anger", intensity="medium")
    assert (page.status_code, "Say what in their words makes it weaker" in shown(page)) == (422, True)
    ada.act(f"readings/{reading.pk}/correction", label="emotion.anger", intensity="low", because="She jokes about it")
    assert strength() == "low"
    assert Reading.objects.get().corrections.latest("pk").because == "She jokes about it"


def test_a_corrected_severity_offers_the_cases(ada: Desk, reading: Reading) -> None:
    ada.act(f"readings/{reading.pk}/correction", label="severity.serious", holds="on")
    assert ada.case.severity == 3
    assert "Make the case serious too" in shown(ada.look())
    ada.act("severity", severity=2, because="It reads as serious.")
    assert "Make the case serious too" not in shown(ada.look())


def test_a_danger_that_a_person_saw_wakes_somebody_like_one_that_was_read(
    cast: Cast, ada: Desk, reading: Reading
) -> None:
    ada.act(f"readings/{reading.pk}/correction", label="flag.safety", holds="on")
    assert (ada.case.severity, Alarm.objects.get().case) == (1, ada.case)
    ada.act(f"readings/{reading.pk}/correction", label="flag.safety")
    assert Alarm.objects.count() == 1
