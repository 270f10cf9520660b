"""A page goes to the house's gateway too, signed, and again until it is taken; the mail goes all the same, and one link answers."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.utils import timezone

from amends.installation.checks import findings
from amends.integrations.ringing import NotRung, Target, ring_due
from amends.integrations.stripe import Unbelievable, believed
from amends.journal.actors import DESK
from amends.journal.entry import Entry
from amends.policy.choosing import SHIPPED
from amends.safety.alarm import Alarm
from amends.safety.paging import LINK, Page
from amends.safety.ringing import MOST, Ring
from amends.safety.watching import climb_all
from amends.worker.telling import mail_out
from tests.cast import HOUR, MINUTE, MORNING, Cast, make_case

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_django.fixtures import Settings

    from tests.mail.servers import Sink

pytestmark = pytest.mark.django_db
SECRET = "kept by both"


class Gateway:
    """A stand-in for what rings phones: what it was told, with the headers, and what it answers."""

    def __init__(self, *answers: int) -> None:
        self.told: list[tuple[dict[str, str], bytes]] = []
        self.answers = list(answers)
        self.url = ""

    def takes(self, headers: dict[str, str], body: bytes) -> int:
        """What it answers."""
        self.told.append((headers, body))
        return self.answers.pop(0) if self.answers else 204


@contextmanager
def gateway(*answers: int) -> Iterator[Gateway]:
    """It listens on this machine while this lasts."""
    one = Gateway(*answers)

    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status = one.takes({name.lower(): value for name, value in self.headers.items()}, body)
            self.send_response(status)
            if status == 302:
                self.send_header("Location", f"{one.url}/elsewhere")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    one.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield one
    finally:
        server.shutdown()
        server.server_close()


def alarm(cast: Cast, *, drill: bool = False) -> Alarm:
    cast.mira.change(phone="+44 20 7946 0018", by=DESK, at=MORNING)
    now = timezone.now()
    return Alarm.objects.sound("smoke", case=None if drill else make_case(at=now), drill=drill, by=cast.leo, at=now)


def test_it_is_told_who_is_woken_signed_and_once_a_page(cast: Cast, settings: Settings) -> None:
    with gateway() as phones:
        settings.PAGE_WEBHOOK, settings.PAGE_SECRET = f"{phones.url}/ring", SECRET
        raised = alarm(cast)
        assert (ring_due(), ring_due()) == (1, 0)
    ((headers, body),) = phones.told
    told = believed(body, headers["amends-signature"], SECRET, at=timezone.now().timestamp())
    with pytest.raises(Unbelievable):
        believed(body, headers["amends-signature"], "another", at=timezone.now().timestamp())
    page = Page.objects.get(alarm=raised)
    assert (told["name"], told["phone"], told["words"], told["drill"]) == ("Mira", "+44 20 7946 0018", "smoke", False)
    assert (told["answer_url"], told["key"], headers["idempotency-key"]) == (
        page.answer_url,
        f"amends-page-{page.pk}",
        told["key"],
    )
    assert "Okafor" not in body.decode()
    assert Entry.objects.filter(deed="safety.rung").count() == 1


def test_what_it_does_not_take_is_tried_again_with_the_same_key_and_a_redirection_is_not_followed(
    cast: Cast, settings: Settings
) -> None:
    with gateway(500, 302) as phones:
        settings.PAGE_WEBHOOK, settings.PAGE_SECRET = phones.url, SECRET
        alarm(cast)
        for _ in range(3):
            ring_due()
            Ring.objects.update(next_try_at=timezone.now())
    assert len({headers["idempotency-key"] for headers, _ in phones.told}) == 1
    ring = Ring.objects.get()
    assert (len(phones.told), ring.tries, ring.said) == (3, 3, "")
    assert ring.rung_at is not None


def test_one_that_fails_is_given_up_shown_and_the_mail_went_all_the_same(
    cast: Cast, settings: Settings, server: Sink, client: Client
) -> None:
    settings.PAGE_WEBHOOK, settings.PAGE_SECRET = "http://127.0.0.1:9/ring", SECRET
    raised = alarm(cast)
    mail_out(at=timezone.now())
    assert [mail.to for mail in server.taken] == [["mira@desk.example.com"]]
    for _ in range(MOST + 1):
        ring_due()
        Ring.objects.update(next_try_at=timezone.now())
    ring = Ring.objects.get()
    assert (ring.tries, ring.gave_up_at is not None) == (MOST, True)
    assert Entry.objects.get(deed="safety.gateway_failed").chain == raised.case_id
    client.force_login(cast.leo)
    assert "the webhook failed" in client.get(f"/safety/{raised.pk}").content.decode()
    assert "A gateway failed" in client.get("/safety").content.decode()


def test_nobody_is_rung_up_once_somebody_has_answered(cast: Cast, settings: Settings) -> None:
    settings.PAGE_COMMAND = "false"
    alarm(cast).answer(by=cast.ines, at=timezone.now())
    ring_due()
    assert Ring.objects.get().tries == 0


def test_a_command_is_told_on_its_standard_input_and_nothing_goes_through_a_shell(
    cast: Cast, settings: Settings, tmp_path: Path
) -> None:
    told = tmp_path / "told"
    settings.PAGE_COMMAND = f"tee '{told}'"
    raised = Alarm.objects.raise_on(make_case(), "smoke; $(touch /nowhere)", by=cast.ada, at=timezone.now())
    assert ring_due() == 1
    assert json.loads(told.read_text())["words"] == raised.words


def test_a_command_that_ends_badly_is_a_gateway_that_failed(cast: Cast, settings: Settings) -> None:
    settings.PAGE_COMMAND = "ls /nothing-is-here"
    alarm(cast)
    assert ring_due() == 0
    assert Ring.objects.get().said.startswith("it ended with")


def test_a_drill_goes_every_way_too(cast: Cast, settings: Settings) -> None:
    with gateway() as phones:
        settings.PAGE_WEBHOOK, settings.PAGE_SECRET = phones.url, SECRET
        alarm(cast, drill=True)
        ring_due()
    assert json.loads(phones.told[0][1])["drill"] is True


@pytest.mark.parametrize(
    ("url", "because"),
    [
        ("http://169.254.169.254/latest", "no address to call"), ("http://[fe80::1]/", "no address to call"),
        ("http://[::ffff:169.254.169.254]/", "no address to call"), ("http://0.0.0.0/", "no address to call"),
        ("http://93.184.216.34/", "by https alone"), ("ftp://127.0.0.1/", "no http or https"),
        ("file:///etc/passwd", "no http or https"), ("http://user:pass@127.0.0.1/", "no http or https"),
    ],
)  # fmt: skip
def test_an_address_that_must_not_be_called_is_not(url: str, because: str) -> None:
    with pytest.raises(NotRung, match=because):
        Target.read(url)


def test_without_a_secret_nothing_is_sent_and_the_check_says_so(cast: Cast, settings: Settings) -> None:
    def state() -> str:
        return next(one.state for one in findings(at=timezone.now()) if one.name == "waking people")

    assert state() == "warning"
    with gateway() as phones:
        settings.PAGE_WEBHOOK = phones.url
        alarm(cast)
        assert (ring_due(), phones.told, state()) == (0, [], "broken")
        settings.PAGE_SECRET = SECRET
        assert state() == "ok"
    settings.PAGE_COMMAND = "no-such-command now"
    assert state() == "broken"


def test_the_link_of_a_page_answers_without_signing_in_by_a_button_alone(cast: Cast, client: Client) -> None:
    raised = alarm(cast)
    link = Page.objects.get().answer_url.removeprefix("http://127.0.0.1:8000")
    assert "I have it" in client.get(link).content.decode()
    raised.refresh_from_db()
    assert raised.answered_at is None
    assert "It is yours, Mira" in client.post(link).content.decode()
    raised.refresh_from_db()
    assert (raised.answered_by, raised.spokesperson) == (cast.mira, cast.mira)
    assert client.get(link)["Referrer-Policy"] == "no-referrer"
    assert client.get("/", follow=False).status_code == 302


def test_a_link_that_comes_second_is_told_who_was_first(cast: Cast, client: Client) -> None:
    raised = alarm(cast)
    raised.answer(by=cast.ines, at=timezone.now())
    answer = client.post(Page.objects.get().answer_url)
    assert (answer.status_code, "Ines has answered" in answer.content.decode()) == (409, True)


def test_a_forged_link_one_of_another_page_and_one_that_ran_out_open_nothing(cast: Cast, client: Client) -> None:
    first = Alarm.objects.sound("smoke", by=cast.leo, at=timezone.now())
    second = Alarm.objects.sound("fire", by=cast.leo, at=timezone.now())
    ours, theirs = (Page.objects.get(alarm=one) for one in (first, second))
    swapped = f"{theirs.pk}-{ours.answer_url.rpartition('-')[2]}"
    for token in (swapped, f"{ours.pk}-", "0-x", "nonsense", f"{10**30}-x"):
        assert client.post(f"/safety/answer/{token}").status_code == 404
    Page.objects.update(paged_at=timezone.now() - LINK - MINUTE)
    assert client.post(ours.answer_url).status_code == 404
    assert Alarm.objects.filter(answered_at=None).count() == 2


def test_how_long_whoever_is_woken_has_is_the_houses_own_policy(cast: Cast, settings: Settings, tmp_path: Path) -> None:
    shipped = (SHIPPED / "house.yaml").read_text()
    own = shipped.replace("name: page step\n    value: 10", "name: page step\n    value: 3")
    own = own.replace('version: "1"\n', 'version: "own"\n', 1).replace(
        "valid_from: 2000-01-01\n", "valid_from: 2026-01-01\n", 1
    )
    (tmp_path / "house.yaml").write_text(own)
    settings.AMENDS_POLICY = str(tmp_path)
    Alarm.objects.sound("smoke", by=DESK, at=MORNING)
    assert climb_all(by=DESK, at=MORNING + 2 * MINUTE) == 0
    assert climb_all(by=DESK, at=MORNING + 3 * MINUTE) == 1
    assert climb_all(by=DESK, at=MORNING + HOUR) == 1
