"""Speaking from the case page: mail, calls, tries, notes and drafts; and what is refused keeps what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings

from amends.messages.attachment import Attachment
from amends.messages.delivery import Delivery
from amends.messages.message import Message
from amends.messages.writing import Reply, hear, reply
from tests.cast import HOUR, MORNING, SURE, make_case

if TYPE_CHECKING:
    from tests.cast import Cast
    from tests.web.case.conftest import Desk

pytestmark = pytest.mark.django_db


def shown(page: object) -> str:
    return str(page.content.decode())  # type: ignore[attr-defined]


def last(desk: Desk) -> Message:
    return desk.case.messages.order_by("pk").last()  # type: ignore[return-value]


def test_a_reply_goes_to_the_customer_and_the_case_is_the_writers(cast: Cast, ada: Desk) -> None:
    answer = ada.act("replies", words="Thank you. I am sorry.", seen=last(ada).pk)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/cases/{ada.case.reference}#newest")
    assert (last(ada).text, last(ada).author, ada.case.stage, ada.case.owner) == (
        "Thank you. I am sorry.", cast.ada, "listening", cast.ada,
    )  # fmt: skip
    assert [d.address for d in Delivery.objects.filter(message=last(ada))] == ["okafor@example.com"]


def test_whoever_did_the_next_act_sees_the_one_after_it(ada: Desk) -> None:
    answer = ada.act("replies", words="Thank you.", first="1")
    assert answer.headers["Location"] == f"/cases/{ada.case.reference}"


def test_a_reply_can_read_back_and_ask_for_the_wish(ada: Desk) -> None:
    ada.act("replies", words="Thank you.", readback="The table never came.", ask_wish="on")
    held = ada.case.rounds.current()
    assert (held.readback, held.wish_asked_via) == ("The table never came.", "email")
    assert "This is what we understood:" in last(ada).text


def test_a_reply_carries_several_files_under_safe_names(ada: Desk) -> None:
    files = [
        SimpleUploadedFile("../../plan.pdf", b"%PDF-1.4", "application/pdf"),
        SimpleUploadedFile("page.html", b"<html><script>alert(1)</script>", "text/html"),
    ]
    assert ada.act("replies", words="See the plan.", attachments=files).status_code == 303
    rows = Attachment.objects.filter(message=last(ada)).order_by("pk")
    assert [(row.name, row.content_type) for row in rows] == [
        ("plan.pdf", "application/pdf"),
        ("page.html", "application/octet-stream"),
    ]


@override_settings(ATTACHMENT_MAX_BYTES=1024 * 1024)
def test_files_that_are_too_large_are_refused_with_their_size_and_the_words_stay(ada: Desk) -> None:
    big = SimpleUploadedFile("film.mp4", b"0" * 1_500_000, "video/mp4")
    page = ada.act("replies", words="Look at this film.", attachments=[big])
    assert page.status_code == 422
    assert "These files are 1.4 MB together; at most 1 MB can be sent at once." in shown(page)
    assert "Look at this film." in shown(page)
    assert "Choose the files again" in shown(page)
    assert ada.case.messages.ours().count() == 0


def test_an_empty_reply_is_refused(ada: Desk) -> None:
    page = ada.act("replies", words="  ", readback="The table never came.")
    assert page.status_code == 422
    assert "Write something before you send." in shown(page)
    assert "The table never came." in shown(page)


def test_a_reply_to_somebody_without_an_address_is_refused(ada: Desk) -> None:
    ada.case = make_case(email="", phone="020 7946 0017", name="Mr Lee", channel="phone")
    page = ada.act("replies", words="Hello")
    assert page.status_code == 422
    assert "We have no e-mail address of this customer that works." in shown(page)


def test_what_was_said_meanwhile_is_shown_before_the_reply_goes(cast: Cast, ada: Desk) -> None:
    seen = last(ada).pk
    hear(ada.case, "Forget it, I found it.", by=ada.case.customer, at=MORNING + HOUR)
    page = ada.act("replies", words="We are looking for it.", seen=seen)
    assert page.status_code == 422
    assert "Meanwhile the customer wrote something new on this case. Read it, then send." in shown(page)
    assert "New since you looked" in shown(page)
    assert "We are looking for it." in shown(page)
    assert f'name="seen" value="{last(ada).pk}"' in shown(page)
    assert ada.act("replies", words="Good to hear.", seen=last(ada).pk).status_code == 303


def test_a_colleagues_answer_meanwhile_stops_the_second(cast: Cast, ada: Desk) -> None:
    seen = last(ada).pk
    reply(ada.case, Reply(sure=SURE, words="I have it."), by=cast.leo, at=MORNING)
    page = ada.act("replies", words="I have it too.", seen=seen)
    assert page.status_code == 422
    assert "Meanwhile Leo wrote something new" in shown(page)
    assert ada.case.messages.ours().count() == 1


def test_a_draft_is_kept_its_writers_own_and_gone_once_sent(ada: Desk, leo: Desk) -> None:
    assert ada.act("draft", words="Dear Mrs Okafor", to="okafor@example.com").status_code == 303
    assert "Dear Mrs Okafor" in shown(ada.look())
    assert "Dear Mrs Okafor" not in shown(leo.look())
    ada.act("replies", words="Dear Mrs Okafor, thank you.")
    assert ada.case.drafts.count() == 0


def test_a_draft_of_nothing_is_none(ada: Desk) -> None:
    ada.act("draft", words="", to="okafor@example.com", subject="Re: Where is my table?")
    assert ada.case.drafts.count() == 0


def test_htmx_hears_that_the_draft_is_kept(ada: Desk) -> None:
    url = f"/cases/{ada.case.reference}/draft"
    piece = ada.client.post(url, {"words": "Dear"}, headers={"HX-Request": "true"})
    assert piece.status_code == 200
    assert "Kept, " in shown(piece)


def test_a_note_is_kept_and_never_sent(cast: Cast, ada: Desk) -> None:
    assert ada.act("notes", words="The carrier lies.").status_code == 303
    assert ada.case.notes.get().written_by == cast.ada
    assert Delivery.objects.count() == 0


def test_a_call_brings_all_that_was_settled_in_it(ada: Desk) -> None:
    answer = ada.act(
        "calls", way="phone", said_at="2026-03-03T10:20", words="She told it all; I said sorry and thank you.",
        heard_out="on", about_order="48213", about_amount="£640", concerns="- The table\n- An apology",
        readback="The table never came.", confirmed="yes", wish="Bring it on Saturday", agreed="We bring it on Saturday",
    )  # fmt: skip
    assert answer.status_code == 303
    held = ada.case.rounds.current()
    assert last(ada).said_at.isoformat() == "2026-03-03T10:20:00+00:00"
    assert sorted((fact.about, fact.words) for fact in ada.case.facts.all()) == [("amount", "£640"), ("order", "48213")]
    assert sorted(concern.words for concern in ada.case.concerns.all()) == ["An apology", "The table"]
    assert (held.confirmed_via, held.wish, held.agreement) == (
        "phone",
        "Bring it on Saturday",
        "We bring it on Saturday",
    )
    assert (ada.case.stage, ada.case.heard_by) == ("agreed", ada.person)


def test_a_call_that_lacks_a_part_leaves_nothing_half(ada: Desk) -> None:
    page = ada.act("calls", way="phone", words="We spoke.", about_order="48213", agreed="We bring it on Saturday")
    assert page.status_code == 422
    assert "Ask what would put it right, and write down the answer, before anything is agreed." in shown(page)
    assert "We bring it on Saturday" in shown(page)
    assert (ada.case.messages.ours().count(), ada.case.facts.count()) == (0, 0)


def test_a_call_can_end_with_not_quite(ada: Desk) -> None:
    ada.act("calls", way="visit", words="We spoke.", readback="A chair", confirmed="no", disputed="A table!")
    held = ada.case.rounds.current()
    assert (held.disputed_words, held.confirmed_at) == ("A table!", None)


@pytest.mark.parametrize(("way", "direction"), [("letter_in", "in"), ("letter_out", "out")])
def test_a_letter_is_put_on_record(ada: Desk, way: str, direction: str) -> None:
    ada.act("calls", way=way, words="Dear all")
    assert (last(ada).channel, last(ada).direction) == ("letter", direction)


def test_a_call_in_the_future_is_refused(ada: Desk) -> None:
    page = ada.act("calls", way="phone", words="We spoke.", said_at="2999-01-01T10:00")
    assert page.status_code == 422
    assert "This must lie in the past." in shown(page)


def test_a_try_is_no_contact(ada: Desk) -> None:
    ada.act("attempts", channel="phone", result="voicemail")
    assert ada.case.attempts.get().follow_up is False
    assert (ada.case.stage, ada.case.human_spoke_at) == ("new", None)
    assert "reached nobody: left a message" in shown(ada.look())
