"""The columns of a list: which of its names mean what, and one line read as a person."""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING
from zoneinfo import available_timezones

from amends.cases.ending import Refused
from amends.customers.address import Kind, normal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

#: What the desk knows a person by, and what lists call it. Every other column is a fact that a letter may name.
ALIASES = {
    "name": ("name", "customer", "customer name", "full name", "recipient"),
    "email": ("email", "e-mail", "mail", "email address", "e-mail address"),
    "phone": ("phone", "telephone", "phone number", "mobile", "tel"),
    "household": ("household", "household id", "address", "delivery address"),
    "time_zone": ("time_zone", "time zone", "timezone"),
    "key": ("key", "key customer", "vip", "key_customer"),
}
_EMAIL = re.compile(r"[^@\s\"<>,;]{1,64}@[^@\s\"<>,;.]+(?:\.[^@\s\"<>,;.]+)+\Z")
_E164 = re.compile(r"\+[1-9]\d{6,14}\Z")
_DIGITS = re.compile(r"\d")
_FEWEST_DIGITS = 6
_YES = {"1", "y", "yes", "true", "x", "key"}
_ZONES = frozenset(available_timezones())
MOST_FIELD, MOST_FACTS = 10_000, 30
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\x00": None})


@dataclass(slots=True)
class Columns:
    """Which column is what; `facts` are the others, by the name a letter uses for them."""

    known: Mapping[str, int]
    facts: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, names: Sequence[str], chosen: Mapping[str, str] | None = None) -> Columns:
        """The columns of a list with these names; `chosen` says otherwise, name for name: {"email": "Contact"}.

        Raises Refused where a chosen column is not there, or where no column could reach anybody.
        """
        places = {" ".join(name.split()).casefold(): place for place, name in enumerate(names)}
        known: dict[str, int] = {}
        for ours, aliases in ALIASES.items():
            wanted = (chosen or {}).get(ours, "")
            if wanted and wanted.casefold() not in places:
                message = f"The list has no column “{wanted}”; it has: {', '.join(names)}."
                raise Refused(message)
            found = next((a for a in ([wanted.casefold()] if wanted else aliases) if a in places), None)
            if found is not None:
                known[ours] = places[found]
        if not {"email", "phone"} & set(known):
            message = f"No column holds an e-mail address or a phone number; the list has: {', '.join(names)}."
            raise Refused(message)
        taken = set(known.values())
        others = [(fact_name(name), place) for place, name in enumerate(names) if place not in taken and name.strip()]
        return cls(known, dict(others[:MOST_FACTS]))


def fact_name(words: str) -> str:
    """A column's name as a letter writes it between braces: `Order no.` is `order_no`."""
    return re.sub(r"\W+", "_", words.casefold()).strip("_")


def rows_of(file: IO[bytes]) -> Iterator[list[str]]:
    """The rows of a CSV, the names first: UTF-8 with or without a mark, or Windows-1252; separated by comma, semicolon or tab.

    Read as it comes, a little at a time. Raises Refused for what is no table.
    """
    head = file.read(64 * 1024)
    if not head.strip():
        message = "The list is empty."
        raise Refused(message)
    encoding = "utf-8-sig" if _is_utf8(head) else "cp1252"
    first = head.decode(encoding, "replace").splitlines()[0]
    delimiter = max(",;\t", key=first.count)
    file.seek(0)
    text = io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")
    try:
        yield from csv.reader(text, delimiter=delimiter)
    except csv.Error as wrong:
        message = f"This is no table: {wrong}."
        raise Refused(message) from wrong
    finally:
        with suppress(ValueError):  # its owner closed it first
            text.detach()


def _is_utf8(head: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True


def staged(rows: Iterator[list[str]], columns: Columns) -> Iterator[str]:
    """Each line as COPY takes it: line, name, email, phone, household, time zone, key, facts; empty lines are none."""
    known, facts = columns.known, list(columns.facts.items())
    at = [known.get(name, -1) for name in ("name", "email", "phone", "household", "time_zone", "key")]
    number = 0
    for row in rows:
        if not any(cell.strip() for cell in row):
            continue
        number += 1
        name, email, phone, household, zone, key = (row[n].strip() if 0 <= n < len(row) else "" for n in at)
        said = {fact: row[n].strip()[:MOST_FIELD] for fact, n in facts if n < len(row) and row[n].strip()}
        good_email, good_phone = email_of(email), phone_of(phone)
        if email and not good_email:
            said["email_as_written"] = email[:320]
        if phone and not good_phone:
            said["phone_as_written"] = phone[:320]
        cells = (
            str(number), name[:200], good_email, good_phone, " ".join(household.split()).casefold()[:200],
            zone if zone in _ZONES else "", "t" if key.casefold() in _YES else "f",
            json.dumps(said, ensure_ascii=False),
        )  # fmt: skip
        yield "\t".join([cell.translate(_ESCAPES) for cell in cells]) + "\n"


def email_of(words: str) -> str:
    """The address in its one form, or nothing where no mail could go there."""
    found = words.strip().removeprefix("mailto:").lower()
    return found if _EMAIL.match(found) and len(found) <= 320 else ""  # noqa: PLR2004


def phone_of(words: str) -> str:
    """The number in its one form, or nothing where it is none."""
    if _E164.match(words):
        return words
    if len(_DIGITS.findall(words)) < _FEWEST_DIGITS:
        return ""
    found = normal(Kind.PHONE, words)
    return found if _E164.match(found) else ""
