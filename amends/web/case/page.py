"""The page of one case: what comes first on it, and which forms stand where."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from amends.cases.references import tidy
from amends.cases.stages import Stage
from amends.concerns.fact import About
from amends.deadlines.deadline import Kind
from amends.experiments.answering import opening
from amends.experiments.arms import Place
from amends.messages.message import Message
from amends.people.may import may
from amends.web.case.dossier import Dossier
from amends.web.case.finding import find
from amends.web.case.forms.asking import AskAnswerForm, AskCheckForm, AskForm, AskWithdrawalForm, RedTapeForm
from amends.web.case.forms.calling import (
    CallBackForm,
    CallerForm,
    CallingOffForm,
    OpeningForm,
    SpokeForm,
    TryForm,
)
from amends.web.case.forms.caring import ConsentForm, ConsentWithdrawalForm, ShowingForm
from amends.web.case.forms.delivering import DELIVERING
from amends.web.case.forms.ending import (
    AnswersForm,
    ClosureForm,
    DeclineAgreementForm,
    DeclineObjectionForm,
    DeclineWithdrawalForm,
    FollowUpCallForm,
    FollowUpMailForm,
    FollowUpWaiverForm,
    ReopeningForm,
)
from amends.web.case.forms.form import SPECIFICS, CaseForm
from amends.web.case.forms.giving import ChoiceForm, GrantForm, OfferForm, OfferWithdrawalForm, UsabilityForm
from amends.web.case.forms.keeping import KeepingForm, MoveForm, PromiseForm, ReleaseForm, ShortForm
from amends.web.case.forms.learning import ImprovementForm, TracingForm
from amends.web.case.forms.losing import LossForm
from amends.web.case.forms.mending import ActForm, CheckingForm, MeetingForm, ResolutionForm
from amends.web.case.forms.merging import MergingForm
from amends.web.case.forms.passing import (
    AcceptanceForm,
    DecliningForm,
    HandoffForm,
    IntroductionForm,
    LeavingForm,
    TakingBackForm,
)
from amends.web.case.forms.reading import CorrectionForm, InTimeForm, RightForm, TakingForm, UntakingForm
from amends.web.case.forms.responding import RESPONDING, ResponseForm
from amends.web.case.forms.running import (
    CadenceForm,
    HarmForm,
    OverruleForm,
    OwnerForm,
    QueueForm,
    RestForm,
    RestrictionForm,
    RevokingForm,
    SeverityForm,
)
from amends.web.case.forms.talking import AttemptForm, DraftForm, NoteForm, ReplyForm, SendingForm, TalkForm
from amends.web.case.forms.tracking import (
    CompletionForm,
    EasingForm,
    EffortForm,
    ExecutionForm,
    RecognitionForm,
    RetryForm,
    TrackingForm,
)
from amends.web.case.forms.understanding import (
    AgreementForm,
    ConcernForm,
    ConfirmationForm,
    FactForm,
    HearingForm,
    VerificationForm,
    WaiverForm,
    WishForm,
)
from amends.web.case.timeline import newer_than
from amends.web.door import DeskRequest, desk
from amends.web.door import page as render_page
from amends.web.wording import counted

if TYPE_CHECKING:
    from collections.abc import Collection

    from django.http import HttpResponse

    from amends.playbook.steps import Answer

_ALL: tuple[type[CaseForm], ...] = (
    HearingForm, ConcernForm, WaiverForm, MeetingForm, FactForm, VerificationForm, ReplyForm, DraftForm, NoteForm,
    TalkForm, AttemptForm, SendingForm, ConfirmationForm, WishForm, AgreementForm, ActForm, PromiseForm, KeepingForm,
    ReleaseForm, ShortForm, CheckingForm, MoveForm, ResolutionForm, FollowUpMailForm, FollowUpCallForm,
    FollowUpWaiverForm, AnswersForm,
    MergingForm, ClosureForm, ReopeningForm, OwnerForm, SeverityForm, CadenceForm, OverruleForm, RestrictionForm,
    RestForm, QueueForm, RevokingForm, CallBackForm, TryForm, SpokeForm, CallingOffForm, CallerForm, OpeningForm,
    AskForm, AskAnswerForm, AskCheckForm, AskWithdrawalForm, RedTapeForm, HandoffForm, AcceptanceForm, DecliningForm,
    IntroductionForm, TakingBackForm, LeavingForm, LossForm, GrantForm, OfferForm, ChoiceForm, OfferWithdrawalForm,
    ExecutionForm, CompletionForm, RetryForm, TrackingForm, EffortForm, EasingForm, RecognitionForm, CorrectionForm,
    RightForm, HarmForm, TakingForm, UntakingForm, InTimeForm, DeclineAgreementForm, DeclineObjectionForm, DeclineWithdrawalForm,
    TracingForm, ImprovementForm, UsabilityForm, ShowingForm, ConsentForm, ConsentWithdrawalForm, *DELIVERING, *RESPONDING,
)  # fmt: skip
FORMS = {form.name: form for form in _ALL}
_DUE = {"followup-mail": Kind.FOLLOW_UP_MAIL, "followup-call": Kind.FOLLOW_UP_CALL}
_LATER_REPLY, _AGREED = "told", "agreed"


@dataclass(frozen=True, slots=True)
class First:
    """What the page begins with: the next act, or the act that was refused. `not_before` is when the act falls due."""

    title: str
    form: CaseForm | None
    answer: Answer | None = None
    also: tuple[Answer, ...] = ()
    not_before: Any = None


class CasePage:
    """One case, ready to be shown: its dossier, its forms (each made when asked for), and what comes first.

    `opened` names the parts whose forms are wanted: they are many and seldom used (`run`: who has it, who sees it, how it
    ends; `calls`, `asks`, `tape`, `passing`).
    """

    def __init__(self, dossier: Dossier, refused: CaseForm | None = None, *, opened: Collection[str] = ()) -> None:
        self.dossier, self.refused, self.opened = dossier, refused, opened
        self.running = "run" in opened

    def __getitem__(self, name: str) -> CaseForm | None:
        """A form by its name, for its ordinary place; None while it stands first on the page."""
        name = name.replace("_", "-")
        if name not in FORMS:
            raise KeyError(name)
        standing = [form for form in (self.first.form, self.refused) if form]
        return None if any(form.name == name for form in standing) else self.fresh(name)

    def fresh(self, name: str, row: int | str = "") -> CaseForm:
        """The form as it is before anybody typed."""
        if name == ReplyForm.name:
            draft = self.dossier.draft or {"words": "", "fields": {}}
            words = draft["words"] or (self._begun if not self.dossier.draft else "")
            initial = {"to": self.dossier.mail_address, **draft["fields"], "words": words}
            return ReplyForm(self.dossier, initial=initial)
        return FORMS[name](self.dossier, row=row)

    @cached_property
    def _begun(self) -> str:
        """The words a first answer begins with, where an experiment compares them."""
        drawn = self.dossier.case.stage == Stage.NEW and Place.OPENING in self.dossier.giving.lots
        return opening(self.dossier.case) if drawn else ""

    @cached_property
    def first(self) -> First:
        """The refused act, if one was; else the next act of the playbook."""
        if self.refused is not None:
            return First(self.refused.title, self.refused)
        return self.next

    @cached_property
    def next(self) -> First:
        """The next act, and what else the same form can do at once."""
        answer = self.dossier.panel.next
        if answer is None:
            return First("", None)
        if answer.step == _AGREED and self.dossier.giving.loss is None:
            return First("Write down what they lost; then three remedies stand here", self.fresh(LossForm.name), answer)
        name, row = self._form_for(answer)
        also = tuple(a for a in self.dossier.panel.answers if self._fits(a, answer)) if name == "reply" else ()
        due = next((row["due_at"] for row in self.dossier.deadlines if row["kind"] == _DUE.get(name)), None)
        later = due if due and due > self.dossier.at else None
        return First(self._title(answer), self.fresh(name, row), answer, also, later)

    def _title(self, answer: Answer) -> str:
        """What to do next in words; of an agreement it depends on what waits for whom."""
        giving = self.dossier.giving
        if answer.step != _AGREED:
            return answer.act
        if giving.waiting:
            return "Hear which of the three they choose"
        if giving.approval:
            return "Hear whether you may give it" if giving.approval["open"] else "Give what was approved"
        return answer.act

    def _form_for(self, answer: Answer) -> tuple[str, int | str]:
        held = self.dossier
        if answer.form == "reply" and not held.mail_address:
            return "call", ""
        if answer.step == "senior" and held.case.owner_id and not self.owner_gone:
            return "handoff", ""
        unmet = [row for row in held.concerns if not row.waived_at and not row.act_id]
        owed = [row for row in held.promises if not row.kept_at and not row.released_at]
        if answer.step == "met" and owed and not unmet:
            return "keeping", owed[0].pk
        return answer.form, ""

    def _fits(self, other: Answer, answer: Answer) -> bool:
        late = other.step == _LATER_REPLY and not self.dossier.acts
        return other.state == "missing" and other.form == answer.form and other.step != answer.step and not late

    @cached_property
    def news(self) -> list[Message]:
        """What was said since the writer of a refused reply last looked."""
        if not isinstance(self.refused, ReplyForm):
            return []
        keys = newer_than(self.dossier.timeline.items, getattr(self.refused, "cleaned_data", {}).get("seen"))
        return [row for row in self.dossier.timeline.messages if row.pk in keys and not row.automatic]

    @cached_property
    def letter(self) -> CaseForm | None:
        """The letter of the law somebody asked to write (`?letter.final-response`), unless it stands first on the page."""
        named = next((name.partition(".")[2] for name in self.opened if name.startswith("letter.")), "")
        return ResponseForm(self.dossier, row=named) if named and not isinstance(self.refused, ResponseForm) else None

    @cached_property
    def accepting(self) -> CaseForm | None:
        """For whoever is offered the case: taking it over with a letter to begin from."""
        offer = self.dossier.besides.offer
        if offer is None or not self.dossier.besides.offered_to_me or isinstance(self.refused, AcceptanceForm):
            return None
        return AcceptanceForm(self.dossier, row=offer["pk"])

    @cached_property
    def speaking(self) -> CaseForm | None:
        """The call that this person most likely makes now, with room for what it promises; the others have a short form."""
        calls = self.dossier.besides.my_calls or self.dossier.besides.calls
        return (
            SpokeForm(self.dossier, row=calls[0]["pk"]) if calls and not isinstance(self.refused, SpokeForm) else None
        )

    @cached_property
    def introducing(self) -> CaseForm | None:
        """For whoever has the case now: telling the customer that they stand in."""
        untold, mine = self.dossier.besides.untold, self.dossier.case.owner_id in {None, self.dossier.person.pk}
        if untold is None or isinstance(self.refused, IntroductionForm):
            return None
        return (
            IntroductionForm(self.dossier, row=untold["pk"])
            if mine or untold["person_id"] == self.dossier.person.pk
            else None
        )

    @cached_property
    def meanwhile(self) -> list[Any]:
        """What happened since the first of the things that are offered back passed to others, as the line has it."""
        back = self.dossier.besides.offered_back
        since = min((row["began_at"] for row in back), default=None)
        return [item for item in self.dossier.timeline.items if since and item.at >= since]

    @property
    def unopened(self) -> dict[str, Any] | None:
        """What they sent and nobody has opened, by when it should be."""
        return next((row for row in self.dossier.deadlines if row["kind"] == Kind.INBOUND), None)

    @cached_property
    def unreached(self) -> str:
        """Why our last words did not reach them; empty when they did, or may yet."""
        ours = [item for item in self.dossier.timeline.items if item.kind == "message" and item.row.author_id]
        if not ours or not ours[-1].row.failed:
            return ""
        because = (delivery["because"] for delivery in ours[-1].deliveries)
        return next((words for words in because if words), "It came back.")

    @cached_property
    def newest(self) -> int:
        """The last message a person of either side put on record."""
        return max((m.pk for m in self.dossier.all_messages if not m.automatic), default=0)

    @cached_property
    def stages(self) -> list[tuple[str, str, str]]:
        """Each stage with its label and whether it is done, now or ahead."""
        reached = list(Stage).index(Stage(self.dossier.case.stage))
        moods = ["done"] * reached + ["now"] + ["ahead"] * len(Stage)
        return [(str(value), str(label), mood) for (value, label), mood in zip(Stage.choices, moods, strict=False)]

    @cached_property
    def unknown(self) -> list[str]:
        """The specifics nobody has told us yet."""
        known = {fact.about for fact in self.dossier.facts}
        return [label for about, label in SPECIFICS.items() if about not in known]

    @property
    def owner_gone(self) -> bool:
        """Whether its owner is away, or no longer works here."""
        case = self.dossier.case
        return bool(case.owner and (getattr(case, "owner_away", False) or not case.owner.is_active))

    @property
    def chased(self) -> str:
        """How often they had to ask us where it is."""
        count: int = getattr(self.dossier.case, "chase_count", 0)
        return f"they had to ask us {counted(count, 'time')}"

    @cached_property
    def moving(self) -> MoveForm | None:
        """Another date for the promise somebody asked to move (`?move.7`), where its date can move."""
        named = next((name.partition(".")[2] for name in self.opened if name.startswith("move.")), "")
        able = (held.row.pk for held in self.dossier.ledger.open if not held.stuck and str(held.row.pk) == named)
        row = next(able, None)
        return MoveForm(self.dossier, row=row) if row and not isinstance(self.refused, MoveForm) else None

    @cached_property
    def changing(self) -> CaseForm | None:
        """The form about how a promise reaches them that somebody asked for (`?change.7`)."""
        names = {form.name: form for form in DELIVERING}
        for opened in self.opened:
            name, _, row = opened.partition(".")
            if name in names and row.isdecimal() and not isinstance(self.refused, names[name]):
                return names[name](self.dossier, row=row)
        return None

    @cached_property
    def may(self) -> dict[str, bool]:
        """What the person may do on this case beyond working on it."""
        deeds = {"overrule": "overrule", "restrict": "restrict", "waive_follow_up": "waive follow-up"}
        return {name: may(self.dossier.person, deed, self.dossier.case) for name, deed in deeds.items()}

    @property
    def abouts(self) -> dict[str, str]:
        """What facts are about, in words."""
        return dict(About.choices)


def dossier_of(request: DeskRequest, reference: str, *, before: str = "") -> Dossier:
    """The case, if it is there and this person may see it; 404 otherwise."""
    return Dossier(find(tidy(reference), request.user, at=request.at), request.user, request.at, before=before)


def show(request: DeskRequest, dossier: Dossier, refused: CaseForm | None = None) -> HttpResponse:
    """The page; 422 when it comes back with an act that was refused."""
    page = CasePage(dossier, refused, opened=frozenset(request.GET))
    context: dict[str, Any] = {"page": page, "dossier": dossier, "case": dossier.case}
    template = "case/earlier.html" if dossier.before else "case/case.html"
    if dossier.helping.untriaged and not dossier.before:
        template = "case/untriaged.html"
    if dossier.case.merged_into:
        template = "case/merged.html"
        context["may_see"] = may(request.user, "see", dossier.case.merged_into)
    return render_page(request, template, context, status=422 if refused and not refused.preview else 200)


@desk
def case(request: DeskRequest, reference: str) -> HttpResponse:
    """One case; with `before`, an earlier page of its line."""
    dossier = dossier_of(request, reference, before=request.GET.get("before", ""))
    if dossier.before and request.headers.get("HX-Request"):
        return render_page(request, "case/pieces/entries.html", {"timeline": dossier.timeline, "case": dossier.case})
    return show(request, dossier)
