"""The eyes of the journeys see what is wrong, where it is wrong: otherwise no page that they pass is fit to be seen."""

from __future__ import annotations

import pytest

from tests.journeys.browser import chromium, needs_chromium
from tests.journeys.looking import faults_wide_and_narrow

PAGE = """<!doctype html><html lang="en"><head><title>A page</title><style>
body { color: #222; background: #fff } .row td { padding: 1px }
@media (max-width: 500px) { .pale-there { color: #ccc } .ground-there { background: #333 } .wide-there { width: 900px } }
</style></head><body><main><h1>A page</h1><p>Plain words</p><table><tr class="row"><th>No</th><td>1</td><td>2</td></tr></table>
%s</main></body></html>"""


#: What stands on the page, and what is wrong with it wide and on a phone.
PARTS: list[tuple[str, set[str], set[str]]] = [
    ("<p>All is well</p>", set(), set()),
    ("<p class='pale-there'>Pale on a phone</p>", set(), {"color-contrast"}),
    ("<div class='ground-there'><p>Dark on a dark ground on a phone</p></div>", set(), {"color-contrast"}),
    ("<p>Twice</p><p style='color: #ccc'>Pale</p><p style='color: #ccc'>Pale</p>", {"color-contrast"}, set()),
    ("<p style='opacity: .3'>Faint</p>", {"color-contrast"}, set()),
    ("<img src='data:,'>", {"image-alt"}, {"image-alt"}),
    ("<p class='wide-there'>Wide</p>", set(), {"sticks out"}),
]


@needs_chromium
@pytest.mark.browser
def test_what_is_wrong_is_seen_where_it_is() -> None:
    with chromium() as browser:
        page = browser.new_page()
        for part, wide, narrow in PARTS:
            page.set_content(PAGE % part)
            found = {("on a phone" in each, _what(each)) for each in faults_wide_and_narrow(page, "page")}
            assert found == {(False, what) for what in wide} | {(True, what) for what in narrow}, part


def _what(fault: str) -> str:
    return "sticks out" if "sideways" in fault else fault.partition(": ")[2].partition(" at ")[0]
