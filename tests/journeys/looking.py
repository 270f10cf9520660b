"""What is wrong with a page, as axe and the eye see it: at the size it has, or wide and narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from axe_playwright_python.base import AXE_SCRIPT

if TYPE_CHECKING:
    from playwright.sync_api import Page

DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}

#: One text for each pair of colours and grounds that was not seen on this page before, and whatever may lie over something
#: else. Contrast took nine tenths of the time of all rules, and a thousand cells of a table have one answer.
TEXTS = """() => [...document.body.querySelectorAll('*')].filter(element => {
    const words = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
    if (!words && !element.matches('input, select, textarea') || !element.checkVisibility()) return false
    const own = getComputedStyle(element), size = parseFloat(own.fontSize)
    const look = [own.color, own.textShadow, size >= 24 || size >= 18.66 && own.fontWeight >= 700]
    let lies = false
    for (let over = element; over; over = over.parentElement) {
        const style = getComputedStyle(over)
        look.push(style.backgroundColor, style.backgroundImage, style.opacity, style.filter)
        lies ||= ['absolute', 'fixed', 'sticky'].includes(style.position) || style.zIndex !== 'auto' || style.transform !== 'none'
    }
    const name = look.join(), known = window.looksSeen.has(name)
    window.looksSeen.add(name)
    return lies || !known
})"""

RULES = f"""async () => {{
    const say = found => found.violations.map(fault => `${{fault.id}} at ${{fault.nodes[0].target}}`)
    const options = {{ resultTypes: ['violations'] }}
    const most = await axe.run(document, {{ ...options, rules: {{ 'color-contrast': {{ enabled: false }} }} }})
    const include = ({TEXTS})()
    if (!include.length) return say(most)
    return [...say(most), ...say(await axe.run({{ include }}, {{ ...options, runOnly: ['color-contrast'] }}))]
}}"""


def faults(page: Page, name: str) -> list[str]:
    """What is wrong with the page at the size it has: every rule of axe, and nothing may stick out sideways."""
    page.wait_for_load_state()  # measured before its last stylesheet came, a page sticks out that nobody sees so
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    page.evaluate("() => { window.looksSeen = new Set() }")
    return [f"{name}: {found}" for found in _seen(page)]


def faults_wide_and_narrow(page: Page, name: str) -> list[str]:
    """What is wrong with the page at the width of a desk or of a phone; it is as wide as a desk afterwards.

    Every rule is asked at both, contrast on the phone only of texts that look otherwise there.
    """
    page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
    found = faults(page, name)
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    found += [f"{name} on a phone: {what}" for what in _seen(page)]
    page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
    return found


def _seen(page: Page) -> list[str]:
    page.evaluate("window.scrollTo(0, 0)")
    found: list[str] = page.evaluate(RULES)
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [*found, f"{wide} pixels stick out sideways"] if wide > 0 else found
