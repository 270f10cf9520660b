"""A raw message is read as far as it goes, from any bytes at all."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.eml import headers, parts
from amends.eml.headers import Address
from amends.eml.reading import Letter, Unreadable, content_hash, read
from amends.eml.verdicts import Verdict
from tests.eml.samples import bounces, mail, members, needs_shared

MIXED = (
    b"From: Ada <ada@example.com>\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n"
    b"--m\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n"
    b"--a\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nCaf=E9\r\n"
    b"--a\r\nContent-Type: text/html\r\n\r\n<p>Caf&eacute; in HTML</p>\r\n--a--\r\n"
    b'--m\r\nContent-Type: image/png; name="..\\..\\leg.png"\r\nContent-Transfer-Encoding: base64\r\n'
    b"Content-ID: <leg@x>\r\nContent-Disposition: inline\r\n\r\niVBORw0KGgo=\r\n"
    b"--m\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment;\r\n"
    b" filename*0*=utf-8''rechnung%20f%C3%BCr; filename*1*=%20Ada.pdf\r\n\r\n%PDF-1.4\r\n--m--\r\n"
)


def texts(value: object) -> list[str]:
    """Every text in a value, as deep as it goes."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple | list):
        return [text for item in value for text in texts(item)]
    if isinstance(value, dict):
        return [text for pair in value.items() for text in texts(pair)]
    if isinstance(value, headers.Headers):
        return [value.get(name) for name in value]
    names = getattr(value, "__slots__", ()) if type(value).__module__.startswith("amends.") else ()
    return [text for name in names for text in texts(getattr(value, name))]


def assert_storable(letter: Letter) -> None:
    for text in texts(letter):
        assert "\x00" not in text
        text.encode("utf-8")
    assert bool(letter.kept_text.strip()) == bool(letter.text.strip())


def test_everything_the_desk_needs_is_read_from_one_message() -> None:
    letter = read(
        mail(
            message_id="<m1@example.com>",
            in_reply_to="<ours@example.org>",
            references="<first@example.org> <ours@example.org>",
            reply_to='"Byron, Ada" <home@example.com>',
            cc="a@example.net, Bob <b@example.net>",
            subject="=?utf-8?q?Broken_sofa_=E2=80=93?= =?utf-8?b?IG9yZGVy?=",
            date="Mon, 1 Jun 2026 10:00:00 +0200",
        )
    )

    assert letter.message_id == "<m1@example.com>"
    assert letter.in_reply_to == "<ours@example.org>"
    assert letter.references == ("<first@example.org>", "<ours@example.org>")
    assert letter.ancestors == ("<ours@example.org>", "<first@example.org>")
    assert letter.sender == Address("Ada Byron", "ada@example.com")
    assert letter.reply_to == (Address("Byron, Ada", "home@example.com"),)
    assert letter.to == (Address("", "care@example.org"),)
    assert letter.cc == (Address("", "a@example.net"), Address("Bob", "b@example.net"))
    assert letter.subject == "Broken sofa \u2013 order"
    assert letter.date == datetime(2026, 6, 1, 8, 0, tzinfo=UTC)
    assert letter.text == "The sofa has a broken leg."
    assert letter.verdict is Verdict.HUMAN
    assert letter.bounce is None


def test_plain_text_is_preferred_and_the_html_and_files_are_kept() -> None:
    letter = read(MIXED)

    assert letter.text == "Café"
    assert letter.html is not None
    assert letter.html.strip() == "<p>Caf&eacute; in HTML</p>"
    assert [(a.name, a.content_type, a.data, a.content_id, a.inline) for a in letter.attachments] == [
        ("leg.png", "image/png", b"\x89PNG\r\n\x1a\n", "leg@x", True),
        ("rechnung für Ada.pdf", "application/pdf", b"%PDF-1.4", "", False),
    ]


def test_a_message_of_html_alone_is_read_as_text_without_what_it_quotes() -> None:
    body = '<p>Yes, that is it.</p><div class="gmail_quote">On Monday we wrote<blockquote>old</blockquote></div>'
    letter = read(mail(body, content_type="text/html"))

    assert letter.text.split() == ["Yes,", "that", "is", "it.", "On", "Monday", "we", "wrote", "old"]
    assert letter.kept_text == "Yes, that is it."


def test_text_that_has_a_file_name_is_still_read_where_there_is_no_other() -> None:
    letter = read(mail("broken leg\n", content_disposition='inline; filename="body.txt"'))

    assert letter.text == "broken leg"


@pytest.mark.parametrize(
    ("charset", "raw", "text"),
    [
        ("utf-8", b"\xe2\x82\xac", "€"),
        ("iso-8859-1", b"\x80uro", "€uro"),
        ("us-ascii", b"\xc3\xa9", "é"),
        ("no-such-charset", b"\xe9", "é"),
        ("iso-2022-jp", b"\x1b$B$3$s\x1b(B", "こん"),
        ("gb2312", b"\xc4\xe3", "你"),
        ("ks_c_5601-1987", b"\xc7\xd1", "한"),
        ("punycode", b"caf\xc3\xa9", "café"),
        ("utf-7", b"a+2AA-b", "ab"),
        ("utf-16", b"\xff\xfea\x00\x00\x00", "a"),
        ("", b"nul\x00here", "nulhere"),
    ],
)
def test_whatever_the_charset_says_the_words_are_read(charset: str, raw: bytes, text: str) -> None:
    head = f"From: a@example.com\nContent-Type: text/plain; charset={charset}\n\n".encode()

    letter = read(head + raw)

    assert letter.text == text
    assert_storable(letter)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "the message is empty"),
        (b" \r\n\x00\n", "the message is empty"),
        (b"just some words\n", "these bytes have no header fields of a message"),
        (b"X-Only: this\n\nwords\n", "these bytes have no header fields of a message"),
        (b"Subject: who am I\n\nwords\n", "the message does not say who sent it"),
    ],
)
def test_what_cannot_go_on_a_case_is_refused_with_a_reason(raw: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read(raw)

    assert refusal.value.reason == reason


@pytest.mark.parametrize(
    ("field", "address"),
    [
        ("ada@example.com", Address("", "ada@example.com")),
        ("<ada@example.com>", Address("", "ada@example.com")),
        ('"Ada B." <ada@example.com>', Address("Ada B.", "ada@example.com")),
        ("ada@example.com (Ada Byron)", Address("Ada Byron", "ada@example.com")),
        ("=?iso-8859-1?q?Andr=E9?= <andre@example.com>", Address("André", "andre@example.com")),
        ("Ada <ada@example.com>, Bob <b@example.com>", Address("Ada", "ada@example.com")),
        ("=?utf-8?q?a=2C_b=40evil=2Eexample?= <ada@example.com>", Address("a, b@evil.example", "ada@example.com")),
    ],
)
def test_the_sender_is_read_however_it_is_written(field: str, address: Address) -> None:
    assert read(mail(**{"from": field})).sender == address


def test_where_from_is_missing_the_fields_that_stand_in_for_it_are_used() -> None:
    assert read(mail(**{"from": "", "sender": "s@example.com"})).sender == Address("", "s@example.com")


@pytest.mark.parametrize(
    "date", ["", "yesterday", "Mon, 1 Jan 1900 00:00:00 +0000", "Mon, 1 Jan 9999 00:00:00 +0000", "1 Jan 26 25:61"]
)
def test_an_absurd_date_is_no_date(date: str) -> None:
    assert read(mail(date=date)).date is None


def test_a_long_line_of_ancestors_keeps_the_first_and_the_newest() -> None:
    letter = read(mail(references=" ".join(f"<{n}@example.com>" for n in range(200))))

    assert len(letter.references) == headers.MAX_REFERENCES
    assert letter.references[0] == "<0@example.com>"
    assert letter.references[-1] == "<199@example.com>"


@pytest.mark.parametrize("field", ["<a@b>", "a@b", "<a@b> ", "< a@b >", "<a@b> (comment)"])
def test_a_message_id_has_one_form(field: str) -> None:
    assert read(mail(message_id=field)).message_id == "<a@b>"


def test_a_second_delivery_has_the_same_hash_and_another_message_has_not() -> None:
    first = b"Received: from x by y; now\nReceived: from a\n\tby b; then\nDelivered-To: care@example.org\n" + mail()
    second = b"Return-Path: <ada@example.com>\r\nReceived: from z\r\n by y; later\r\n" + mail().replace(b"\n", b"\r\n")

    assert content_hash(first) == content_hash(second) == content_hash(mail())
    assert content_hash(mail("The sofa has a broken leg!\n")) != content_hash(mail())
    assert content_hash(mail(subject="Broken again")) != content_hash(mail())
    assert content_hash(mail("Received: by hand\nx\n")) != content_hash(mail("x\n"))


def test_nesting_and_parts_are_bounded_and_the_rest_is_not_lost() -> None:
    deep = b"From: a@example.com\n" + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(100)
    )
    wide = b"From: a@example.com\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\npart\n" * 5000

    assert read(deep).attachments[0].content_type == "multipart/mixed"
    assert read(wide).text.count("part") == parts.MAX_PARTS


def test_huge_fields_are_cut() -> None:
    letter = read(mail(subject="x" * 400_000, to="a@example.com, " * 30_000))

    assert len(letter.subject) == 500
    assert len(letter.to) <= headers.MAX_ADDRESSES
    assert letter.text == "The sofa has a broken leg."


@settings(deadline=None)
@given(st.binary(max_size=2000))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    for message in (raw, b"From: a@example.com\n" + raw, b"From: a@example.com\n\n" + raw):
        try:
            letter = read(message)
        except Unreadable:
            continue
        assert_storable(letter)


@settings(deadline=None)
@given(st.data())
def test_a_message_broken_anywhere_is_read_or_refused(data: st.DataObject) -> None:
    raw = bytearray(data.draw(st.sampled_from([MIXED, mail(), REPORT])))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(raw)))
        until = at + data.draw(st.integers(0, 40))
        raw[at:until] = data.draw(
            st.one_of(
                st.binary(max_size=20),
                st.sampled_from(
                    [b"\n\n", b"\x00", b"=?x?q?", b"--m", b"charset=utf-7", b"+2AA-", b"(((", b"\xed\xa0\x80"]
                ),
            )
        )
    try:
        letter = read(bytes(raw))
    except Unreadable:
        return
    assert_storable(letter)


REPORT = (
    b"From: MAILER-DAEMON@example.net\nTo: care@example.org\nContent-Type: multipart/report; report-type=delivery-status;"
    b" boundary=r\n\n--r\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: rfc822;"
    b" ada@example.com\nAction: failed\nStatus: 5.1.1\n\n"
    b"--r\nContent-Type: message/rfc822\n\nMessage-ID: <o@example.org>\n\nx\n--r--\n"
)


@needs_shared
def test_no_broken_message_of_other_projects_stops_the_desk() -> None:
    refused = 0
    torture = {name: raw for name, raw in members("torture_a.tar.gz").items() if not name.endswith(".json")}
    for raw in torture.values():
        try:
            assert_storable(read(raw))
        except Unreadable:
            refused += 1

    assert (len(torture), refused) == (229, 36)


@needs_shared
def test_no_report_of_other_projects_stops_the_desk() -> None:
    for _, raw, _ in bounces():
        assert_storable(read(raw))
