"""Documents that can be wrong are compared with what they describe."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_setting_is_documented_and_every_documented_setting_exists() -> None:
    said = set(re.findall(r"`(AMENDS_[A-Z_]+|DATABASE_URL)`", (ROOT / "docs/running/settings.md").read_text()))
    asked = {
        name
        for path in (ROOT / "amends").rglob("*.py")
        for name in re.findall(r"[\"'](AMENDS_[A-Z_]+[A-Z]|DATABASE_URL)[\"']", path.read_text())
    }
    assert asked - said == set()
    assert said - asked == set()


def test_every_decision_has_a_number_of_its_own_and_says_why() -> None:
    pages = sorted((ROOT / "docs/decisions").glob("*.md"))
    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    assert all("**Why.**" in page.read_text() for page in pages)


def test_nothing_in_the_project_names_a_machine_or_a_registry() -> None:
    hosts = ["py" + "pi.org", "registry.npm" + "js", "python" + "hosted", "/wo" + "rk/", "/ro" + "ot/"]
    suffixes = {".py", ".md", ".toml", ".txt", ".html", ".css", ".js", ".sql", ""}
    files = [
        path
        for folder in ("amends", "tests", "bench", "docs", "tools", "requirements", ".ci")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix in suffixes and "__pycache__" not in path.parts
    ]
    found = [
        f"{path.relative_to(ROOT)}: {host}"
        for path in [*files, ROOT / "pyproject.toml", ROOT / "README.md", ROOT / "Makefile"]
        if path.exists()
        for host in hosts
        if host in path.read_text(errors="replace")
    ]
    assert found == []
