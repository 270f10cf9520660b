"""What a stranger calls a file is neither a path nor a type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.eml.names import MAX_NAME, OPAQUE, safe_name, servable_type


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("leg.jpg", "leg.jpg"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\ada\\leg.jpg", "leg.jpg"),
        ("leg\u202egpj.exe", "leggpj.exe"),
        ("a\r\nb\x00.txt", "ab.txt"),
        ('a<b>"c".txt', "a_b__c_.txt"),
        ("con.txt", "_con.txt"),
        ("Rechnung für Ada.pdf", "Rechnung für Ada.pdf"),
        ("  .hidden.  ", "hidden"),
        ("", "attachment"),
        ("...", "attachment"),
        ("x" * 300 + ".jpeg", "x" * (MAX_NAME - 5) + ".jpeg"),
    ],
)
def test_a_name_is_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(st.text())
def test_any_name_is_made_safe(name: str) -> None:
    safe = safe_name(name)

    assert 0 < len(safe) <= MAX_NAME
    assert not set(safe) & set('/\\\x00\n\r<>:"|?*\u202e')
    assert safe_name(safe) == safe
    safe.encode("utf-8")


@pytest.mark.parametrize(
    ("declared", "data", "served"),
    [
        ("image/jpeg", b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("text/html", b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("application/octet-stream", b"\x89PNG\r\n\x1a\n", "image/png"),
        ("image/webp", b"RIFF\x00\x00\x00\x00WEBP", "image/webp"),
        ("image/heic", b"\x00\x00\x00\x18ftypheic", "image/heic"),
        ("application/octet-stream", b"%PDF-1.7", "application/pdf"),
        ("application/pdf", b"<html>", OPAQUE),
        ("image/jpeg", b"<svg onload=alert(1)>", OPAQUE),
        ("image/svg+xml", b"<svg/>", OPAQUE),
        ("text/html", b"<p>", OPAQUE),
        ("application/xhtml+xml", b"x", OPAQUE),
        ("text/javascript", b"alert(1)", OPAQUE),
        ("text/xml", b"<?xml?>", OPAQUE),
        ("text/plain", b"plain words", "text/plain"),
        ("text/plain; charset=x", b"plain words", "text/plain"),
        ("text/plain", b"  <!DOCTYPE html>", OPAQUE),
        ("application/zip", b"PK", "application/zip"),
        ("no type at all", b"", OPAQUE),
    ],
)
def test_nothing_active_is_served_as_itself(declared: str, data: bytes, served: str) -> None:
    assert servable_type(declared, data) == served
