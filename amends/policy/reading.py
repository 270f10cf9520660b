"""Reading a pack from YAML. Every mistake in it is explained, with its line and column, before any of it is used."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

from amends.calendars.opening import CalendarError
from amends.calendars.reading import read as read_calendar
from amends.coach.reviewing import house_policy
from amends.drafts.house import UnfitPolicy
from amends.policy.document import Listing, Mistake, Node, PackRefused, Table, Unreadable, Value, load, plain, typed
from amends.policy.fields import BLOCK, HEAD, REQUIRED, ROW, SECTIONS, Notes, Part, Section, is_nothing, nearest
from amends.policy.pack import HOUSE_JURISDICTION, Band, Block, Limit, Pack, Row
from amends.policy.words import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from amends.calendars.calendar import Calendar
    from amends.drafts.house import House

_NOT_ADVICE: Final = "not legal advice"
_PLACES: Final = frozenset({*HEAD, *SECTIONS, "calendar", "coach"})


@dataclass(slots=True)
class _Draft:
    """A row as far as it could be read: a field with a mistake is not in `values`."""

    at: Table
    values: dict[str, Any]
    section: str
    complete: bool

    def place(self, name: str) -> Node:
        """Where this field stands, or the row."""
        return self.at.entries.get(name, self.at)


def read_file(path: Path) -> Pack:
    """The pack in this file. Raises PackRefused with every mistake in it, and OSError."""
    try:
        written = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as wrong:
        line = wrong.object.count(b"\n", 0, wrong.start) + 1
        column = wrong.start - wrong.object.rfind(b"\n", 0, wrong.start)
        raise PackRefused([Mistake(line, column, "this is not UTF-8; save the file as UTF-8")]) from None
    return read(written)


def read(text: str) -> Pack:
    """The pack that this YAML describes. Raises PackRefused with every mistake in it."""
    found, mistakes = check(text)
    if found is None:
        raise PackRefused(mistakes)
    return found


def check(text: str) -> tuple[Pack | None, tuple[Mistake, ...]]:
    """The pack and no mistakes, or no pack and every mistake, in the order of the file."""
    root, mistakes = load(text)
    notes = Notes(mistakes)
    found = None
    if isinstance(root, Table):
        found = _pack(root, notes)
    elif not mistakes:
        notes.wrong(root or Node(1, 1), "a pack is a table of names and values; this is none")
    ordered = tuple(sorted(set(notes.mistakes)))
    return (None, ordered) if ordered else (found, ())


def read_hours(text: str) -> dict[str, Any]:
    """The hours of a queue or a site as plain data, from the YAML that a pack has under `calendar`.

    Raises PackRefused with every mistake in it, each with its line.
    """
    root, mistakes = load(text)
    notes = Notes(mistakes)
    if root is not None:
        _calendar(root, notes)
    elif not mistakes:
        notes.wrong(Node(1, 1), "a calendar must be a table with 'zone' and 'hours'")
    if notes.mistakes or root is None:
        raise PackRefused(sorted(set(notes.mistakes)))
    hours: dict[str, Any] = plain(root)
    return hours


def read_coach(text: str) -> House | None:
    """How the coach reads by this YAML: a pack, of which it is the part `coach`, or that part alone. PackRefused as for a pack."""
    root, mistakes = load(text)
    if isinstance(root, Table) and not {"coach", "jurisdiction"}.isdisjoint(root.entries):
        return read(text).coach
    notes = Notes(mistakes)
    found = _coach(root, notes) if root is not None else None
    if notes.mistakes:
        raise PackRefused(sorted(set(notes.mistakes)))
    return found


def _pack(root: Table, notes: Notes) -> Pack | None:
    _unknown(root, _PLACES, "a pack", notes)
    head, complete = _values(root, HEAD, "the pack", notes)
    _dates(root, head, notes)
    _advice(root, head, notes)
    if "calendar" in root.entries:
        head["calendar"] = _calendar(root.entries["calendar"], notes)
    if "coach" in root.entries:
        head["coach"] = _coach(root.entries["coach"], notes)
        if head.get("jurisdiction", HOUSE_JURISDICTION) != HOUSE_JURISDICTION:
            notes.wrong(root.keys["coach"], "only the house's own pack (jurisdiction: any) says how the coach reads")
    drafts = [draft for name in SECTIONS for draft in _drafts(root, name, notes)]
    for draft in drafts:
        _dated(draft, head, notes)
    _named_once(drafts, notes)
    _referred(drafts, notes)
    _bands_apart(drafts, notes)
    if notes.mistakes or not complete:
        return None
    rows: dict[str, tuple[Row, ...]] = {}
    for name, section in SECTIONS.items():
        rows[name] = tuple(section.row(**draft.values) for draft in drafts if draft.section == name)
    return Pack(**(head | rows))


def _unknown(table: Table, known: frozenset[str], what: str, notes: Notes) -> None:
    for name, key in table.keys.items():
        if name not in known:
            notes.wrong(key, f"{name!r} is not known in {what}; {nearest(name, known)}")


def _values(table: Table, parts: Mapping[str, Part], what: str, notes: Notes) -> tuple[dict[str, Any], bool]:
    """The fields that could be read, defaults included, and whether all of them could."""
    values: dict[str, Any] = {}
    complete = True
    for name, part in parts.items():
        node = table.entries.get(name)
        if node is None or (is_nothing(node) and part.default is not REQUIRED):
            if part.default is REQUIRED:
                notes.wrong(table, f"{what} has no {name!r}; {_WHY.get(name, 'it needs one')}")
                complete = False
            else:
                values[name] = part.default
            continue
        value = part.read(node, notes)
        if value is None:
            complete = False
        else:
            values[name] = value
    return values, complete


_WHY: Final = {
    "source": "name the law, the handbook or the decision of the house that it rests on",
    "kind": "say whether it is a rule (law) or a house target",
    "about": "say why, in a clause that can follow 'because'",
    "name": "every row is called something, so that it can be shown and spoken of",
    "tell": "say who is told when it is about to be missed",
    "recheck_by": "say by which day somebody compares it with the law again",
    "advice": "say that it is not legal advice, and what to re-check",
}


def _drafts(root: Table, name: str, notes: Notes) -> list[_Draft]:
    held = root.entries.get(name)
    if held is None or is_nothing(held) or isinstance(held, Unreadable):
        return []
    if not isinstance(held, Listing):
        notes.wrong(held, f"{name!r} must be a list of rows, each beginning with a dash")
        return []
    return [_draft(row, name, notes) for row in _tables(held, notes)]


def _tables(held: Listing, notes: Notes) -> list[Table]:
    for node in held.items:
        if not isinstance(node, Table | Unreadable):
            notes.wrong(node, "this must be a row of names and values")
    return [node for node in held.items if isinstance(node, Table)]


def _draft(at: Table, name: str, notes: Notes) -> _Draft:
    section = SECTIONS[name]
    called = at.entries.get("name")
    what = f"the row {called.text!r}" if isinstance(called, Value) else "this row"
    extra = {"blocks"} if name == "letters" else set()
    _unknown(at, frozenset({*ROW, *section.parts, *extra}), f"a row of {name!r}", notes)
    values, complete = _values(at, _parts(at, section), what, notes)
    draft = _Draft(at, values, name, complete)
    if name == "letters":
        values["blocks"] = _blocks(draft, what, notes)
    _whole(draft, what, notes)
    return draft


def _parts(at: Table, section: Section) -> dict[str, Part]:
    """The fields of a row; a rule without a source is told in its own words by `_whole`."""
    kind = at.entries.get("kind")
    is_rule = isinstance(kind, Value) and kind.text == Kind.RULE
    parts = {**ROW, **section.parts}
    return parts | {"source": Part(ROW["source"].read, "")} if is_rule else parts


def _whole(draft: _Draft, what: str, notes: Notes) -> None:
    """Fields that are right one by one and wrong together."""
    values = draft.values
    if values.get("kind") is Kind.RULE and values.get("source") == "":
        notes.wrong(draft.place("kind"), f"{what} is a rule but has no source; name the law or handbook it stands in")
    if values.get("verify") and not values.get("note"):
        notes.wrong(draft.place("verify"), f"{what} is to be verified; say in a note what is unsure")
    if SECTIONS[draft.section].row is Limit:
        promptly = values.pop("promptly", False)
        if "within" in values and promptly == (values["within"] is not None):
            said = "both 'promptly' and 'within'" if promptly else "neither 'within' nor 'promptly: true'"
            notes.wrong(draft.place("promptly"), f"{what} has {said}; it needs one of them")
        if values.get("exceptional") and not values.get("only_if"):
            notes.wrong(draft.place("exceptional"), f"{what} is exceptional; say in 'only_if' when it counts")
    if SECTIONS[draft.section].row is Band and draft.complete:
        caps = [values[name] for name in ("per_case", "per_customer", "per_period")]
        if len({cap.currency for cap in caps}) > 1:
            notes.wrong(draft.place("per_case"), f"the caps of {what} are in different currencies")
        elif sorted(cap.amount for cap in caps) != [cap.amount for cap in caps]:
            notes.wrong(draft.place("per_case"), f"{what} allows more for one case than for a customer or a period")


def _blocks(draft: _Draft, what: str, notes: Notes) -> tuple[Block, ...]:
    held = draft.at.entries.get("blocks")
    if not isinstance(held, Listing) or not held.items:
        if not isinstance(held, Unreadable):
            notes.wrong(held or draft.at, f"{what} has no 'blocks'; a letter is a list of at least one")
        return ()
    blocks: dict[str, Block] = {}
    for node in _tables(held, notes):
        _unknown(node, frozenset(BLOCK), "a block of a letter", notes)
        values, complete = _values(node, BLOCK, f"a block of {what}", notes)
        if values.get("name") in blocks:
            notes.wrong(node.entries["name"], f"{what} has two blocks called {values['name']!r}")
        elif complete:
            blocks[values["name"]] = Block(**values)
    return tuple(blocks.values())


def _dates(at: Table, values: Mapping[str, Any], notes: Notes) -> None:
    begin, end = values.get("valid_from"), values.get("valid_to")
    if begin is not None and end is not None and end <= begin:
        notes.wrong(at.entries["valid_to"], f"valid_to {end} is not after valid_from {begin}, so it would never hold")


def _dated(draft: _Draft, head: Mapping[str, Any], notes: Notes) -> None:
    """A row without dates has its pack's; one with dates or products of its own lies within the pack's."""
    values = draft.values
    _dates(draft.at, values, notes)
    first, last = head.get("valid_from"), head.get("valid_to")
    if first and last and last <= first:
        last = None  # told already
    if values.get("valid_from") and first and values["valid_from"] < first:
        notes.wrong(draft.place("valid_from"), f"this row begins before its pack, which begins on {first}")
    if values.get("valid_to") and last and values["valid_to"] > last:
        notes.wrong(draft.place("valid_to"), f"this row ends after its pack, which ends on {last}")
    for product in values.get("products", ()):
        if head.get("products") and product not in head["products"]:
            notes.wrong(
                draft.place("products"), f"the pack does not govern {product!r}; {nearest(product, head['products'])}"
            )
    values["valid_from"] = values.get("valid_from") or first
    values["valid_to"] = values.get("valid_to") or last


def _advice(root: Table, head: Mapping[str, Any], notes: Notes) -> None:
    if "advice" in head and _NOT_ADVICE not in " ".join(head["advice"].split()):
        notes.wrong(root.entries["advice"], f"the advice must contain the words {_NOT_ADVICE!r}")
    if head.get("recheck") == ():
        notes.wrong(root.entries["recheck"], "this list is empty; say what to compare with the law")


def _named_once(drafts: Sequence[_Draft], notes: Notes) -> None:
    first: dict[tuple[str, str], int] = {}
    for draft in drafts:
        name = draft.values.get("name")
        if name is None:
            continue
        line = first.setdefault((draft.section, name), draft.at.line)
        if line != draft.at.line:
            said = f"the name {name!r} is taken by the row on line {line}; each row of {draft.section!r} has its own"
            notes.wrong(draft.place("name"), said)


def _referred(drafts: Sequence[_Draft], notes: Notes) -> None:
    """What a row names elsewhere in the pack must be there."""
    there = {
        kind: {draft.values.get("name", "") for draft in drafts if draft.section == f"{kind}s"}
        for kind in ("letter", "deadline")
    }
    for draft in drafts:
        for kind, names in there.items():
            named = draft.values.get(kind)
            if named and named not in names:
                hint = nearest(named, names) if names else f"it has no {kind}s"
                notes.wrong(draft.place(kind), f"there is no {kind} called {named!r} in this pack; {hint}")
    _under(drafts, notes)


def _under(drafts: Sequence[_Draft], notes: Notes) -> None:
    """A cause stands below one that was named before it, so that the tree has no rings, or below a failure."""
    before: set[str] = set()
    for draft in (one for one in drafts if one.section == "causes"):
        under, name = draft.values.get("under", ""), draft.values.get("name", "")
        if under and under not in before:
            notes.wrong(draft.place("under"), f"no cause called {under!r} stands before this one")
        elif not under and draft.complete and not draft.values["failures"]:
            notes.wrong(draft.at, f"say of which failures {name!r} is a cause, or under which cause it stands")
        before.add(name)


def _bands_apart(drafts: Sequence[_Draft], notes: Notes) -> None:
    """For one failure of one severity, each role has at most one band in each currency."""
    bands = [draft for draft in drafts if SECTIONS[draft.section].row is Band and draft.complete]
    for one, other in combinations(bands, 2):
        a, b = one.values, other.values
        if a["role"] is b["role"] and a["per_case"].currency == b["per_case"].currency and _meet(a, b):
            said = (
                f"the band {b['name']!r} overlaps {a['name']!r} on line {one.at.line}: both say what the role "
                f"{b['role']} may give for the same failure and severity"
            )
            notes.wrong(other.at, said)


def _meet(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    shared = all(not a[name] or not b[name] or set(a[name]) & set(b[name]) for name in ("failures", "severities"))
    begins_before_end = all(
        y["valid_to"] is None or x["valid_from"] is None or x["valid_from"] < y["valid_to"] for x, y in ((a, b), (b, a))
    )
    return shared and begins_before_end


def _coach(node: Node, notes: Notes) -> House | None:
    """The house's levels and phrases for the coach. Its entries are tried one by one, so that each mistake has its line."""
    if not isinstance(node, Table):
        if not isinstance(node, Unreadable):
            notes.wrong(node, "the coach's policy must be a table with levels, limits or lists of phrases")
        return None
    so_far = len(notes.mistakes)
    for name, held in node.entries.items():
        if isinstance(held, Table) and name in {"levels", "limits"}:
            for key, entry in held.entries.items():
                _try_coach({name: {key: typed(entry)}}, held.keys[key], notes)
        elif isinstance(held, Listing):
            for item in held.items:
                _try_coach({name: [typed(item)]}, item, notes)
        else:
            _try_coach({name: typed(held)}, node.keys[name], notes)
    return _try_coach(typed(node), node, notes) if len(notes.mistakes) == so_far else None


def _try_coach(data: dict[str, Any], at: Node, notes: Notes) -> House | None:
    try:
        return house_policy(data)
    except UnfitPolicy as wrong:
        notes.wrong(at, f"for the coach: {wrong}")
        return None


_ALWAYS: Final = {key: [["09:00", "17:00"]] for key in ("mon", "tue")}  # open whichever one day of it is replaced
_CALENDAR: Final = frozenset({"zone", "hours", "special", "holidays", "closures"})


def _calendar(node: Node, notes: Notes) -> Calendar | None:
    """The calendar. Its parts are tried one by one first, so that the mistake in one does not hide those in another."""
    if not isinstance(node, Table):
        if not isinstance(node, Unreadable):
            notes.wrong(node, "a calendar must be a table with 'zone' and 'hours'")
        return None
    _unknown(node, _CALENDAR, "a calendar", notes)
    so_far = len(notes.mistakes)
    least = {"zone": "UTC", "hours": _ALWAYS}
    for name in ("zone", "holidays"):
        if name in node.entries:
            _try(least | {name: plain(node.entries[name])}, node.entries[name], notes)
    for name in ("hours", "special"):
        held = node.entries.get(name)
        if isinstance(held, Table):
            for key, openings in held.entries.items():
                always = _ALWAYS if name == "hours" else {}
                _try(least | {name: always | {key: plain(openings)}}, held.keys[key], notes)
    if len(notes.mistakes) > so_far:
        return None
    return _try({name: plain(held) for name, held in node.entries.items() if name in _CALENDAR}, node, notes)


def _try(data: dict[str, Any], at: Node, notes: Notes) -> Calendar | None:
    try:
        return read_calendar(data)
    except CalendarError as wrong:
        notes.wrong(at, f"in the calendar: {wrong}")
        return None
