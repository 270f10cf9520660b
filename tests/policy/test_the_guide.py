"""The guide to writing a pack shows one that can be used, and names every field there is."""

from __future__ import annotations

import re
from pathlib import Path

from amends.policy.choosing import SHIPPED
from amends.policy.fields import SECTIONS
from amends.policy.reading import read, read_file

GUIDE = (Path(__file__).parents[2] / "docs" / "running" / "policy.md").read_text()


def test_the_example_can_be_used() -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    assert read(example).key == "shop@1"


def test_every_section_is_listed_with_its_own_fields() -> None:
    listed = {
        found[1]: set(re.findall(r"`(\w+)[`:]", found[2]))
        for found in re.finditer(r"^\| `(\w+)` \| [^|]+ \| ([^|]+) \|$", GUIDE, re.MULTILINE)
    }
    fields = {
        name: set(section.parts) | ({"blocks"} if name == "letters" else set()) for name, section in SECTIONS.items()
    }
    assert {name: listed[name] for name in fields} == fields


def test_every_shipped_pack_is_listed() -> None:
    assert [
        name for name in (read_file(path).name for path in SHIPPED.glob("*.yaml")) if f"| `{name}` |" not in GUIDE
    ] == []
