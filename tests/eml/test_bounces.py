"""Which of our messages did not reach whom, from the reports of many mail systems."""
# ruff: noqa: RUF001 - letters and punctuation of other scripts are what is tested

import pytest

from amends.eml.bounces import Bounce, Failure
from amends.eml.reading import read
from amends.eml.verdicts import Verdict
from tests.eml.samples import bounces, needs_shared

HEAD = "Date: Mon, 1 Jun 2026 10:00:00 +0000\nTo: care@example.org\nMessage-ID: <report@example.net>\n"
OURS = (
    "Received: from a by b; Mon, 1 Jun 2026 10:00:00 +0000\nMessage-ID: <ours@example.org>\nX-Amends-Message: 42\n"
    "From: care@example.org\nTo: ada@example.com\nSubject: Your sofa\n\nDear Ada\n"
)


def status_report(groups: str, returned: str = OURS) -> bytes:
    """A report by RFC 3464 with these groups of recipient fields."""
    return (
        f"{HEAD}From: Mail <mail@example.net>\nSubject: Report\n"
        "Content-Type: multipart/report; report-type=delivery-status; boundary=r\n\n"
        "--r\nContent-Type: text/plain\n\nYour message to ada@example.com.\n"
        f"--r\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.net\n\n{groups}\n"
        f"--r\nContent-Type: message/rfc822\n\n{returned}\n--r--\n"
    ).encode()


def report(sender: str, subject: str, body: str, more: str = "") -> bytes:
    """A report in prose."""
    return f"{HEAD}From: {sender}\nSubject: {subject}\n{more}Content-Type: text/plain; charset=utf-8\n\n{body}".encode()


def bounce_of(raw: bytes) -> Bounce:
    letter = read(raw)
    assert letter.verdict is Verdict.BOUNCE
    assert letter.bounce is not None
    return letter.bounce


def test_the_fields_of_a_status_report_say_who_and_why() -> None:
    bounce = bounce_of(
        status_report(
            "Final-Recipient: rfc822; ada@example.com\nAction: failed\nStatus: 5.1.1\n"
            "Diagnostic-Code: smtp; 550 5.1.1 no such\n user\n\n"
            "Final-Recipient: rfc822; bob@example.com\nAction: delayed\nStatus: 4.4.1\n"
        )
    )

    assert bounce.recipients == (
        Failure("ada@example.com", "5.1.1", "failed", permanent=True, diagnostic="smtp; 550 5.1.1 no such user"),
        Failure("bob@example.com", "4.4.1", "delayed", permanent=False, diagnostic=""),
    )


def test_our_message_that_came_back_is_known_by_its_id_and_our_fields() -> None:
    bounce = bounce_of(status_report("Final-Recipient: rfc822; ada@example.com\nAction: failed\nStatus: 5.1.1\n"))

    assert bounce.original_id == "<ours@example.org>"
    assert bounce.original_headers == {"x-amends-message": "42"}


def test_the_address_we_wrote_to_is_preferred_to_where_it_was_forwarded() -> None:
    bounce = bounce_of(
        status_report(
            "Original-Recipient: rfc822; ada@example.com\nFinal-Recipient: rfc822; x@example.net\nAction: failed\n"
        )
    )

    assert [failure.address for failure in bounce.recipients] == ["ada@example.com"]


def test_two_recipients_without_a_blank_line_between_are_two() -> None:
    group = "Final-Recipient: rfc822; {}@example.com\nAction: failed\nStatus: 5.1.1\n"

    bounce = bounce_of(status_report(group.format("ada") + group.format("bob")))

    assert [failure.address for failure in bounce.recipients] == ["ada@example.com", "bob@example.com"]


def test_a_report_of_success_is_automatic_and_no_bounce() -> None:
    letter = read(status_report("Final-Recipient: rfc822; ada@example.com\nAction: relayed\nStatus: 2.0.0\n"))

    assert letter.verdict is Verdict.AUTOMATIC
    assert letter.bounce is None


def test_exim_and_gmail_name_them_in_the_header() -> None:
    bounce = bounce_of(report("x@example.net", "x", "x\n", "X-Failed-Recipients: ada@example.com,\n bob@example.com\n"))

    assert [failure.address for failure in bounce.recipients] == ["ada@example.com", "bob@example.com"]


@pytest.mark.parametrize("wrapped", [False, True])
def test_amazons_notices_are_read(wrapped: bool) -> None:  # noqa: FBT001 - a parameter of the test
    notice = (
        '{"notificationType":"Bounce","bounce":{"bounceType":"Permanent","bouncedRecipients":'
        '[{"emailAddress":"ada@example.com","status":"5.1.1","action":"failed"}]}}'
    )
    if wrapped:
        notice = '{"Type":"Notification","Message":"' + notice.replace('"', '\\"') + '"}'

    bounce = bounce_of(report("no-reply@sns.amazonaws.com", "AWS Notification Message", notice))

    assert [(f.address, f.status, f.permanent) for f in bounce.recipients] == [("ada@example.com", "5.1.1", True)]


PROSE = {
    "qmail": (
        "MAILER-DAEMON@example.net",
        "failure notice",
        "Hi. This is the qmail-send program at example.net.\nI'm afraid I wasn't able to deliver your message.\n\n"
        "<ada@example.com>:\n550 5.1.1 no such user\n\n--- Below this line is a copy of the message.\n\n" + OURS,
    ),
    "james": (
        "postmaster@example.net",
        "[BOUNCE] Your sofa",
        (
            "I'm afraid I wasn't able to deliver your message to the following addresses.\n\n"
            "Failed recipient(s):\nada@example.com\n\nError message:\n550 unknown user\n"
        ),
    ),
    "a telephone company": (
        "sysadmin@example.net",
        "Undeliverable Message",
        "Message could not be delivered to mobile.\n\nMessage details:\n  RCPT TO: ada@example.com\n",
    ),
    "Exchange": (
        "System Administrator <postmaster@example.net>",
        "Undeliverable: Your sofa",
        (
            "Your message\n\n  To: Ada\n\ndid not reach the following recipient(s):\n\n"
            "ada@example.com on Mon, 1 Jun 2026 10:00:00 +0000\n    The recipient name is not recognized\n"
        ),
    ),
    "Exchange in German": (
        "Systemadministrator <postmaster@example.net>",
        "Unzustellbar: Ihr Sofa",
        "Ihre Nachricht konnte folgende Empfänger nicht erreichen:\n\n      ada@example.com am 01.06.2026 10:00\n",
    ),
    "Domino": (
        "Postmaster@example.net",
        "DELIVERY FAILURE: User ada (ada@example.com) not listed in Domino Directory",
        "Your message\n\nwas not delivered to:\n\n  ada@example.com\n\nbecause:\n\n  User ada not listed\n",
    ),
    "GroupWise": (
        "Mailer-Daemon@example.net",
        "Mail System Error - Returned Mail",
        "The message that you sent was undeliverable to the following:\n\tada (ada@example.com)\n",
    ),
    "a Japanese provider": (
        '"Mail Delivery Subsystem" <MAILER-DAEMON@example.net>',
        "=?utf-8?b?44Ko44Op44O8?=",
        "配送できませんでした。\n\n  ada@example.com\n\n550 5.1.1 unknown\n",
    ),
    "a Chinese provider": (
        "Postmaster@example.net",
        "=?utf-8?b?57O757uf6YCA5L+h?=",
        "抱歉，您的邮件被退回来了\n收件人地址： ada@example.com\n退信原因： 550 User not found\n",
    ),
    "a Russian provider": (
        "mailer-daemon@example.net",
        "=?utf-8?b?0J3QtdC00L7RgdGC0LDQstC70LXQvdC90L7QtQ==?=",
        "Ваше письмо не может быть доставлено:\n\nada@example.com - user not found\n",
    ),
}


@pytest.mark.parametrize("system", PROSE)
def test_the_recipient_is_found_in_the_prose_of_many_systems(system: str) -> None:
    sender, subject, body = PROSE[system]

    bounce = bounce_of(report(sender, subject, body))

    assert [(failure.address, failure.permanent) for failure in bounce.recipients] == [("ada@example.com", True)]


def test_our_message_quoted_after_the_prose_is_known() -> None:
    bounce = bounce_of(report(*PROSE["qmail"]))

    assert bounce.original_id == "<ours@example.org>"
    assert bounce.original_headers == {"x-amends-message": "42"}


def test_a_warning_of_a_delay_is_temporary() -> None:
    bounce = bounce_of(
        report(
            "Mail Delivery System <mailer-daemon@example.net>",
            "Warning: message delayed 24 hours",
            "The message has not yet been delivered to:\n\n  ada@example.com\n\nNo action is required on your part.\n",
        )
    )

    assert [(f.address, f.action, f.permanent) for f in bounce.recipients] == [("ada@example.com", "delayed", False)]


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        (
            "Undelivered sofa",
            "It was not delivered to my address. Write to bob@example.com: you are unable to deliver.",
        ),
        (
            "Delivery failed again",
            "Delivery to the following address failed: 5 Main Street. Mail me at ada@example.com.",
        ),
        ("Failed delivery", "Order 550 - unknown to you. The delivery for ada@example.com failed."),
        (
            "FW: Undeliverable: Invoice",
            "I got this:\n\nYour message was not delivered to: pay@example.org\n550 5.1.1 unknown",
        ),
    ],
)
def test_a_complaint_about_a_delivery_is_no_bounce(subject: str, body: str) -> None:
    letter = read(report("Ada <ada@example.com>", subject, body))

    assert letter.verdict is Verdict.HUMAN
    assert letter.bounce is None


@needs_shared
def test_the_shared_reports_are_recognised_with_the_right_recipients() -> None:
    """Rows of one project name the recipient; of the other only how many there were."""
    recognised = right = total = 0
    for _, raw, rows in bounces():
        if rows[0]["kind"] != "bounce":
            continue
        total += 1
        letter = read(raw)
        recognised += letter.verdict is Verdict.BOUNCE
        found = [failure.address.casefold() for failure in letter.bounce.recipients] if letter.bounce else []
        named = sorted(row["recipient"].casefold() for row in rows if row["recipient"])
        right += sorted(found) == named if named else len(found) == len(rows)

    assert (total, recognised, right) == (347, 347, 347)


@needs_shared
def test_the_shared_reports_say_whether_it_is_for_good() -> None:
    wrong = [
        name
        for name, raw, rows in bounces()
        for row in rows
        if row["recipient"]
        for failure in bounce_of(raw).recipients
        if failure.address.casefold() == row["recipient"].casefold()
        and failure.permanent is not (row["temporary"] == "0")
    ]

    assert wrong == []


@needs_shared
def test_complaints_of_providers_and_holiday_notes_are_automatic() -> None:
    kinds = {"complaint_report", "auto_reply", "delivered_report"}
    verdicts = {name: read(raw).verdict for name, raw, rows in bounces() if rows[0]["kind"] in kinds}

    assert len(verdicts) == 15
    assert set(verdicts.values()) == {Verdict.AUTOMATIC}
