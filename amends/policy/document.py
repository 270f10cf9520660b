"""A YAML file as a tree that remembers where everything stands, read past its mistakes so that all of them are found.

Only tables, lists and single values are understood. Anchors, aliases and tags are refused, so that a small file stays
small when it is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import yaml

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

MOST_CHARACTERS: Final = 400_000
MOST_DEPTH: Final = 12
_MOST_REPAIRS: Final = 60
_UNREADABLE: Final = "\ue000"  # a private character: stands for a value whose mistake has been told already
_FORBIDDEN: Final = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue001-\ufffd\U00010000-\U0010ffff]")
_OTHER_BREAKS: Final = re.compile(r"[\x85\u2028\u2029]")  # YAML would count them as lines, and no editor does
_TAB: Final = re.compile(r" *\t")
_FIRST_WORD: Final = re.compile(r"([A-Za-z_]\w*) ")
_KEY: Final = re.compile(r"^(\s*(?:- +)?[A-Za-z_][\w -]*):(?:\s.*)?$")
_NAME_AND_COLON: Final = re.compile(r"\s*(?:- +)?[A-Za-z_]\w*:(?=\S)")
_OPEN_QUOTE: Final = re.compile(r"""^\s*(?:- +)?(?:[A-Za-z_][\w -]*:\s+)?(["'])(?:(?!\1).)*$""")
_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """Something wrong in a file, with its line and column counted from one, in a sentence for whoever wrote it."""

    line: int
    column: int
    sentence: str

    def __str__(self) -> str:
        return f"line {self.line}, column {self.column}: {self.sentence}"


class PackRefused(ValueError):  # noqa: N818 -- named for the refusal
    """A pack cannot be used; `mistakes` are all of those found, in the order of the file."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(str(mistake) for mistake in mistakes))


@dataclass(slots=True)
class Node:
    """A place in the file."""

    line: int
    column: int


@dataclass(slots=True)
class Value(Node):
    """A single value as it is written; `quoted` if it can only be text."""

    text: str = ""
    quoted: bool = False


@dataclass(slots=True)
class Unreadable(Node):
    """A value whose mistake has been told already."""


@dataclass(slots=True)
class Listing(Node):
    """A list."""

    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Table(Node):
    """Names and values; `keys` remembers where each name stands."""

    entries: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Node] = field(default_factory=dict)


def plain(node: Node) -> Any:
    """Tables, lists and text, without their places."""
    if isinstance(node, Table):
        return {name: plain(held) for name, held in node.entries.items()}
    if isinstance(node, Listing):
        return [plain(item) for item in node.items]
    return node.text if isinstance(node, Value) else ""


def typed(node: Node) -> Any:
    """As `plain`, with whole numbers as numbers, and None for what was left empty."""
    if isinstance(node, Table):
        return {name: typed(held) for name, held in node.entries.items()}
    if isinstance(node, Listing):
        return [typed(item) for item in node.items]
    words = plain(node)
    if not isinstance(node, Value) or node.quoted:
        return words
    return int(words) if words.isdecimal() else words or None


def load(text: str) -> tuple[Node | None, list[Mistake]]:
    """The tree of this file and every mistake in its form; no tree if nothing of it can be understood.

    After a mistake in the syntax the line is taken out and reading goes on, so one mistake does not hide the next.
    """
    if len(text) > MOST_CHARACTERS:
        return None, [Mistake(1, 1, f"this file has {len(text)} characters; a pack has at most {MOST_CHARACTERS}")]
    told: dict[int, Mistake] = {}
    moved: dict[int, int] = {}  # how far the lines were indented that have been put in their place
    lines = _cleaned(text, told)
    for _ in range(_MOST_REPAIRS):
        builder = _Builder()
        try:
            builder.take(yaml.parse("\n".join(lines), Loader=_LOADER))
        except _TooDeep:
            return None, sorted([*told.values(), *builder.mistakes])
        except yaml.MarkedYAMLError as wrong:
            mistake = _explained(wrong, lines)
            i, indent = mistake.line - 1, _indent_of(lines[mistake.line - 1])
            repaired = _repaired(lines, mistake, told.keys() | moved.keys())
            if mistake.sentence != _INDENTED or moved.get(i - 1) != indent:  # made on many lines it is told once
                told.setdefault(i, mistake)
            if mistake.sentence == _INDENTED:
                moved[i] = indent
            if not repaired:
                break
        else:
            return builder.root, sorted([*told.values(), *builder.mistakes])
    return None, sorted(told.values())


def _cleaned(text: str, told: dict[int, Mistake]) -> list[str]:
    """The lines without what YAML cannot read at all; a tab indents like the line before it."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = _OTHER_BREAKS.sub(" ", text).split("\n")
    for i, line in enumerate(lines):
        if found := _FORBIDDEN.search(line):
            told[i] = Mistake(i + 1, found.start() + 1, "this character cannot be printed; take it out")
            lines[i] = _FORBIDDEN.sub(" ", line)
        if found := _TAB.match(lines[i]):
            told[i] = Mistake(i + 1, found.end(), "this line is indented with a tab; use spaces")
            lines[i] = " " * _indent_of(_before(lines, i)) + lines[i].strip()
    return lines


_FLOW: Final = {"sequence": "the list that opens with [ here", "mapping": "the table that opens with { here"}
_UNCLOSED: Final = "the quotation mark that opens here is never closed"
_INDENTED: Final = "this line is not indented like the lines it belongs to"
_NO_COLON: Final = "there is no colon here; write a name, a colon and a value"
_NO_SPACE: Final = "there is no space after the colon"
_SAID: Final = (
    ("mapping values are not allowed", "there is a second colon here; put quotation marks around text with a colon"),
    ("could not find expected ':'", _NO_COLON),
    ("cannot start any token", "a value cannot begin with this character; put quotation marks around it"),
    ("block end", _INDENTED),
    ("did not find expected key", _INDENTED),
    ("did not find expected '-'", _INDENTED),
)


def _explained(wrong: yaml.MarkedYAMLError, lines: list[str]) -> Mistake:
    """The mistake at the line to blame, which is often not the one at which the parser noticed."""
    begin, mark = wrong.context_mark, wrong.problem_mark or wrong.context_mark
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    context, problem = wrong.context or "", wrong.problem or ""
    if "quoted scalar" in context and begin is not None:
        return Mistake(begin.line + 1, begin.column + 1, _UNCLOSED)
    if opened := _opened(lines, line):
        return opened
    for word, what in _FLOW.items():
        if f"flow {word}" in context and begin is not None:
            return Mistake(begin.line + 1, begin.column + 1, f"{what} is never closed")
    if "simple key" in context and begin is not None:
        line, column = begin.line, begin.column
        if found := _NAME_AND_COLON.match(lines[line]):
            return Mistake(line + 1, found.end(), _NO_SPACE)
    line = min(line, len(lines) - 1)
    while line and not lines[line].strip():  # the parser notices at the end of the file what began before
        line, column = line - 1, 0
    said = next((sentence for words, sentence in _SAID if words in problem), f"this cannot be read: {problem}")
    if (
        "mapping values" in problem and lines[line].count(":") == 1
    ):  # the only colon: it was taken for more of the line before
        said = _INDENTED
    if said == _INDENTED and "mapping values" not in problem and column > _indent_of(lines[line]):
        return Mistake(
            line + 1, column + 1, "there is more after the end of this value; put quotation marks around all of it"
        )
    return Mistake(line + 1, (_indent_of(lines[line]) if said == _INDENTED else column) + 1, said)


def _opened(lines: list[str], line: int) -> Mistake | None:
    """The quotation mark before this line that no line in between closes, if there is one."""
    between = ""
    for near in range(min(line, len(lines) - 1), -1, -1):
        quote = _OPEN_QUOTE.match(lines[near])
        if quote and quote[1] not in between:
            return Mistake(near + 1, quote.start(1) + 1, _UNCLOSED)
        between = between if near == line else between + lines[near]
    return None


def _repaired(lines: list[str], mistake: Mistake, told: Collection[int]) -> bool:
    """Take a mistake out of its line, so that the next can be found; False if nothing is left to take away.

    First the line is put right where that can be guessed, then it loses its value, and at last everything.
    """
    i = mistake.line - 1
    line, key = lines[i], _KEY.match(lines[i])
    if not line.strip():
        return False
    if i not in told and mistake.sentence == _INDENTED and _before(lines, i):
        lines[i] = " " * (_indent_of(_before(lines, i)) - 2 * line.lstrip().startswith("- ")) + line.lstrip()
    elif i not in told and mistake.sentence == _NO_COLON:
        lines[i] = _FIRST_WORD.sub(r"\1: ", line, count=1)
    elif i not in told and mistake.sentence == _NO_SPACE:
        lines[i] = line.replace(":", ": ", 1)
    elif key is None or _UNREADABLE in line or line == f"{key[1]}:":
        lines[i] = ""
    else:
        below = next((line for line in lines[i + 1 :] if line.strip()), "")
        has_children = _indent_of(below) > _indent_of(line)
        lines[i] = f"{key[1]}:" if has_children else f"{key[1]}: {_UNREADABLE}"
    return True


def _indent_of(line: str) -> int:
    """How far the name on this line is indented, the dash of a list counted in."""
    return len(line) - len(line.lstrip(" -")) if line.lstrip().startswith("- ") else len(line) - len(line.lstrip())


def _before(lines: list[str], i: int) -> str:
    """The line before this one on which something stands."""
    return next((line for line in reversed(lines[:i]) if line.strip() and not line.lstrip().startswith("#")), "")


class _TooDeep(Exception):  # noqa: N818 -- named for the refusal
    """Reading stops here, before it costs anything."""


class _Builder:
    """Makes the tree from the parser's events, without recursion."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.mistakes: list[Mistake] = []
        self._open: list[Table | Listing] = []
        self._names: list[Value | None] = []  # for each open table: the name whose value comes next

    def take(self, events: Iterable[Any]) -> None:
        """Build from these events; what cannot be a part of a pack becomes a mistake."""
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._wrong(event, "a second document begins here; a pack is a file of its own")
            elif documents > 1:
                continue
            elif isinstance(event, yaml.CollectionStartEvent):
                self._begin(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._end()
            elif isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
                self._value(event)

    def _wrong(self, event: Any, sentence: str) -> None:
        self.mistakes.append(Mistake(event.start_mark.line + 1, event.start_mark.column + 1, sentence))

    def _place(self, event: Any) -> tuple[int, int]:
        return event.start_mark.line + 1, event.start_mark.column + 1

    def _plain(self, event: Any) -> None:
        if event.anchor is not None and not isinstance(event, yaml.AliasEvent):
            self._wrong(event, f"anchors such as &{event.anchor} are not understood in a pack; write each value out")
        if event.tag is not None and event.tag != "!":
            self._wrong(event, f"tags such as {event.tag} are not understood in a pack")

    def _begin(self, event: Any) -> None:
        if len(self._open) >= MOST_DEPTH:
            self._wrong(event, f"this is nested more than {MOST_DEPTH} deep, which nothing in a pack is")
            raise _TooDeep
        self._plain(event)
        made = Table(*self._place(event)) if isinstance(event, yaml.MappingStartEvent) else Listing(*self._place(event))
        self._add(made)
        self._open.append(made)
        self._names.append(None)

    def _end(self) -> None:
        self._open.pop()
        self._names.pop()

    def _value(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._wrong(event, f"aliases such as *{event.anchor} are not understood in a pack; write the value out")
            self._add(Unreadable(*self._place(event)))
            return
        self._plain(event)
        if event.value == _UNREADABLE:
            self._add(Unreadable(*self._place(event)))
        else:
            self._add(Value(*self._place(event), event.value, bool(event.style)))

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        into = self._open[-1]
        if isinstance(into, Listing):
            into.items.append(node)
            return
        name = self._names[-1]
        if name is None:
            if not isinstance(node, Value):
                self.mistakes.append(Mistake(node.line, node.column, "a name must be a word, not a list or a table"))
                node = Value(node.line, node.column, f"\0{node.line}:{node.column}")
            self._names[-1] = node
            return
        self._names[-1] = None
        if name.text in into.entries:
            first = into.keys[name.text].line
            said = f"{name.text!r} is written twice here; it stood on line {first} already"
            self.mistakes.append(Mistake(name.line, name.column, said))
            return
        if not name.text.startswith("\0"):
            into.entries[name.text], into.keys[name.text] = node, name
