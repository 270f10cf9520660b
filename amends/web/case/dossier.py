"""Everything a page of one case shows, read with as few statements as it takes and only when it is asked for."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from django.db.models import Exists, OuterRef
from django.http import Http404

from amends.cases.case import Case
from amends.cases.ending import Overrule
from amends.cases.stages import Stage
from amends.followups.ending import silence_lacks
from amends.leadtimes.proposing import Known, propose
from amends.messages.delivery import Delivery
from amends.people.absence import Absence
from amends.people.person import Person
from amends.playbook.steps import Panel, Records, panel
from amends.promises.promise import LEADS, Kind
from amends.readings.taking import said_in
from amends.responses.regulated import Regulated, regulated
from amends.solved.finding import like
from amends.web.case.besides import Besides
from amends.web.case.due import Due, HouseClock, house_clock, next_things, pace
from amends.web.case.forms.dating import Dated, read_moment
from amends.web.case.giving import Giving
from amends.web.case.helping import Helping
from amends.web.case.learning import Learning
from amends.web.case.ledger import Ledger, changing_with
from amends.web.case.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import Model

    from amends.concerns.concern import Act, Concern
    from amends.concerns.fact import Fact
    from amends.concerns.round import Round
    from amends.followups.followup import FollowUp
    from amends.leadtimes.proposing import Proposal
    from amends.messages.message import Message
    from amends.promises.promise import Promise
    from amends.solved.solved import Solved


T = TypeVar("T", bound="Model")


def moment(text: str | None) -> datetime | None:
    """A time as PostgreSQL writes it in JSON."""
    return datetime.fromisoformat(text) if text else None


class Dossier:
    """One case as one person sees it at one moment. Each table is read when it is first asked for, with one statement."""

    def __init__(self, case: Case, person: Person, at: datetime, *, before: str = "") -> None:
        self.case, self.person, self.at, self.before = case, person, at, before
        self._proposals: dict[tuple[str, datetime | None], Proposal] = {}

    # What rides on the case itself.

    @cached_property
    def addresses(self) -> list[dict[str, Any]]:
        """How to reach the customer."""
        return self._riding("address_rows")

    @cached_property
    def others(self) -> list[dict[str, Any]]:
        """Other cases of the same customer that this person may see, the newest first."""
        return [{**row, "at": moment(row["at"])} for row in self._riding("other_rows")]

    @cached_property
    def deadlines(self) -> list[dict[str, Any]]:
        """What is due to them, the soonest first."""
        rows = self._riding("deadline_rows")
        return [{**row, **{name: moment(row[name]) for name in ("due_at", "set_at")}} for row in rows]

    @cached_property
    def closure(self) -> dict[str, Any] | None:
        """How it ended, if it has."""
        return next(iter(self._riding("closure_rows")), None)

    @cached_property
    def draft(self) -> dict[str, Any] | None:
        """What this person kept for later."""
        return next(({**row, "at": moment(row["at"])} for row in self._riding("draft_rows")), None)

    @cached_property
    def helping(self) -> Helping:
        """What helps whoever answers: whether the words were read first, what may be borne in mind, saved replies."""
        return Helping(self.case, self.timeline)

    @cached_property
    def besides(self) -> Besides:
        """Calls to make, asks of colleagues, who is offered the case, who stands in."""
        return Besides(self.case, self.person, self.at)

    @cached_property
    def giving(self) -> Giving:
        """What they lost, what was offered, chosen and given, and what waits for a yes."""
        return Giving(self.case, self.person, self.at)

    @cached_property
    def learning(self) -> Learning:
        """Whether it is their failure again, why it happened, what is being changed."""
        return Learning(self.case)

    @cached_property
    def round(self) -> Round | None:
        """The round the case is in, if anything of it is on record."""
        held: Round | None = getattr(self.case, "held", None)
        return held

    def _riding(self, name: str) -> list[dict[str, Any]]:
        return getattr(self.case, name)  # type: ignore[no-any-return]

    # Tables, one statement each.

    @cached_property
    def timeline(self) -> Timeline:
        """What was said and done, at most one page of it, newest last."""
        return Timeline.read(self.case, before=self.before)

    @cached_property
    def concerns(self) -> list[Concern]:
        """Their concerns, in the order in which they were noted."""
        rows = self.case.concerns.select_related("act", "waived_by").annotate(said_in=said_in("concern"))
        return list(rows.order_by("pk"))

    @cached_property
    def acts(self) -> list[Act]:
        """What was done in this round, in order."""
        return list(
            self.case.acts.filter(round=self.case.round)
            .select_related("done_by", "verified_by")
            .order_by("done_at", "pk")
        )

    @cached_property
    def promises(self) -> list[Promise]:
        """What we promised, the soonest due first."""
        near = ("deadline__owner", "made_by", "backed_by", "kept_by", "moved_by", "quoted")
        rows = self.case.promises.annotate(**changing_with())
        return list(rows.select_related(*near).order_by("deadline__due_at"))

    @cached_property
    def known(self) -> Known:
        """What a date depends on besides the case itself."""
        return Known.of(self.case.known_row)  # type: ignore[attr-defined]

    def dated(
        self, kind: str, form: str, *, part: str = "", due: datetime | str | None = None, why: str = "",
        since: datetime | None = None,
    ) -> Dated | None:  # fmt: skip
        """The date that would hold for a promise of this kind, beside the one that was typed; None for news.

        With `since`, for one that was made then and still is to be kept.
        """
        if kind == Kind.NEWS:
            return None
        key = (kind, since)
        if key not in self._proposals:
            self._proposals[key] = propose(self.case, kind, at=self.at, known=self.known, opened=since)
        typed = read_moment(due, self.at) if isinstance(due, str) else due
        return Dated(self._proposals[key], f"{form}-{part}", part, typed, why)

    @cached_property
    def ledger(self) -> Ledger:
        """The promises as they stand now, with the messages they were made, moved and told in."""
        here = {message.pk for message in self.timeline.messages}
        return Ledger(self.promises, self.all_messages, here=here, at=self.at)

    @property
    def needs_lead(self) -> bool:
        """Whether this person's next promise needs the name of a lead: one was broken."""
        return self.ledger.needs_lead(self.person.role)

    @cached_property
    def facts(self) -> list[Fact]:
        """What the case rests on."""
        return list(self.case.facts.annotate(said_in=said_in("fact")).order_by("pk"))

    @cached_property
    def follow_ups(self) -> list[FollowUp]:
        """The follow-up of this round."""
        rows = self.case.follow_ups.filter(round=self.case.round).select_related("message", "done_by")
        return list(rows.defer("message__text", "message__sent_text", "message__found_by").order_by("-kind"))

    @cached_property
    def people(self) -> list[Person]:
        """Everybody who works here, by name; `is_away` says who is not here now."""
        away = Exists(Absence.objects.at(self.at).filter(person=OuterRef("pk")))
        near = Person.objects.staff().annotate(is_away=away)
        return list(near.only("pk", "name", "email", "role", "is_active").order_by("name"))

    @property
    def present(self) -> list[Person]:
        """Everybody who works here and is not away now, by name."""
        return [person for person in self.people if not person.is_away]  # type: ignore[attr-defined]

    @property
    def leads(self) -> list[tuple[int, str]]:
        """Who may answer for a promise, by key; those who are away say so."""
        found = [person for person in self.people if person.role in LEADS]
        return [(p.pk, f"{p.name} (away)" if p.is_away else p.name) for p in found]  # type: ignore[attr-defined]

    def lead(self, key: int | None) -> Person | None:
        """One of them."""
        return self.colleague(key) if key else None

    @cached_property
    def law(self) -> Regulated | None:
        """What a regulator's pack asks of the case; few statements, and none where the house's own alone governs it."""
        return regulated(self.case, at=self.at)

    @cached_property
    def panel(self) -> Panel:
        """The playbook's answers and the next act."""
        return panel(
            Records(
                case=self.case,
                messages=self.all_messages,
                concerns=self.concerns,
                acts=self.acts,
                promises=self.promises,
                follow_ups=self.follow_ups,
                overrules=[_overrule(row) for row in self._riding("overrule_rows")],
                round=self.round,
                again=self.learning.again,
                learnt=self.learning.change,
                voice=self.giving.voice,
            )
        )

    @cached_property
    def all_messages(self) -> list[Message]:
        """Every message; without its words where they are more than a page."""
        if self.timeline.every_message is not None:
            return self.timeline.every_message
        return list(self.case.messages.select_related("author").defer("text", "sent_text", "found_by"))

    @cached_property
    def worked(self) -> list[Solved]:
        """What worked in like cases, until this one is put right: at most three."""
        return [] if self.case.stage in {Stage.RESOLVED, Stage.CLOSED} else like(self.case, viewer=self.person)

    # What follows from them.

    @cached_property
    def mail_address(self) -> str:
        """Where a mail to them goes: the working address they last wrote from, else the first that works."""
        working = [row["normal"] for row in self.addresses if row["kind"] == "email" and not row["failed_at"]]
        wrote = [m.address.lower() for m in reversed(self.all_messages) if m.direction == "in" and m.address]
        return next((address for address in wrote if address in working), next(iter(working), ""))

    @cached_property
    def last_theirs(self) -> Message | None:
        """Their last word on this page of the line."""
        return next((m for m in reversed(self.timeline.messages) if m.direction == "in" and not m.automatic), None)

    @cached_property
    def last_ours(self) -> Message | None:
        """Our last word to them that, as far as we know, reached them."""
        ours = (m for m in reversed(self.all_messages) if m.direction == "out" and not m.automatic and not m.failed)
        return next(ours, None)

    @cached_property
    def next_things(self) -> list[Due]:
        """The next three things due."""
        return next_things(self.case, self.deadlines, at=self.at)

    @cached_property
    def house_clock(self) -> HouseClock | None:
        """Open time since they told us, and whether the house is open now."""
        return house_clock(self.case, at=self.at)

    @property
    def pace(self) -> str:
        """How often they hear from a human, as it is now."""
        return pace(self.case)

    @cached_property
    def unconfirmed_lacks(self) -> str:
        """Why it may not end unconfirmed yet."""
        return silence_lacks(self.case, self.follow_ups, getattr(self.case, "last_try_at", None), at=self.at)

    def concern(self, key: int) -> Concern:
        """A concern of this case; 404 for another's."""
        return _one(self.concerns, key)

    def fact(self, key: int) -> Fact:
        """A fact of this case; 404 for another's."""
        return _one(self.facts, key)

    def act(self, key: int) -> Act:
        """A deed of this round; 404 for another's."""
        return _one(self.acts, key)

    def promise(self, key: int) -> Promise:
        """A promise of this case; 404 for another's."""
        return _one(self.promises, key)

    def follow_up(self, kind: str) -> FollowUp:
        """This round's follow-up of the kind; 404 when none is planned."""
        return _one([row for row in self.follow_ups if row.kind == kind])

    def delivery(self, key: int) -> Delivery:
        """A delivery of a message of this case; 404 for another's."""
        rows = Delivery.objects.filter(pk=key, message__case=self.case).select_related("message__case")
        return _one(list(rows))

    def colleague(self, key: int | None) -> Person | None:
        """Somebody who works here."""
        return next((person for person in self.people if person.pk == key), None)

    def one_present(self, key: int | None) -> Person | None:
        """Somebody who is here now."""
        return next((person for person in self.present if person.pk == key), None)


def _overrule(row: dict[str, Any]) -> Overrule:
    return Overrule(
        step=row["step"],
        because=row["because"],
        overruled_at=datetime.fromisoformat(row["at"]),
        overruled_by=Person(name=row["by"]),
    )


def _one(rows: Iterable[T], key: int | None = None) -> T:
    for row in rows:
        if key is None or row.pk == key:
            return row
    raise Http404
