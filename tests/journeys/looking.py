"""What is wrong with a page, as axe and the eye see it: at the size it has, or wide and narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from axe_playwright_python.base import AXE_SCRIPT

if TYPE_CHECKING:
    from playwright.sync_api import Page

DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}

#: Whose contrast may differ from when this was last asked: what shows only now, what has other colours on it or under it or
#: counts as large now, and whatever may lie over something else. Contrast takes nine tenths of the time of all rules.
CHANGED = """() => {
    const seen = window.contrastSeen ??= new Map()
    return [...document.body.querySelectorAll('*')].filter(element => {
        const words = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
        if (!words && !element.matches('input, select, textarea') || !element.checkVisibility()) return false
        const own = getComputedStyle(element), size = parseFloat(own.fontSize)
        const sign = [own.color, size >= 24 || size >= 18.66 && own.fontWeight >= 700]
        let floats = false
        for (let over = element; over; over = over.parentElement) {
            const style = getComputedStyle(over)
            sign.push(style.backgroundColor, style.backgroundImage, style.opacity)
            floats ||= ['absolute', 'fixed', 'sticky'].includes(style.position)
        }
        const before = seen.get(element), now = sign.join()
        seen.set(element, now)
        return floats || before !== now
    })
}"""

RULES = """async contrast => {
    const options = { resultTypes: ['violations'], rules: { 'color-contrast': { enabled: contrast } } }
    return (await axe.run(document, options)).violations.map(found => `${found.id} at ${found.nodes[0].target}`)
}"""

CONTRAST = f"""async () => {{
    const changed = ({CHANGED})()
    if (!changed.length) return []
    const options = {{ resultTypes: ['violations'], runOnly: ['color-contrast'] }}
    const found = (await axe.run({{ include: changed }}, options)).violations
    return found.map(found => `${{found.id}} at ${{found.nodes[0].target}}`)
}}"""


def faults(page: Page, name: str) -> list[str]:
    """What is wrong with the page at the size it has: every rule of axe, and nothing may stick out sideways."""
    _ready(page)
    return [f"{name}: {found}" for found in [*page.evaluate(RULES, arg=True), *_sideways(page)]]


def faults_wide_and_narrow(page: Page, name: str) -> list[str]:
    """What is wrong with the page at the width of a desk or of a phone; it is as wide as a desk afterwards.

    Every rule is asked at both, but contrast on the phone only of what may differ there.
    """
    page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
    found = faults(page, name)
    page.evaluate(f"() => {{ ({CHANGED})() }}")
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.evaluate("window.scrollTo(0, 0)")
    narrow = [*page.evaluate(RULES, arg=False), *page.evaluate(CONTRAST), *_sideways(page)]
    page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
    return found + [f"{name} on a phone: {what}" for what in narrow]


def _ready(page: Page) -> None:
    page.wait_for_load_state()  # measured before its last stylesheet came, a page sticks out that nobody sees so
    page.evaluate("window.scrollTo(0, 0)")
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)


def _sideways(page: Page) -> list[str]:
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"{wide} pixels stick out sideways"] if wide > 0 else []
