"""How a story is told: a customer, and what happened when. Nothing is done until it is played."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from textwrap import dedent
from typing import TYPE_CHECKING, Any

from amends.callbacks.calling import call
from amends.cases.ending import overrule
from amends.deadlines import cadence
from amends.followups.asking import FiveParts, answer, record_call, send_mail
from amends.followups.ending import end, end_unconfirmed
from amends.followups.resolving import resolve
from amends.messages.inbound import rest
from amends.messages.writing import Reply, hear, move_promise, record_conversation, record_letter, reply
from amends.sample.post import auto_reply, bounce_last, write_in
from amends.sample.stage import Stage, Vow, open_by

if TYPE_CHECKING:
    from amends.cases.case import Case
    from amends.messages.attachment import Enclosure
    from amends.people.person import Person

Deed = Callable[[Stage, datetime], object]


def tidy(words: str) -> str:
    """Words as they stand in the chapters, without the page's margin; lines of a paragraph become one."""
    paragraphs = dedent(words).strip().split("\n\n")
    return "\n\n".join(p if p.startswith("- ") else " ".join(p.split()) for p in paragraphs)


@dataclass
class Story:
    """One case of the sample: `name` is its number there, the customer who they are, `steps` what happened."""

    name: str
    customer: str = ""
    email: str = ""
    phone: str = ""
    steps: list[tuple[str, Deed]] = field(default_factory=list)

    def then(self, when: str, deed: Deed) -> Story:
        """And then."""
        self.steps.append((when, deed))
        return self

    # How it began.

    def writes(self, when: str, text: str, subject: str = "", files: Sequence[Enclosure] = ()) -> Story:
        """The customer writes by e-mail: the first time, a case opens."""
        return self.then(when, lambda s, at: write_in(s, self, tidy(text), subject=subject, files=files, at=at))

    def tells(self, when: str, text: str, subject: str, channel: str = "phone", **more: Any) -> Story:
        """The customer tells us otherwise: by phone, letter, visit or form. `by` took it down at `typed`, if later."""
        typed = more.pop("typed", when)
        more |= {"subject": subject, "channel": channel}
        return self.then(typed, lambda s, at: open_by(s, self, tidy(text), told=when, more=more, at=at))

    # What we said.

    def reply(self, when: str, by: str, text: str, *, vows: Sequence[Vow] = (), **more: Any) -> Story:
        """We write back, and promise what the words say; `unmarked` are sentences that only sound like a promise."""
        more["readback"] = tidy(more.get("readback", ""))
        return self.then(
            when,
            lambda s, at: reply(
                s.case,
                Reply(held=False, words=tidy(text), promises=s.commitments(vows), **more),
                by=s.people[by],
                at=at,
            ),
        )

    def talk(self, when: str, by: str, text: str, channel: str = "phone", *, vows: Sequence[Vow] = ()) -> Story:
        """We speak with the customer, and promise what we said."""
        return self.then(
            when,
            lambda s, at: record_conversation(
                s.case, tidy(text), by=s.people[by], at=at, channel=channel, promises=s.commitments(vows)
            ),
        )

    def rests(self, when: str, by: str) -> Story:
        """Their last word was read, and needs no answer."""
        return self.then(when, lambda s, at: rest(s.case, by=s.people[by], at=at))

    def letter(self, when: str, by: str, text: str, *, theirs: bool = False) -> Story:
        """A letter goes, or comes."""
        return self.then(when, lambda s, at: record_letter(s.case, tidy(text), by=s.people[by], at=at, theirs=theirs))

    def tries(self, when: str, by: str, result: str, **more: Any) -> Story:
        """We try and reach nobody."""
        return self.then(when, lambda s, at: s.case.attempts.make(result=result, by=s.people[by], at=at, **more))

    def bounces(self, when: str, because: str) -> Story:
        """Our last mail comes back."""
        return self.then(when, lambda s, at: bounce_last(s, because, at))

    def out_of_office(self, when: str, text: str) -> Story:
        """A machine answers our last mail."""
        return self.then(when, lambda s, at: auto_reply(s, self, tidy(text), at))

    # What they do on their page.

    def says(self, when: str, text: str) -> Story:
        """The customer writes on the portal."""
        return self.then(when, lambda s, at: hear(s.case, tidy(text), by=s.case.customer, at=at))

    def confirms(self, when: str, via: str = "portal", by: str = "") -> Story:
        """Yes, that is it."""
        return self.then(when, lambda s, at: s.round.confirm(via, by=s.who(by), at=at))

    def disputes(self, when: str, text: str, via: str = "portal", by: str = "") -> Story:
        """Not quite."""
        return self.then(when, lambda s, at: s.round.dispute(tidy(text), via, by=s.who(by), at=at))

    def wishes(self, when: str, text: str, via: str, by: str = "") -> Story:
        """What would put it right."""
        return self.then(when, lambda s, at: s.round.tell_wish(tidy(text), via, by=s.who(by), at=at))

    # What we do.

    def heard(self, when: str, by: str) -> Story:
        """They told it to the end."""
        return self.then(when, lambda s, at: s.case.hear_out(by=s.people[by], at=at))

    def note(self, when: str, by: str, text: str) -> Story:
        """A word among colleagues."""
        return self.then(when, lambda s, at: s.case.notes.write(tidy(text), by=s.people[by], at=at))

    def draft(self, when: str, by: str, text: str) -> Story:
        """A reply that was not finished."""
        return self.then(when, lambda s, at: s.case.drafts.keep(s.people[by], tidy(text), at=at))

    def facts(self, when: str, by: str, /, **facts: str) -> Story:
        """Facts by what they are about; one that begins with `!` was verified, with `?` assumed."""
        return self.then(when, lambda s, at: s.facts(by, facts, at))

    def concerns(self, when: str, by: str, *stated: str, implied: Sequence[str] = ()) -> Story:
        """What they need met."""

        def deed(s: Stage, at: datetime) -> None:
            for words in stated:
                s.case.concerns.note(words, by=s.people[by], at=at)
            for words in implied:
                s.case.concerns.note(words, by=s.people[by], at=at, kind="implied")

        return self.then(when, deed)

    def asks_wish(self, when: str, by: str, via: str = "phone") -> Story:
        """We ask what would put it right."""
        return self.then(when, lambda s, at: s.round.ask_wish(via, by=s.people[by], at=at))

    def agrees(self, when: str, by: str, text: str, via: str = "phone") -> Story:
        """What will be done."""
        return self.then(when, lambda s, at: s.round.agree(tidy(text), via, by=s.people[by], at=at))

    def promises(self, when: str, by: str, vow: Vow) -> Story:
        """Words that bind us, as our last word had them: a letter, say, or something that was written down later."""

        def deed(s: Stage, at: datetime) -> None:
            (one,) = s.commitments([vow])
            said = s.case.messages.ours().latest("said_at", "pk")
            s.case.promises.make(one.words, due=one.due, kind=one.kind, made_in=said, by=s.people[by], at=at)

        return self.then(when, deed)

    def keeps(self, when: str, by: str, evidence: str) -> Story:
        """The oldest open promise is kept."""
        return self.then(when, lambda s, at: s.promise().keep(evidence=evidence, by=s.people[by], at=at))

    def checks(self, when: str, by: str, how: str) -> Story:
        """Somebody sees that the last thing done works."""
        return self.then(when, lambda s, at: s.case.acts.latest("done_at", "pk").verify(how, by=s.people[by], at=at))

    def moves_promise(self, when: str, by: str, text: str, due: str, because: str, *, spoken: bool = False) -> Story:
        """The customer hears before it breaks, by mail or on the phone, and with that the oldest open promise moves."""

        def deed(s: Stage, at: datetime) -> None:
            later, person, words = s.clock.when(due), s.people[by], tidy(text)
            if spoken:
                notice = record_conversation(s.case, words, by=person, at=at)
                s.promise().move(later, because=because, notice=notice, by=person, at=at)
            else:
                move_promise(s.promise(), Reply(held=False, words=words), due=later, because=because, by=person, at=at)

        return self.then(when, deed)

    def released(self, when: str, by: str, words: str) -> Story:
        """The customer releases us from the oldest open promise."""
        return self.then(when, lambda s, at: s.promise().release(because=words, by=s.people[by], at=at))

    def does(self, when: str, by: str, text: str, *meets: int) -> Story:
        """A deed, and the concerns it meets, counted from 1."""

        def deed(s: Stage, at: datetime) -> None:
            act = s.case.acts.do(tidy(text), by=s.people[by], at=at)
            concerns = list(s.case.concerns.order_by("pk"))
            for number in meets:
                concerns[number - 1].address(act, by=s.people[by], at=at)

        return self.then(when, deed)

    def waives(self, when: str, by: str, number: int, because: str) -> Story:
        """A concern need not be met."""
        return self.then(
            when,
            lambda s, at: s.case.concerns.order_by("pk")[number - 1].waive(because=because, by=s.people[by], at=at),
        )

    def overrules(self, when: str, by: str, step: str, because: str) -> Story:
        """A lead answers for a step."""
        return self.then(when, lambda s, at: overrule(s.case, step, because=because, by=s.people[by], at=at))

    # What others do for them.

    def wants_call(self, when: str, by: str, about: str, **how: Any) -> Story:
        """The customer asked to be called: `due` as the clock says it, or as policy has it; `caller` by short name."""

        def deed(s: Stage, at: datetime) -> None:
            said = dict(how)
            due, caller = said.pop("due", ""), said.pop("caller", "")
            who, then = s.people.get(caller), s.clock.when(due) if due else None
            s.case.call_backs.ask(about=about, due=then, caller=who, by=s.people[by], at=at, **said)

        return self.then(when, deed)

    def promises_call(self, when: str, by: str, words: str, due: str) -> Story:
        """We say when we will call."""
        return self.then(
            when, lambda s, at: s.case.call_backs.promise(words, due=s.clock.when(due), by=s.people[by], at=at)
        )

    def tries_call(self, when: str, by: str, result: str) -> Story:
        """We call as they asked, and reach nobody."""
        return self.then(when, lambda s, at: s.call_back().attempt(result, by=s.people[by], at=at))

    def calls(self, when: str, by: str, text: str) -> Story:
        """We call as they asked, and speak."""
        return self.then(when, lambda s, at: call(s.call_back(), tidy(text), by=s.people[by], at=at))

    def asks(self, when: str, by: str, what: str, *, of: str, department: str, due: str = "", email: str = "") -> Story:
        """A colleague elsewhere in the house is asked."""
        return self.then(
            when,
            lambda s, at: s.case.asks.make(
                what, name=of, department=department, email=email, due=s.clock.when(due) if due else None,
                by=s.people[by], at=at,
            ),
        )  # fmt: skip

    def has_seen(self, when: str, by: str) -> Story:
        """Whoever was asked has seen it, as somebody of the desk writes down."""
        return self.then(when, lambda s, at: s.ask().acknowledge(by=s.people[by], at=at))

    def is_told(self, when: str, by: str, answer: str) -> Story:
        """Whoever was asked has done it, and this is what they said."""
        return self.then(when, lambda s, at: s.ask().finish(answer, by=s.people[by], at=at))

    def red_tape(self, when: str, by: str, words: str, **more: Any) -> Story:
        """What stood in the way: `kind`, `cost` and how long they `waited`."""
        return self.on_case(when, lambda case, people, at: case.red_tape.note(words, by=people[by], at=at, **more))

    def offers(self, when: str, by: str, to: str, gain: str) -> Story:
        """The case is offered to somebody who can do more for the customer."""
        return self.on_case(
            when, lambda case, people, at: case.handoffs.offer(people[to], gain=gain, by=people[by], at=at)
        )

    def accepts(self, when: str, by: str, text: str, *, vows: Sequence[Vow] = ()) -> Story:
        """They have it from now on, and tell the customer on the phone."""
        return self.then(
            when,
            lambda s, at: (
                s.case.handoffs.standing()
                .get()
                .accept(
                    Reply(held=False, words=tidy(text), promises=s.commitments(vows)),
                    by=s.people[by],
                    at=at,
                    spoken=True,
                )
            ),
        )

    def introduces(self, when: str, by: str, text: str) -> Story:
        """Whoever stands in says who they are."""
        return self.then(
            when,
            lambda s, at: (
                s.case.stand_ins.untold().get().introduce(Reply(held=False, words=tidy(text)), by=s.people[by], at=at)
            ),
        )

    def paced(self, when: str, preset: str) -> Story:
        """The customer chooses how often they hear from us."""
        return self.then(when, lambda s, at: cadence.choose(s.case, preset, by=s.case.customer, at=at))

    # How it ends.

    def resolves(self, when: str, by: str) -> Story:
        """Everything promised is done and told."""
        return self.then(when, lambda s, at: resolve(s.case, by=s.people[by], at=at))

    def follow_mail(self, when: str, by: str, **parts: Any) -> Story:
        """The follow-up mail with its five parts."""
        words: dict[str, Any] = {name: tidy(part) if isinstance(part, str) else part for name, part in parts.items()}
        said = FiveParts(**words)
        return self.then(
            when, lambda s, at: send_mail(s.case, said, by=s.people[by], at=at, sure="as its people wrote it")
        )

    def follow_call(self, when: str, by: str, text: str, *answers: str) -> Story:
        """The follow-up call, and their answer to each concern in order: `right`, `not_yet`, or nothing."""
        return self.then(
            when, lambda s, at: record_call(s.case, tidy(text), answers=s.answers(answers), by=s.people[by], at=at)
        )

    def answers(self, when: str, *answers: str, words: str = "") -> Story:
        """Their answers on the portal."""
        return self.then(
            when, lambda s, at: answer(s.case, s.answers(answers), via="portal", by=s.case.customer, at=at, words=words)
        )

    def waives_follow_up(self, when: str, by: str, kind: str, because: str) -> Story:
        """A manager answers for leaving a follow-up out."""
        return self.then(
            when,
            lambda s, at: s.case.follow_ups.get(kind=kind, round=s.case.round).waive(
                because=because, by=s.people[by], at=at
            ),
        )

    def unconfirmed(self, when: str, by: str) -> Story:
        """Two tries and silence."""
        return self.then(when, lambda s, at: end_unconfirmed(s.case, by=s.people[by], at=at))

    def closes(self, when: str, by: str, ending: str, because: str, reader: str = "", *, instead: str = "") -> Story:
        """An ending with its grounds."""
        if reader:
            return self.then(
                when,
                lambda s, at: s.case.declines.propose(
                    because, instead=instead, reader=s.people[reader], by=s.people[by], at=at
                ).agree(by=s.people[reader], at=at),
            )
        return self.then(when, lambda s, at: end(s.case, ending, by=s.people[by], at=at, because=because))

    # Who has it, and who they are.

    def on_case(self, when: str, deed: Callable[[Case, dict[str, Person], datetime], object]) -> Story:
        """Anything else one may do with a case."""
        return self.then(when, lambda s, at: deed(s.case, s.people, at))

    def taken(self, when: str, by: str) -> Story:
        """Somebody has it from now on."""
        return self.on_case(when, lambda case, people, at: case.take(by=people[by], at=at))

    def given(self, when: str, by: str, to: str) -> Story:
        """Somebody else has it from now on."""
        return self.on_case(when, lambda case, people, at: case.assign(people[to], by=people[by], at=at))

    def graded(self, when: str, by: str, severity: int, because: str = "") -> Story:
        """How grave it is."""
        return self.on_case(
            when, lambda case, people, at: cadence.grade(case, severity, by=people[by], at=at, because=because)
        )

    def restricted(self, when: str, by: str) -> Story:
        """Only the owner and the leads see it."""
        return self.on_case(when, lambda case, people, at: case.restrict(by=people[by], at=at))

    def about(self, when: str, by: str, **changes: Any) -> Story:
        """What we know of the customer."""
        return self.on_case(when, lambda case, people, at: case.customer.change(by=people[by], at=at, **changes))

    def belongs(self, when: str, by: str, to: str, kind: str = "household") -> Story:
        """Their household or company."""
        return self.on_case(when, lambda case, people, at: case.customer.join(to, by=people[by], at=at, kind=kind))

    def reached_at(self, when: str, by: str, kind: str, value: str) -> Story:
        """Another way to reach them."""
        return self.on_case(
            when, lambda case, people, at: case.customer.addresses.learn(kind, value, by=people[by], at=at)
        )
