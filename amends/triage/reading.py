"""One text read: `read(text)`. What failed, how it reads, what may not wait, how serious, what is named, and what to ask."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from amends.leanings.leaning import shipped
from amends.texts.apart import own_words
from amends.texts.language import language as language_of
from amends.texts.told import told
from amends.triage.concerns import concerns_in
from amends.triage.likely import likely
from amends.triage.saying import Saying, hits
from amends.triage.specifics import specifics_in
from amends.triage.weighing import (
    FAILURES,
    FLAGS,
    complains,
    failures_in,
    feelings_in,
    feelings_with,
    flags_in,
    heard,
    severity_of,
    severity_with,
)

if TYPE_CHECKING:
    from amends.leanings.leaning import Leanings
    from amends.triage.concerns import Concern
    from amends.triage.specifics import Specific
    from amends.triage.weighing import Failure, Feeling, Flag, Severity

__all__ = ["FAILURES", "FLAGS", "LONGEST", "Reading", "TooLong", "read"]

#: So many characters are read at most; a longer text is refused, for nobody wrote it by hand.
LONGEST = 200_000


#: The number of a sentence that is not in the text.
_ELSEWHERE = -9


class TooLong(ValueError):  # noqa: N818 - exceptions are named for the refusal
    """The text is longer than `LONGEST`; nothing of it was read."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says. Evidence is a tuple of (start, end) in code points of the text as it was given.

    A flag, a failure or an emotion acts from confidence 0.5; below that it is a question to ask. In a language that is not read,
    `language` names it and everything else is empty, the severity None.
    """

    complaint: bool
    failures: tuple[Failure, ...]
    reads_as: tuple[Feeling, ...]
    flags: tuple[Flag, ...]
    severity: Severity | None
    specifics: tuple[Specific, ...]
    concerns: tuple[Concern, ...]
    language: str

    def as_json(self) -> dict[str, Any]:
        """The same as plain data: dictionaries, lists, strings and numbers."""
        plain: dict[str, Any] = _listed(asdict(self))
        for one in plain["specifics"]:
            del one["number"], one["currency"]
        return plain

    def flag(self, name: str) -> float:
        """The confidence of a flag; 0 where it is not raised."""
        return next((flag.confidence for flag in self.flags if flag.flag == name), 0.0)


def read(
    text: str,
    language: str | None = None,
    *,
    subject: str = "",
    channel: str = "",  # noqa: ARG001 - of the interface
    leanings: Leanings | None = None,
) -> Reading:
    """The reading of one text; a given language wins over the one that is detected.

    What failed, how it reads, what may not wait and how serious it is are weighed with `leanings`, those that are shipped where
    none are given; `leaning.NONE` leaves it to the rules. Specifics are the rules' alone.

    The writer's own words are read: quoted mail, signatures and footers are not. What only the `subject` says counts too, with
    no evidence, for it stands nowhere in the text. `channel` changes nothing yet. TooLong beyond `LONGEST` characters.
    """
    if len(text) > LONGEST:
        raise TooLong(
            f"The text has {len(text):,} characters; at most {LONGEST:,} are read. Give the part the customer wrote."
        )
    own = own_words(text)
    spoken = language or language_of(own)
    if spoken.lower().split("-")[0] != "en":
        return Reading(False, (), (), (), None, (), (), spoken)
    saying = Saying(own)
    found = heard(saying)
    for label, some in (hits(Saying(subject[:500])) if subject else {}).items():
        found.setdefault(label, [replace(hit, span=(0, 0), sentence=_ELSEWHERE) for hit in some])
    lean = likely(saying, found, shipped() if leanings is None else leanings)
    others = [one for one in told(own) if one.who.lower() not in {"i", "we"}] if "abuse" in found else []
    failures = failures_in(found, lean)
    flags = flags_in(found, saying, others, lean)
    specifics = specifics_in(own, saying)
    feelings = feelings_in(found, own, flags, failures)
    severity = severity_of(failures, flags, saying, specifics)
    complaint = complains(failures, flags, feelings, found, lean)
    if complaint:
        feelings = feelings_with(lean, feelings, failures)
        severity = severity_with(lean, severity)
    else:
        failures = ()
    return Reading(
        complaint,
        failures,
        feelings,
        flags,
        severity,
        specifics,
        concerns_in(saying, found, failures, flags) if complaint or flags else (),
        "en",
    )


def _listed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _listed(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_listed(inner) for inner in value]
    return round(value, 2) if isinstance(value, float) else value
