"""Having listened: thanks and their own facts; nothing made small, nothing compared, nothing left unanswered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.checks.hearing.belittling_words import BELITTLED, told_otherwise
from amends.checks.hearing.figures import misread
from amends.checks.hearing.luckier_words import AMONG_THEM, LOTS, LUCK, NOT_SAID
from amends.checks.hearing.others_words import NAMED_FOR_CAUSE, OTHERS, WORSE_LUCK
from amends.checks.hearing.smaller_words import SMALLER
from amends.drafts.cue import Cue, late
from amends.drafts.finding import Mark
from amends.drafts.turns import Turn, Turns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from amends.drafts.context import Concern
    from amends.drafts.draft import Draft

_PATIENCE = r"(?:patience|understanding|cooperation|co-operation|forbearance|indulgence)"
IN_ADVANCE = Cue(
    r"\b(?:thank(?:s| you|ing you)|grateful|gratitude|appreciate[ds]?|appreciation"
    r"|obliged)\b[^.!?;\n]{0,60}?\b(?:in advance|beforehand|anticipated|in anticipation)\b"
    r"|\b(?:in advance|in anticipation),? (?:for|of) your\b|\b(?:with|many|my|our) (?:advance|anticipated|anticipatory) thanks\b"
    rf"|\b(?:thank(?:s| you) for|we (?:thank you for|appreciate)|I appreciate"
    rf"|grateful for) your (?:\w+ )?(?:\w+ and )?{_PATIENCE}"
    r" (?:while|whilst|as|until|during this) [^.!?\n]{0,60}|\bthank(?:s| you) for bearing with\b(?! (?:us"
    r"|me) (?:through|since|all|so|these|those|over|last|when|then|that|over)\b)"
    r"|\bgrateful (?:to you )?already\b|\balready grateful\b"
    r"|\b(?:thank(?:s| you|ing you)|grateful|appreciate)\b[^.!?;\n]{0,50}?\b(?:ahead of time|beforehand|up front|already now)\b"
    r"|\b(?:thank(?:s| you)|grateful|appreciate)\b[^.!?;\n]{0,40}?\b(?:patience|understanding|forbearance|kindness"
    r"|help|time|trust"
    r"|support|cooperation) (?:that |which )?(?:you(?:'ll| will| shall| are going to|'re going to| are about to| may have to"
    r"| might have to| will have to)|(?:will|may|is going to|this is going to) (?:be )?(?:need\w*|take|require\w*|call for))\b"
    r"[^.!?\n]{0,40}|\b(?:thank(?:s| you)|grateful|appreciate)\b[^.!?;\n]{0,20}?\b(?:being (?:so |very )?(?:patient|understanding"
    r"|flexible)|holding on|hanging on|sitting tight|hanging in|(?<!\bfor\s)waiting)(?: with us| there"
    r"| a little longer)? (?:while"
    r"|whilst|until|till) (?:we|I|he|she|they|the [\w-]+|our [\w-]+|it)\b(?! (?:was|were|had|did|could|\w+ed)\b)"
    r"[^.!?\n]{0,40}|\byour (?:patience|understanding|forbearance|cooperation) (?:until|till|meanwhile|in the meantime"
    r"|over the next)\b"
    r"[^.!?\n]{0,40}\b(?:appreciated|thank\w*|noted|grateful)|\byour (?:patience|understanding|forbearance"
    r"|cooperation) (?:will be|would be|is going to be|in the meantime"
    r"|over the (?:next|coming))\b[^.!?\n]{0,30}|\b(?:thank(?:s| you)|grateful|obliged)\b[^.!?;\n]{0,20}?\byour (?:future|continued"
    r"|continuing|further|expected|coming) (?:patience|understanding|forbearance|cooperation)\b",
    "in advance|anticipat|while|whilst| as |until|till|during|bearing|ahead of|beforehand|up front|already now|patience"
    "|understanding|forbearance|kindness|help|time|trust|support|cooperation",
)
THANKS = Cue(
    r"\b(?:thank(?:s| you| u)|many thanks|cheers|ta|thx|tnx|(?:baie )?dankie|shukran|diolch|slainte"
    r"|go raibh maith agat|dhanyavaad|e se|dalu|nagode"
    r"|asante|mahalo|merci|good on (?:you|ya)|fair play to (?:you|ya)|hats off to you|well done|nice one|bless you"
    r"|credit to you|full marks to you"
    r"|all (?:the )?credit)(?: so much| very much| again| once more| once again| as well| too| both"
    r"| a million| a lot| ever so much| indeed| mate| pal| sir| madam)?(?: for"
    r"| to you for| to you both for| that you| because you)\b|\b(?:grateful|thankful)(?: to you| that| for)\b|\b(?:I"
    r"|we)(?: do| really"
    r"| truly| very much)? appreciate (?:you|your|that you|the (?:time|trouble|care|detail))\b|\bappreciate all\b"
    r"|\byour (?:\w+ )?patience[^.!?\n]{0,60}\bthank you\b|\bI (?:do )?thank you\b(?!,? in advance)|\bvalue that you (?:told"
    r"|wrote|said|rang|came)\b|\b(?:in your debt"
    r"|obliged to you|(?:a )?words? of thanks"
    r"|a big thanks?|thanks? (?:also |too |again )?(?:are|is|go|goes) (?:due |owed )?to you)\b"
    r"|\b(?:thankful|grateful)(?= (?:you|to (?:you|your)|for)|[.,;!])|\bmany thanks,? (?:sir|ma|madam|mr|mrs|ms|dr"
    r"|chief|oga)\b|\b(?:how|so|very|most) (?:good|kind|decent|generous|thoughtful|brave|patient) of you\b"
    r"|\bI(?:'m| am) (?:so |very |really )?glad (?:that )?you did\b|\byour (?:[\w-]+ )?(?:note|letter|call|photos?"
    r"|message|warning|detail|account|word|report|frankness|notes|pictures)(?: [\w-]+){0,5}? (?:did|gave|spared|saved"
    r"|helped|was|were|has been|is)"
    r" (?:us|me|you|a|an|of|so|very|the)\b(?: [\w-]+){0,3}? ?(?:service|favour|favor|help|use|trouble|gift|useful"
    r"|helpful|start|lead)\b"
    r"|\bdetails? you (?:gave|sent|wrote)(?: [\w-]+){0,4} (?:was|were) (?:a |of |so |very )?(?:\w+ )?(?:help|use"
    r"|useful|helpful)\b|\byou(?:'ve| have)(?: been| shown)(?: more than| so| very| nothing but)? patien(?:t"
    r"|ce)\b(?=[^.!?\n]{0,60}\b(?:thank|grateful|notic|saint))"
    r"|\b(?:glad|good of you"
    r"|kind of you|right of you|decent of you|brave of you|helpful of you)(?: that)?(?: you| to) (?:told|tell|wrote"
    r"|write|rang|ring|called|call|said"
    r"|say|let|raised|raise|flag|warn|warned|mention|speak|spoke|point|take|took|set|came|come|report|send|share"
    r"|explain)\b|\byou (?:were|did) (?:right|good|well) to (?:tell|write|ring|call|speak|say|raise|flag|report|ask"
    r"|complain|come|warn|let)\b"
    r"|\b(?:my|our|with|sincere|warm|all my|heartfelt) thanks\b|\bowe you (?:\w+ )?thanks\b|\bmuch obliged\b|\bappreciate (?:how"
    r"|what you)\b|\b(?:good|kind|patient|generous|decent|gracious) of you to (?:wait|stay|bear|stick|keep|put up|give|be|take)\b"
    r"|\b(?:I|we)(?:'m| am|'re| are)? (?:very |truly |most |so )?(?:appreciated|noticed and appreciated)\b"
    r"|\byour (?:\w+ )?(?:patience|note|letter|call|message"
    r"|honesty|kindness|care|courtesy|help|grace|trust)(?: \w+){0,4} (?:(?:is|was|has been|have been|were"
    r"|are)(?: (?:very|much|truly|really|so|not unnoticed))*"
    r" appreciated|means? a (?:lot|great deal)|meant a (?:lot|great deal)|helped)\b|\byou(?:'ve| have)? (?:did"
    r"|done) (?:us|me) a (?:\w+ )?(?:favour|favor|kindness|service)\b"
    r"|\bthank you(?:,| very)? (?:sir|madam|both|mr|mrs|ms|dr)\b[^.!?\n]{0,30}(?:for|that)\b",
    "thank|grateful|appreciat|glad|of you|you were|you did|obliged|cheers|ta for|thx|tnx|dank|shukran|diolch|slainte"
    "|raibh|dhanyav|e se|dalu|nagode|asante"
    "|mahalo|merci|in your debt|glad|your |detail|value that|patien|good on|fair play|hats off|well done|nice one"
    "|bless you|credit|full marks|did us|did me|to your credit",
)
_BARE_THANKS = late(
    r"\b(?:thank you|thanks)(?:[.!]|, (?:and|so|both|sir|madam|which|that|it|they)\b|;| - )", re.IGNORECASE
)
_GENERIC = Cue(
    r"\b(?:an? |the |your |any )(?:recent |unpleasant |unfortunate |negative |bad |poor ){0,4}(?:issues?|experience"
    r"|problems?|concerns?|matter|situation|incident|inconvenience|feedback|complaint|query|enquiry)(?: (?:with|regarding"
    r"|about|concerning) (?:our|the|your) (?:recent )?(?:service|product|order|experience|purchase|stay|visit))?",
    "issue|experience|problem|concern|matter|situation|incident|inconvenience|feedback|complaint|query|enquiry",
)
_CONCRETE = late(
    r"\d|[£$€]|\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|january|february|march|april|june"
    r"|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
MINIMISING = Turns(
    Turn(
        r"\b(?:it|this|that)(?:'s| is| was|'s just| seems| looks)(?: really| just| only| merely| simply| quite"
        r"| after all){0,4}(?: (?:just|only|merely|simply|nothing more than)) (?:a|an|one|some|the|about|\d+)\b(?! (?:one"
        r"|of)\b)[^.!?\n]{0,50}|\b(?:only|just|merely) a (?:\w+ )?(?:small|little|minor|tiny|slight|cosmetic|temporary"
        r"|matter of)\b|\byou only (?:had to )?(?:wait(?:ed)?|lost|missed|paid|went without)\b[^.!?\n]{0,40}|\b(?:was|were|is"
        r"|only|just|merely) (?:only|just|merely) (?:about )?(?:\d+|a few|a couple of|one|two|three|four|five|ten|twenty"
        r"|thirty) (?:minutes?|hours?|days?|pounds?|pence)\b|\b(?:slight|minor|small|tiny|little|trivial) (?:\w+ )?(?:hiccup"
        r"|glitch|delay|inconvenience|mix-?up|oversight|issue|error|mistake|slip|blip|bump|snag|hold-?up|setback"
        r"|misunderstanding)\b|\b(?:barely|hardly|scarcely) (?:visible|noticeable|notice|noticed|noticeably|see|worth"
        r"|anything|a)\b|\b(?:calm down|keep calm|stay calm|(?:please|try to|need to|should|must) (?:just )?relax|chill out"
        r"|take it easy(?! on)|don't panic|don't overreact|be reasonable)\b|\b(?:these|such|those) things (?:do |will "
        r"|can )?happen\b|\b(?:it|things|mistakes|accidents|delays|this) (?:just )?happens?(?: to (?:everyone|all of us"
        r"|anyone|the best)| all the time| now and then| from time to time)?(?=[.,!;]|$| in (?:a|an|any))"
        r"|\bgo missing (?:now and then|from time to time|sometimes)|\bnow and then\b(?=[.!])|\b(?:not|isn't|hardly"
        r"|no)(?: really| such| exactly)? (?:a |the )?(?:big deal|big thing|end of the world|great harm|real harm|harm done"
        r"|huge issue|major issue|so bad|that bad|serious|tragedy|drama)\b|\b(?:not|isn't|wasn't)(?: really"
        r"| such)? an? (?:big|huge|major|serious|real|great) (?:problem|issue|concern|matter|delay|difference)\b"
        r"|\boverreact\w*|\bblow(?:n|ing)? (?:\w+ ){0,2}?out of (?:all )?proportion\b|\bmaking (?:a fuss|a mountain|too much)"
        r"|\bnothing to (?:worry|be (?:upset|worried|concerned)|get (?:upset|worked up))|\bnothing to get upset\b"
        r"|\bno (?:real )?(?:cause|reason|need) (?:for|to be|to get|to feel)(?: so| too| this| that)? (?:alarm|concern(?:ed)?"
        r"|upset|angry|worried|worked up)\b|\b(?:most|other|many) (?:people|customers|guests|users) (?:would )?(?:hardly"
        r"|barely|don't|do not|never|wouldn't) (?:even )?(?:notice|mind|care)\b|\b(?:it|this|that)(?:'s| is| was) (?:only"
        r"|just|merely) (?:hair|money|food|paint|paper|words|weather|dust|water|noise|cosmetic|temporary|human|natural"
        r"|procedure|standard|how)\b|\bget over it\b|\b(?:not|hardly|scarcely) worth (?:getting|being|making|complaining"
        r"|the fuss)\b[^.!?\n]{0,30}|\b(?:try|please try) (?:not to worry|to see the (?:funny|bright))\b[^.!?\n]{0,20}"
        r"|\b(?:a )?(?:storm in a teacup|drop in the ocean|fuss about nothing|petty|trivial matter|mere (?:formality|detail"
        r"|technicality|inconvenience))\b|\bdon't (?:be|get) (?:so |too )?(?:upset|angry|dramatic|silly|emotional"
        r"|worked up)\b|\bno harm done\b|\b(?:it|that) (?:could|can)(?:n't| not) have been (?:that|so) bad\b",
        "worth try storm ocean petty trivial mere don't fuss just only merely simply nothing slight minor small tiny little"
        " barely hardly scarcely calm relax chill easy panic overreact overreacting overreacted overreaction reasonable"
        " happen happens missing now big end harm proportion mountain much upset angry worried concern concerned alarm worked"
        " notice mind care over serious bad tragedy drama issue problem matter delay difference funny bright teacup formality"
        " detail technicality inconvenience",
    ),
)
_NOT_SMALL = late(
    r"\b(?:not|isn't|wasn't|never|no|than|nothing|far from|aren't|won't|if|when|whenever|how|why|before|let|(?:don't"
    r"|do not) (?:have|need|expect)|you told|we are"
    r"|we're|didn't|doesn't|don't think)(?: \w+){0,2}\s*$",
    re.IGNORECASE,
)
_ASKED = late(r"(?<!shall we)(?<!, eh)(?<!, no)(?<!right)(?<!okay)\?\Z")
COMPARING = Cue(
    r"\b(?:other|others|many|most|some|plenty of|lots of|thousands of|hundreds of|several)(?: (?:of our|our"
    r"|other))?(?: (?:customers?|passengers?|guests?|people|travellers?|travelers?|patients?|tenants?|families|households"
    r"|members|users|clients|shoppers|callers|neighbours|owners|students|parents|residents))? (?:have |had |are |were "
    r"|get |got |wait|waited|went|face|faced|suffer|would |in |on |also |still |at )[^.!?\n]{0,40}?(?:longer|worse"
    r"|far more|much more|more than you|less|nothing at all|no \w+ at all|would love|same (?:problem|issue|thing|boat))\b"
    r"|\bat least (?:nobody|no one|no-one|none|nothing|you|your|it|the|this|we|they|he|she|there|everyone"
    r"|everybody)\b(?! can be| should)|\b(?:could|might) (?:have been |be )(?:a lot |much |far |so much )?worse\b"
    r"|\b(?:things|it) could be worse\b|\bcount yourself (?:lucky|fortunate)|\byou(?:'re| are| were)(?: actually| really"
    r"| quite| rather)? (?:lucky|fortunate)(?! to have (?:you|kept|such))|\b(?:you(?:'re| are)|your \w+ (?:is|was)) (?:not"
    r"|hardly|by no means) the only (?:one|person|customer|passenger|guest)|\b(?:everyone|everybody|we(?:'re"
    r"| are) all) (?:else )?(?:is |was )?in the same boat\b|\bworse off than\b|\bnot (?:as|so) bad as (?:other|some|what)",
    "other|many|most|some|plenty|thousands|hundreds|several|at least|worse|lucky|fortunate|the only|same boat|as bad|so bad",
)
_STOP = frozenset(
    """
    a an the is are was were be been do does did to of in on at for from by with and or not no it its this that my
    your our we you i me us they them he she his her why how what when where which who if can could would will should
    have has had there their about as so but any all being am get got want wants
    """.split()  # noqa: SIM905 - read better as a text
)
_GENERAL = frozenset(
    """
    order parcel refund item delivery money account service customer product case issue problem thing time day today
    """.split()  # noqa: SIM905 - read better as a text
)
_TOKEN = late(r"[^\W_]+(?:'[a-z]+)?")
_NUMBER = late(r"\d[\d.,/-]*")
_ASIDE = late(
    r"^\W*(?:you (?:also )?(?:asked|wrote|said|mentioned|wanted)|as (?:for|to)|about|regarding|on|concerning|thank|thanks"
    r"|sorry|I'm sorry|I am sorry|we're sorry|we are sorry)\b",
    re.IGNORECASE,
)


def thanked(draft: Draft) -> bool:
    """Whether they are thanked for something they did: not ahead, and not by a closing formula alone."""
    ahead = [found.span() for found in _in_advance(draft)]
    if any(not any(start <= found.start() < end for start, end in ahead) for found in THANKS.all(draft)):
        return True
    return any(
        re.search(
            r"\byou(?:r|'ve| have| were| waited| kept| took| sent| told| wrote| gave| did)?\b",
            draft.before(found.start()),
            re.IGNORECASE,
        )
        for found in _BARE_THANKS.finditer(draft.said)
        if draft.said[found.start() - 1 : found.start()] != "\n"
    )


#: "While I went through it": that is over.
_BORNE_ALREADY = late(
    r"\b(?:paying|paid|payment|booking|booked|ordering) (?:\w+ )?in advance\b|\bwh(?:ile|ilst) (?:I|we|it|this|he|she) (?:was"
    r"|were|went|looked|checked|worked|sorted|dug|read|found|got|waited|made"
    r"|spoke|\w+ed)\b",
    re.IGNORECASE,
)


def _in_advance(draft: Draft) -> list[re.Match[str]]:
    """Thanks for what is still to come; in a follow-up they have borne with us already."""
    after = draft.context.stage == "follow_up"
    return [
        one
        for one in IN_ADVANCE.all(draft)
        if not (after and one[0].lower().endswith("bearing with")) and not _BORNE_ALREADY.search(one[0])
    ]


def thanks(draft: Draft) -> Iterator[Mark]:
    """C03: thanks ahead at every stage; missing thanks in a first reply."""
    ahead = _in_advance(draft)
    why = "Thanks for patience that nobody has been asked for yet."
    yield from (Mark(*found.span(), why) for found in ahead)
    if not ahead and draft.context.stage == "first_reply" and not (thanked(draft) or draft.worded("G2")):
        yield Mark(draft.missing, draft.missing, "Nowhere are they thanked for telling us.")


def read_back(draft: Draft) -> Iterator[Mark]:
    """C04: a first reply names their facts, and names them right."""
    if draft.context.stage != "first_reply":
        return
    named = draft.context.specifics
    wrong = next((found for one in named if (found := misread(draft, one))), None)
    if wrong:
        start, end, right = wrong
        yield Mark(start, end, f"They told us {right}.", right)
        return
    if named:
        met = [one for one in named if names(draft, one)]
        if not met or (len(named) > 3 and len(met) < 2):  # noqa: PLR2004 - of four facts one is not enough
            yield Mark(
                draft.missing, draft.missing, "Their own facts are not read back.", f"Name them: {', '.join(named)}."
            )
        return
    vague = _GENERIC.first(draft)
    if vague and not _CONCRETE.search(" ".join(sentence.words for sentence in draft.body)):
        yield Mark(vague.start(), vague.end(), "This could be said of any complaint: nothing of theirs is read back.")


def names(draft: Draft, fact: str) -> bool:
    """Whether a fact stands in the draft: its numbers as they are, or most of its words."""
    low = draft.low
    if fact.lower() in low:
        return True
    numbers = [number.strip(".,") for number in _NUMBER.findall(fact)]
    said = {number.strip(".,") for number in _NUMBER.findall(low)}
    if any(len(number) > 2 for number in numbers):  # noqa: PLR2004 - an order is known by its number
        return any(number in said for number in numbers if len(number) > 2)  # noqa: PLR2004
    words = [word for word in _TOKEN.findall(fact.lower()) if word not in _STOP]
    spoken = set(_TOKEN.findall(low))
    stems = {stem(word) for word in spoken}
    met = sum(word in spoken or stem(word) in stems for word in words)
    return bool(words) and met >= max(1, round(len(words) * 0.6))


def minimising(draft: Draft) -> Iterator[Mark]:
    """C08."""

    def harmless(found: re.Match[str]) -> bool:
        before = draft.said[max(0, found.start() - 30) : found.start()]
        return (
            (bool(_NOT_SMALL.search(before)) and not found[0].lower().startswith("blow"))
            or bool(_ASKED.search(draft.sentence(found.start())))
            or bool(re.match(r"(?:it|this|that|there)(?:'s| is) (?:just|only) (?:one|the)", found[0], re.IGNORECASE))
        )

    yield from _once(
        mark
        for cue in (MINIMISING, *(() if "safety" in draft.context.flags else (SMALLER,)))
        for mark in cue.marks(draft, "It makes small what was not small to them.", unless=harmless)
    )
    yield from BELITTLED.marks(
        draft, "It makes small what was not small to them.", unless=lambda found: told_otherwise(draft, found)
    )


#: What befell them, beside somebody of theirs.
_THEIR_LOSS = late(r"\byou(?:'d| had)? (?:lost|spent|missed|had to|paid|stood|sat|waited|were left)\b", re.IGNORECASE)
#: It is held against theirs.
_MEASURED = late(
    r"\b(?:more|worse|longer|less|than|too|also|even|only|at least|just|others?|but|lucky|luckily|everybody|everyone)\b",
    re.IGNORECASE,
)


def comparing(draft: Draft) -> Iterator[Mark]:
    """C50."""

    def with_cause(found: re.Match[str]) -> bool:
        sentence = draft.sentence(found.start())
        return (
            bool(NAMED_FOR_CAUSE.search(sentence))
            or sentence.endswith("?")
            or (bool(_THEIR_LOSS.search(sentence)) and not _MEASURED.search(sentence))
        )

    def fair(found: re.Match[str]) -> bool:
        return with_cause(found) or bool(AMONG_THEM.search(ahead(draft, found)))

    def denied(found: re.Match[str]) -> bool:
        return bool(NOT_SAID.search(ahead(draft, found)))

    why, instead = "Others' worse luck comforts nobody.", "Leave this out; name what happened to them."
    yield from _once(
        mark
        for cue, spared in (
            (COMPARING, denied),
            (OTHERS, with_cause),
            (WORSE_LUCK, with_cause),
            (LOTS, fair),
            (LUCK, denied),
        )
        for mark in cue.marks(draft, why, instead, unless=spared)
    )


def ahead(draft: Draft, found: re.Match[str]) -> str:
    """What stands in the sentence before the place."""
    return draft.said[draft.sentences[draft.index(found.start())].start : found.start()]


def _once(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Of marks that overlap the first: several cues may know one place."""
    given: list[Mark] = []
    for mark in marks:
        if not any(mark.start < one.end and one.start < mark.end for one in given):
            given.append(mark)
            yield mark


def unanswered(draft: Draft) -> Iterator[Mark]:
    """C36: each concern is met by a sentence that says something about it; implied ones warn."""
    if draft.context.stage in {"handoff", "gift_note", "public_reply", "notice", "win_back"}:
        return
    for concern in draft.context.concerns:
        if not _met(draft, concern):
            level = "block" if concern.kind == "stated" else "warn"
            yield Mark(draft.missing, draft.missing, f"Not answered: {concern.text}", level=level)  # type: ignore[arg-type]


def _met(draft: Draft, concern: Concern) -> bool:
    keywords = [word.lower() for word in concern.keywords]
    own = [word for word in _TOKEN.findall(concern.text.lower()) if word not in _STOP and word not in _GENERAL]
    body = draft.body
    for place, sentence in enumerate(body):
        low = sentence.words.lower()
        stems = {stem(word) for word in _TOKEN.findall(low)}
        if not (any(_has(low, stems, word) for word in keywords) or _paraphrased(stems, own)):
            continue
        if not _ASIDE.match(sentence.words) or ": " in sentence.words or place + 1 < len(body) or len(low) > 90:  # noqa: PLR2004 - more than a mention
            return True
    return False


def _has(low: str, stems: set[str], keyword: str) -> bool:
    return keyword in low if " " in keyword or not keyword.isalpha() else stem(keyword) in stems


def _paraphrased(stems: set[str], own: Iterable[str]) -> bool:
    words = {stem(word) for word in own}
    met = len(words & stems)
    return met >= 2 or (met == 1 and len(words) == 1)  # noqa: PLR2004 - two words of their own


def stem(word: str) -> str:
    """The beginning of a word, enough to know it again in another form."""
    bare = word.lower().removesuffix("'s")
    for ending in (
        "ations",
        "ation",
        "ments",
        "ment",
        "ingly",
        "edly",
        "ness",
        "ings",
        "ing",
        "ied",
        "ies",
        "ers",
        "ely",
        "ed",
        "es",
        "ly",
        "er",
        "en",
        "s",
        "e",
        "y",
    ):
        if bare.endswith(ending) and len(bare) - len(ending) >= 3:  # noqa: PLR2004 - the least that tells words apart
            return bare[: len(bare) - len(ending)]
    return bare
