"""Delivery reports: which of our messages did not reach whom, and why."""

from dataclasses import dataclass

from amends.eml.parts import Part


@dataclass(frozen=True, slots=True)
class Failure:
    """One recipient who was not reached."""

    address: str
    status: str
    action: str
    permanent: bool
    diagnostic: str


@dataclass(frozen=True, slots=True)
class Bounce:
    """A delivery report: the recipients not reached, and our message that came back inside it."""

    recipients: tuple[Failure, ...]
    original_id: str | None
    original_headers: dict[str, str]
    delivered: bool = False


def bounced(tree: Part, text: str) -> Bounce | None:
    """The report in the message; None when it is none."""
    return None
