"""Whether a person wrote, or a machine: an automatic message is never answered, a person always is."""
# ruff: noqa: RUF001 - letters and punctuation of other scripts are what is tested

import pytest

from amends.eml.reading import read
from amends.eml.verdicts import Verdict
from tests.eml.samples import automatic_rows, mail, needs_shared

AUTOMATIC_FIELDS = [
    ("Auto-Submitted", "auto-replied"),
    ("Auto-Submitted", "auto-generated"),
    ("Auto-Submitted", "Auto-Notified; owner-email=x@example.com"),
    ("Auto-Submitted", "auto-replied (vacation)"),
    ("X-Autoreply", "yes"),
    ("X-Autorespond", "anything"),
    ("X-Autoresponder", "1"),
    ("X-Auto-Response-Suppress", "All"),
    ("X-Auto-Response-Suppress", "OOF, AutoReply"),
    ("Precedence", "bulk"),
    ("Precedence", "junk"),
    ("Precedence", "auto_reply"),
    ("List-Id", "<news.example.net>"),
    ("List-Unsubscribe", "<mailto:u@example.net>"),
    ("Return-Path", "<>"),
    ("Content-Type", "multipart/report; report-type=disposition-notification; boundary=b"),
    ("Content-Type", "multipart/report; report-type=feedback-report; boundary=b"),
]
HUMAN_FIELDS = [
    ("Auto-Submitted", "no"),
    ("X-Autoreply", "no"),
    ("X-Auto-Response-Suppress", "DR, RN, NRN"),
    ("X-Auto-Response-Suppress", "None"),
    ("Precedence", "first-class"),
    ("Return-Path", "<ada@example.com>"),
]
AUTOMATIC_SUBJECTS = [
    "Automatic reply: Your sofa",
    "Automatic reply",
    "Auto-Reply: Your sofa",
    "Out of Office: Your sofa",
    "Out of Office Re: Your sofa",
    "OOO: back on Monday",
    "[AUTO GENERATED] Your sofa",
    "I am out of the office until Monday",
    "Ada Byron is out of the office.",
    "Ada Byron/London/EXAMPLE is out of the office.",
    "AUTO: Ada Byron is out of the office (returning 01/06/2026)",
    "Vacation reply: Your sofa",
    "Abwesenheitsnotiz: Ihr Sofa",
    "Automatische Antwort: Ihr Sofa",
    "Réponse automatique : votre canapé",
    "Respuesta automática: su sofá",
    "Resposta automática: seu sofá",
    "Risposta automatica: il divano",
    "Automatisch antwoord: uw bank",
    "Autosvar: din soffa",
    "Automatisk svar: din sofa",
    "Automaattinen vastaus: sohva",
    "Odpowiedź automatyczna: sofa",
    "Automatická odpověď: pohovka",
    "Автоматический ответ: диван",
    "Automatikus válasz: kanapé",
    "Αυτόματη απάντηση: καναπές",
    "Otomatik Yanıt: kanepe",
    "自動返信: ソファ",
    "自动回复: 沙发",
    "자동 회신: 소파",
]
HUMAN_SUBJECTS = [
    "Re: Automatic reply: Your sofa",
    "AW: Abwesenheitsnotiz",
    "Auto insurance claim",
    "Automatic door broken",
    "Out of order",
    "Out of office chairs, two broken",
    "Vacation booking cancelled without notice",
    "Abwesend bei der Lieferung",
    "Delivery failed again",
    "Undelivered sofa",
    "Returned to sender? My parcel",
    "FW: Undeliverable: Your invoice",
]


@pytest.mark.parametrize(("name", "value"), AUTOMATIC_FIELDS)
def test_a_field_only_machines_set_makes_it_automatic(name: str, value: str) -> None:
    assert read(mail(**{name: value})).verdict is Verdict.AUTOMATIC


@pytest.mark.parametrize(("name", "value"), HUMAN_FIELDS)
def test_a_field_people_send_too_leaves_it_human(name: str, value: str) -> None:
    assert read(mail(**{name: value})).verdict is Verdict.HUMAN


@pytest.mark.parametrize("subject", AUTOMATIC_SUBJECTS)
def test_a_subject_that_begins_as_mail_systems_begin_makes_it_automatic(subject: str) -> None:
    letter = read(
        mail("I am back on Monday; until then ask bob@example.com.\n", subject=subject, in_reply_to="<m@example.org>")
    )

    assert letter.verdict is Verdict.AUTOMATIC


@pytest.mark.parametrize("subject", HUMAN_SUBJECTS)
def test_words_in_a_subject_leave_it_human(subject: str) -> None:
    letter = read(mail("It was not delivered to my address; write to bob@example.com.\n", subject=subject))

    assert letter.verdict is Verdict.HUMAN


def test_auto_as_a_first_word_counts_only_in_an_answer() -> None:
    assert read(mail(subject="Auto: Kaution")).verdict is Verdict.HUMAN
    assert read(mail(subject="Auto: Kaution", in_reply_to="<m@example.org>")).verdict is Verdict.AUTOMATIC


def test_a_person_who_writes_to_a_group_mailbox_is_human() -> None:
    letter = read(mail(precedence="list", list_id="<care.example.org>", list_unsubscribe="<mailto:u@example.org>"))

    assert letter.verdict is Verdict.HUMAN


@pytest.mark.parametrize(
    "fields",
    [
        {
            "from": "Mail Delivery Subsystem <mailer-daemon@example.net>",
            "subject": "Delivery Status Notification (Failure)",
        },
        {"from": "MAILER-DAEMON (Mail Delivery System)"},
        {"from": "Postmaster <postmaster@example.net>", "subject": "Undeliverable: Your sofa"},
        {"Content-Type": "multipart/report; report-type=delivery-status; boundary=b", "Return-Path": "<>"},
        {"X-Failed-Recipients": "ada@example.com"},
    ],
)
def test_the_post_office_returning_mail_is_a_bounce(fields: dict[str, str]) -> None:
    assert read(mail(**fields)).verdict is Verdict.BOUNCE


def test_a_courier_with_delivery_in_its_name_is_human() -> None:
    assert read(mail(**{"from": "Royal Mail Delivery Service <help@example.net>"})).verdict is Verdict.HUMAN


@needs_shared
def test_every_shared_row_gets_its_verdict() -> None:
    wrong = []
    for row in automatic_rows():
        fields = row["headers"].replace("\\n", "\n")
        sender = "" if fields.lower().startswith("from:") else "From: Ada <ada@example.com>\n"
        verdict = read(f"{sender}To: care@example.org\n{fields}\n\nGood morning.\n".encode()).verdict
        if verdict != row["expected"]:
            wrong.append((row["id"], verdict))

    assert wrong == []
