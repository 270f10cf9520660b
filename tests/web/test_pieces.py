"""Every piece renders in every state, on one page that only people of the house see."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from amends.journal.deeds import DEEDS
from amends.web import pieces

if TYPE_CHECKING:
    from django.test import Client

    from tests.cast import Cast

PIECES = Path(pieces.__file__).parent / "templates" / "pieces"


def test_the_page_shows_every_piece(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    page = client.get("/pieces")
    assert page.status_code == 200
    shown = {template.name for template in page.templates}
    assert {f"pieces/{path.name}" for path in PIECES.glob("*.html")} <= shown


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)
def test_every_deed_has_an_icon_that_is_drawn(deed: object) -> None:
    assert deed.icon in pieces.ICONS  # type: ignore[attr-defined]


def test_every_icon_a_template_names_is_drawn() -> None:
    named = {
        name
        for path in PIECES.parent.rglob("*.html")
        for name in re.findall(r'{% icon "([^"]+)"|icon="([^"]+)"', path.read_text())
    }
    assert {name for pair in named for name in pair if name} <= set(pieces.ICONS)


def test_no_template_carries_style_or_script_of_its_own() -> None:
    forbidden = re.compile(r"""\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:|hx-on|hx-vals=['"]js""")
    assert [path.name for path in PIECES.parent.rglob("*.html") if forbidden.search(path.read_text())] == []
