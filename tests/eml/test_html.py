"""HTML of strangers is read as text, and shown without running or loading anything."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.eml.html import reply_of, safe_html, text_of


@pytest.mark.parametrize(
    ("hostile", "safe"),
    [
        ("<script>alert(1)</script>hi", "hi"),
        ("<style>@import url(https://x.test)</style>hi", "hi"),
        ("<svg><script>alert(1)</script></svg>hi", "hi"),
        ("<math><mi>x</mi></math>hi", "hi"),
        ("<iframe src=https://x.test>in</iframe>hi", "hi"),
        ("<title>t</title>hi", "hi"),
        ('<img src="https://x.test/pixel.gif" onerror="alert(1)">hi', "hi"),
        ('<img src="cid:leg@x">hi', "hi"),
        ('<form action="https://x.test"><input name="p"><button>go</button></form>', "go"),
        ('<meta http-equiv="refresh" content="0;url=https://x.test">hi', "hi"),
        ('<link rel="stylesheet" href="https://x.test">hi', "hi"),
        ('<base href="https://x.test">hi', "hi"),
        ('<p style="background:url(https://x.test)" onclick="alert(1)" class="x" id="y">hi</p>', "<p>hi</p>"),
        ('<td background="https://x.test">hi</td>', "hi"),
        ('<a href="javascript:alert(1)">hi</a>', '<a rel="noopener noreferrer nofollow">hi</a>'),
        ('<a href="data:text/html,x">hi</a>', '<a rel="noopener noreferrer nofollow">hi</a>'),
        ('<a href=" java\tscript:alert(1)">hi</a>', '<a rel="noopener noreferrer nofollow">hi</a>'),
        ('<a href="//x.test" target="_blank">hi</a>', None),
        (
            '<a href="https://example.com" onclick="x()">hi</a>',
            '<a href="https://example.com" rel="noopener noreferrer nofollow">hi</a>',
        ),
        ("<!-- secret -->hi", "hi"),
        ("a\x00b\ud800c", "abc"),
        ("<p>a <b>bold</b> <i>word</i></p>", "<p>a <b>bold</b> <i>word</i></p>"),
    ],
)
def test_nothing_runs_and_nothing_loads(hostile: str, safe: str | None) -> None:
    shown = safe_html(hostile)

    assert safe is None or shown == safe
    assert "target" not in shown
    assert "onclick" not in shown


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<img src=//x.test>",
                "<a href='",
                "javascript:",
                "<svg>",
                "<!--",
                "-->",
                "<p",
                ">",
                "'",
                '"',
                "<style>",
                "</",
                "x",
            ]
        )
    )
)
def test_no_mixture_of_broken_tags_gets_through(pieces: list[str]) -> None:
    shown = safe_html("".join(pieces)).lower()

    for active in ("<img", "<svg", "<style", "<script", 'href="javascript', "<!--"):
        assert active not in shown


def test_absurd_nesting_is_shown_as_text() -> None:
    assert safe_html("<div>" * 5_000 + "a < b") == "<p>a &lt; b</p>"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("One<br>Two", "One\nTwo"),
        ("<ul><li>One</li><li>Two</li></ul>", "* One\n* Two"),
        ("<style>p{}</style><script>x()</script><title>t</title><p>One</p><!-- c -->", "One"),
        ("a&nbsp;b &eacute; &lt;", "a b é <"),
        ('<?xml version="1.0" encoding="utf-16"?><p>One</p>', "One"),
        ("", ""),
        ("<", "<"),
        ("<div>" * 3_000 + "deep", "deep"),
    ],
)
def test_html_is_read_as_a_person_would(html: str, text: str) -> None:
    assert "\n".join(line.strip() for line in text_of(html).splitlines()).strip() == text


@pytest.mark.parametrize(
    "quote",
    [
        '<div class="gmail_quote">On Monday X wrote:<blockquote>old</blockquote></div>',
        '<blockquote type="cite">old</blockquote>',
        '<div id="divRplyFwdMsg"><b>From:</b> X</div><div>old</div>',
        '<div id="appendonsend"></div><hr><div>old</div>',
        '<div><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> X</p></div></div><p>old</p>',
        '<div class="yahoo_quoted">old</div>',
        '<div class="moz-cite-prefix">X wrote:</div><blockquote>old</blockquote>',
        '<hr id="zwchr"><div>old</div>',
    ],
)
def test_what_the_client_marks_as_quoted_is_left_out_of_the_reply(quote: str) -> None:
    assert reply_of(f"<html><body><p>My words.</p>{quote}</body></html>") == "My words."


def test_html_of_nothing_but_a_quote_is_kept() -> None:
    assert reply_of("<blockquote>old</blockquote>").strip() == "old"


@settings(deadline=None)
@given(st.text(alphabet="<>/abp&;\"'=- \x00\ud800é!", max_size=200))
def test_any_markup_is_read(html: str) -> None:
    for words in (text_of(html), reply_of(html), safe_html(html)):
        words.encode("utf-8")
        assert "\x00" not in words
