"""How it sounds: short, plain, human and quiet; no stock phrases, no cheer or pressure where it hurts, nobody misnamed."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from amends.checks.apology.regret import REGRET
from amends.checks.manner.chummy_words import familiar
from amends.checks.manner.initials import BETTER, WHY, explained
from amends.checks.manner.jargon_words import of_the_trade
from amends.checks.manner.leaving_words import GUILT as MORE_GUILT
from amends.checks.manner.leaving_words import respected
from amends.checks.manner.pressing_words import PLEADING, PRESSING
from amends.checks.manner.trait_words import TRAIT as MORE_TRAITS
from amends.checks.manner.trait_words import told
from amends.checks.phrases.guessing_words import GUESSED
from amends.drafts.cue import Cue, late
from amends.drafts.finding import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft

_CAPITALS = late(r"(?<![\w-])[A-Z][A-Z']+(?:[ ,.!:-]{1,3}(?:[A-Z][A-Z']+|I|A)(?![\w-]))+")
_EVERYDAY = frozenset(
    """
    THE A AN YOU YOUR WE OUR NOT NO DO IS ARE HAS HAVE BEEN WAS WERE WILL MUST PLEASE TO FOR OF IN ON AND OR BUT THIS
    THAT IT ALL NEVER ALWAYS CANNOT CAN REPLY READ STOP NOW DENIED REFUSED FINAL IMMEDIATELY URGENT IMPORTANT
    CAREFULLY ONLY AGAIN NEED BE SO VERY SORRY WITH WITHOUT BY FROM MY ME I US AT AS IF
    """.split()  # noqa: SIM905 - read better as a text
)
_ONE_WORD = late(
    r"(?<![\w-])(?:NOT|NEVER|MUST|ALWAYS|IMMEDIATELY|CANNOT|VERY|REALLY|URGENT|STOP|DENIED|REFUSED)(?![\w-])"
)
_ROWS = late(r"!{2,}|\?!|!\?|\?{2,}")
_EMOJI = late(
    "[\U0001f300-\U0001f5ff\U0001f600-\U0001f64f\U0001f680-\U0001f6ff\U0001f900-\U0001faff\u2600-\u2604\u2607-\u2610\u2614-\u2619\u261d\u2620-\u2627\u2639-\u263b\u2665\u2764\u2728\u270a-\u270d\u2b50\U0001f1e6-\U0001f1ff]"
    r"|(?<![\w:/])[:;=]'?-?[)(DPp](?![\w/])|(?<!\w)<3(?!\d)"
)
_FACE = late(r"[:;=<][-'3)(DPp]")
_NO_REPLY = Cue(
    r"\b(?:do not|don't|please do not|cannot|can't) reply (?:directly )?(?:to this|here|by)|\b(?:this|the) (?:mailbox"
    r"|inbox|address|account|e-?mail|message|number)(?: \w+){0,2} (?:is|are) (?:not|un-?)(?: ?be)?(?:ing)? ?(?:monitored"
    r"|read|attended|manned|checked)|\b(?:this|the) (?:mailbox|inbox|address|account|e-?mail|number)(?: \w+){0,2} (?:is|are)n't"
    r" (?:monitored|read|attended|checked|manned)\b|\b(?:this|the) (?:address|mailbox|inbox|number"
    r"|account)(?: \w+)? (?:does not|doesn't|cannot"
    r"|can't) (?:accept|take|receive) (?:replies|calls|answers|e-?mails?)"
    r"|(?<!from a )(?<!from our )(?<!from the )\bno-?reply\b(?! (?:message|e-?mail|note|text"
    r"|letter|answer|notice)s? (?:you|that|which"
    r"|was|were|went|came|had|on))|\bnot (?:reply|answer|respond) to this\b|\bnot answer this (?:e-?mail|message)\b"
    r"|\bun(?:monitored|attended) (?:mailbox|inbox"
    r"|address)|\b(?:do not|don't) reply\b(?= ?[.,;!]|$)",
    "reply|replies|answers|calls|mail|monitored|read|attended|manned|checked",
)
_FACELESS = Cue(
    r"\b(?:the|our) (?:relevant |appropriate |concerned |whole )?(?:team|department|management|office|division"
    r"|unit)(?: (?:has|have|is|are|will|was|were))(?: \w+){0,2}? (?:been )?(?:made aware|informed|notified|advised|told"
    r"|alerted|apprised)\b|\bwe at (?:the )?(?-i:[A-Z]\w+(?: [A-Z]\w+){0,4})|\b(?-i:Customer|Client"
    r"|Guest) (?-i:Operations|Services?|Care|Relations|Support|Experience)(?: Team| Department)? (?:has|have|will|value"
    r"|appreciate|is|are)\b",
    "made aware|informed|notified|advised|told|alerted|apprised|we at|operations|service|care|relations|support|experience",
)
_I = late(r"\b(?:I|I'm|I've|I'll|I'd|me|my|mine|myself)\b")
_WE = late(r"\b(?:we|we're|we've|we'll|we'd|us|our|ours|ourselves)\b", re.IGNORECASE)
GUILT = Cue(
    r"\bafter (?:all|everything)(?: (?:that )?(?:we|I)(?:'ve| have| did| had)?(?: \w+)? ?(?:done|did|gave|given|put"
    r"|do)?)(?: for you)?\b[^.!?\n]{0,50}|\byou(?:'ll| will| won't| would)(?: not)?(?: never)? (?:find|get)(?: a| an"
    r"| any\w*)?(?: \w+){0,2}? (?:better|cheaper|like (?:us|this|ours?)|as good)(?: \w+){0,2}? ?(?:anywhere|elsewhere"
    r"|somewhere)?(?: else)?\b|\b(?:anywhere|anyone|nobody|no one) else (?:will|would|can|could) (?:not )?(?:give|offer"
    r"|treat|match|look after)\b|\b(?:it )?(?:would|will) be (?:such )?a (?:real |great |huge |terrible )?(?:shame|pity"
    r"|mistake|waste|loss)\b[^.!?\n]{0,40}\b(?:leave|go|cancel|lose you|throw (?:it|this|that|all|away (?:so|all|what|our"
    r"|your))|give up|close|walk away|switch)\w*"
    r"|\b(?:leaving|going|cancelling|canceling|switching)(?: us| now)? would be (?:a|an|such a|very) (?:\w+ )?(?:shame"
    r"|pity|mistake|waste|ungrateful|unfair)\b|\byou(?:'ll| will| may| might) (?:regret|come crawling|be sorry|be back"
    r"|miss us)\b|\b(?:good luck|best of luck) (?:finding|with (?:finding|them|that|another))\b[^.!?\n]{0,50}"
    r"|\bgrass (?:is|isn't)(?: not| always)? (?:always )?greener\b|\b(?:we|I)(?:'d| would)? (?:thought"
    r"|expected) (?:you were|more|better|you would be)(?: \w+){0,2}? ?(?:loyal|loyalty|grateful|gratitude|from you)\b"
    r"|\bhow (?:could|can) you (?:leave|do this|go)\b|\b(?:so )?(?:ungrateful|disloyal)\b|\b(?:is"
    r"|was) (?:really )?(?:hurtful|a slap in the face|very disappointing) (?:to us|that you|for us)|\bafter (?:so many"
    r"|all these|\d+) years (?:with us |together )?[^.!?\n]{0,30}\b(?:throw|walk|leave|turn your back)\w*",
    "after |find|get |anywhere|anyone|nobody|no one|shame|pity|mistake|waste|loss|leaving|going|cancel|switching|regret"
    "|crawling|be sorry|be back|miss us|luck|greener|thought|expected|how could|how can|ungrateful|disloyal|hurtful|slap"
    "|disappointing",
)
TRAIT = Cue(
    r"\b(?:because|in view|on account|considering|given|due to|owing to)(?: of)? (?:your|his|her) (?:advanced |great "
    r"|old |young )?(?:age|disability|disabilities|condition|illness|gender|sex|race|religion|nationality|ethnicity"
    r"|background|pregnancy|sexuality|impairment|mental (?:health|state)|accent|origin|poor english|level of english"
    r"|english|sight|hearing|faith|culture|handicap)\b|\b(?:at|for someone (?:of|at)|someone|someone in|somebody in"
    r"|people in|people|persons?|anyone in|anyone|a (?:person|lady|gentleman|man|woman)) (?:of )?(?:your|his|her) (?:age"
    r"|time of life|generation|background|condition|kind|years)\b|\b(?:since|as|because|seeing (?:that|as)|given that"
    r"|knowing that) (?:you(?:'re| are)|he is|she is|he's|she's) (?:an? |so |very |quite |rather |clearly |obviously "
    r"|evidently ){0,4}(?:disabled|elderly|old|older|blind|deaf|pregnant|pensioner|foreign\w*|vulnerable|senior|autistic"
    r"|immigrant|muslim|christian|jewish|hindu|sikh|black|white|asian|african|gay|lesbian|trans\w*|woman|man|lady|female"
    r"|male|single (?:mother|parent|mum)|widow\w*|mentally|handicapped|wheelchair|retired|unemployed|poor|confused|frail"
    r"|housebound|hard of hearing|not (?:a native|very|used to|tech)\w*)\b|\bas an? (?:elderly|older|old|disabled|blind"
    r"|deaf|vulnerable|senior|pregnant|foreign|retired|female|male|black|asian|muslim|jewish|single|handicapped|immigrant"
    r"|autistic|non-native)(?: \w+)? (?:customer|person|lady|gentleman|man|woman|guest|patient|passenger|parent|mother"
    r"|mum|citizen|user|client|resident|tenant|traveller|speaker)\b|\bas an? (?:woman|man|lady|mother|father|mum"
    r"|young (?:woman|man|person)|older (?:woman|man))(?: \w+){0,3},? you\b|\bas an? (?:pensioner|senior citizen"
    r"|wheelchair user|foreigner|immigrant|widow|widower|single (?:mother|parent|mum|father))\b|\b(?:perhaps|maybe|could"
    r"|can|is there|ask) (?:a|your|some|an?y?) (?:relative|younger \w+|daughter|son|grandchild\w*|grandson|granddaughter"
    r"|carer|family member|husband|wife|friend)(?: \w+){0,2} (?:could|can|might|may|help|do|to help)\b"
    r"|\bpeople like you\b|\byour (?:sort|kind|type) of (?:people|person|customer)\b|\b(?:older|elderly|disabled"
    r"|foreign) (?:people|customers|persons|guests|users|ladies|passengers)(?: often| usually| sometimes| tend to"
    r"| may)? (?:struggle|find|have trouble|get confused|forget|cannot|can't|need|prefer)\b",
    "age|disab|condition|illness|gender|sex|race|religion|national|ethnic|background|pregnan|impair|mental|accent|origin"
    "|english|sight|hearing|faith|culture|handicap|time of life|generation|kind|years|elderly|old|blind|deaf|pension"
    "|foreign|vulnerable|senior|autis|immigrant|muslim|christian|jewish|hindu|sikh|black|white|asian|african|gay|lesbian"
    "|trans|woman|man|lady|female|male|single|widow|wheelchair|retired|unemploy|poor|confused|frail|housebound|not "
    "|relative|younger|daughter|son|grand|carer|family|husband|wife|friend|people like|sort of|type of",
)
_LIMITED = {True: "upset", False: "others"}
_MANY_WE = 3
#: Two words in capitals may be a name, and two letters tell no name; three do.
_PAIR = 2


_PLACEHOLDER = late(
    r"\{\{[^{}\n]{0,60}\}\}|\{%?[A-Za-z_][\w .%-]{0,40}\}|\$\{\w+\}|%(?:[A-Z][A-Z_]{2,30}|[a-z]+_[a-z_]+)%?"
    r"|<<[^<>\n]{1,40}>>|<(?:[A-Z][A-Z _-]{2,30}|(?:first|last|customer|full)[ _]?name|name|date|product"
    r"|order[ _]?(?:number|no)|insert[^<>\n]{0,40})>|\[(?!(?:sic|sic!|…|\.\.\.|\d+|x|X| )\])(?:[A-Z][A-Z _/-]{1,40}"
    r"|(?i:insert|your|customer|parent|guardian|guest|client|patient|member|first|last|agent|company|product|order|name|date"
    r"|amount|link|number|enter|add|xx|title"
    r"|surname|salutation)[^\[\]\n]{0,40}|[a-z]+[_ ](?:name|number|date|here|product|amount))\]|\b(?:lorem ipsum|XX+X"
    r"|TODO|TBC|(?i:insert) (?:\w+ ){0,2}(?i:name|address|date|amount|number)(?i: here)?\b|INSERT (?:NAME|DATE|HERE)"
    r"|FIRSTNAME|LASTNAME|CUSTOMER_?NAME|FNAME)\b"
)
_TITLES = late(r"^(?:(?P<title>mr|mrs|ms|miss|mx|dr|sir|madam|prof(?:essor)?)\.?\s+)?(?P<rest>.*)$", re.IGNORECASE)
_NOBODY = frozenset(
    """
    customer client guest sir madam all both there everyone team valued friend again sir/madam neighbour member
    passenger patient resident tenant reader folks you or and to whom it may concern
    """.split()  # noqa: SIM905 - read better as a text
)
_WOMEN = frozenset(
    """
    sarah anna maria emma olivia sophie laura susan mary linda karen lisa nancy betty helen sandra donna carol ruth
    sharon michelle kimberly amanda melissa deborah stephanie rebecca cynthia kathleen amy angela shirley brenda
    pamela nicole samantha katherine christine rachel janet catherine heather diane julie joyce victoria kelly
    christina joan evelyn lauren judith megan alice julia grace amber denise danielle hannah jane fatima aisha priya
    lucy chloe charlotte eleanor ingrid
    """.split()  # noqa: SIM905 - read better as a text
)
_MEN = frozenset(
    """
    james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark
    donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary
    nicholas eric jonathan stephen larry justin scott brandon benjamin gregory frank alexander raymond patrick jack
    dennis jerry tom peter simon martin oliver harry mohammed ahmed carlos luis marek tomasz
    """.split()  # noqa: SIM905 - read better as a text
)
_SHORT = dict(
    pair.split()
    for pair in """
    dave david, bob robert, rob robert, bill william, will william, liz elizabeth, beth elizabeth, tom thomas, jim
    james, mike michael, kate katherine, cathy catherine, dick richard, tony anthony, steve stephen, jo joanna, joe
    joseph, meg margaret, peggy margaret, chris christopher, alex alexander, sam samuel, nick nicholas, ben benjamin,
    andy andrew, ed edward, ted edward, sue susan, ali alison, dan daniel, matt matthew, pat patricia, becky rebecca,
    jen jennifer, jenny jennifer
    """.replace("\n", " ").split(",")
)


def too_long(draft: Draft) -> Iterator[Mark]:
    """C20: more words than the house allows, fewer to an upset customer."""
    most = draft.house.limits[_LIMITED[draft.context.upset]]
    if draft.words > most:
        over = draft.body[-1]
        counted = 0
        for sentence in draft.body:
            counted += len(sentence.words.split())
            if counted > most:
                over = sentence
                break
        yield Mark(over.start, draft.body[-1].end, f"{draft.words} words; {most} are enough here.")


def jargon(draft: Draft) -> Iterator[Mark]:
    """C21."""
    yield from draft.house.cue("jargon").marks(draft, WHY, BETTER, unless=partial(explained, draft))
    yield from of_the_trade(draft)


def stiff(draft: Draft) -> Iterator[Mark]:
    """C22."""
    yield from draft.house.cue("stiff").marks(draft, "Nobody talks like this.", "Write it as you would say it.")


def stock_phrases(draft: Draft) -> Iterator[Mark]:
    """C23: phrases on the house's list; "as per our policy" beside a real alternative warns."""
    from amends.checks.remedy.redress import _POLICY, bare_refusal  # noqa: PLC0415 - only for this one phrase

    for mark in draft.house.cue("banned").marks(
        draft, "A stock phrase that people have heard too often.", "Leave it out, or say it with a fact of this case."
    ):
        words = draft.said[mark.start : mark.end]
        mild = _POLICY.match(words) and not any(bare_refusal(draft))
        yield Mark(mark.start, mark.end, mark.why, mark.suggestion, "warn" if mild else None)


def chummy(draft: Draft) -> Iterator[Mark]:
    """C24: familiar words where it is grave, somebody is hurt or bereaved, or the customer is new."""
    context = draft.context
    grave = (
        context.severity in {"serious", "critical"}
        or context.flags & {"safety", "bereavement"}
        or context.relationship == "new"
    )
    if grave:
        yield from familiar(draft)


#: A title may stand in capitals.
_OF_A_TITLE = late(
    r"\b(?:book|novel|film|album|song|title|show|play|game|magazine|called|named|entitled),?\s+$", re.IGNORECASE
)


def shouting(draft: Draft) -> Iterator[Mark]:
    """C25: words in capitals that are no names, rows of marks, emoji."""
    said = draft.said
    for found in _CAPITALS.finditer(said):
        words = re.findall(r"[A-Z][A-Z']+|\b[IA]\b", found[0])
        if (
            sum(word in _EVERYDAY for word in words) >= 1
            and len(words) > 1
            and (len(words) > _PAIR or words[0] in _EVERYDAY)
            and not _OF_A_TITLE.search(said, max(0, found.start() - 20), found.start())
        ):
            yield Mark(found.start(), found.end(), "Capitals shout.", found[0].capitalize())
    if not any(_CAPITALS.finditer(said)):
        for found in _ONE_WORD.finditer(said):
            if found[0] in {"VERY", "REALLY"} and "thank" in draft.sentence(found.start()).lower():
                continue  # warm thanks
            yield Mark(found.start(), found.end(), "Capitals shout.", found[0].lower())
    if draft.context.stage == "public_reply" and not (draft.context.upset or REGRET.first(draft)):
        return  # chat in public with somebody who complains of nothing
    for found in (*_ROWS.finditer(said), *(_EMOJI.finditer(said) if not said.isascii() or _FACE.search(said) else ())):
        yield Mark(found.start(), found.end(), "Rows of marks and emoji jar with somebody who was let down.", "")


#: What signs where nobody does.
_A_DESK = late(
    r"\b(?:customers?|clients?|guests?|members?|passengers?|support|care|services?|relations|team|department|dept|unit|desk|appeals"
    r"|complaints|operations|enquiries|accounts|office|helpdesk|administration|management)\W*$",
    re.IGNORECASE,
)


def _a_person(signed: str) -> bool:
    """Whether a signature names somebody: "Support Desk" does not, "Astrid Holm, Cabin Care" does."""
    return bool(signed) and not _A_DESK.search(signed.partition(",")[0])


def nobody_speaks(draft: Draft) -> Iterator[Mark]:
    """C34: no name and no "I"; "we" throughout beside a name is a hint."""
    faceless = [
        *_NO_REPLY.marks(draft, "They cannot answer the person who writes."),
        *_FACELESS.marks(draft, "No human speaks here."),
    ]
    if faceless:
        yield from faceless
        return
    sender = draft.context.sender
    named = bool(sender) and any(
        re.search(rf"\b{re.escape(part)}\b", draft.text, re.IGNORECASE) for part in sender.split() if len(part) > 1
    )
    if _I.search(draft.said):
        return
    if (
        not named
        and not _a_person(draft.signed)
        and (sender or draft.context.stage or draft.signed)
        and draft.context.stage not in {"gift_note", "public_reply"}
    ):
        if sender or draft.context.stage or draft.signed or _WE.search(draft.said):
            yield Mark(
                draft.missing,
                draft.missing,
                'No name and no "I": nobody speaks.',
                f"Sign it: {sender}." if sender else "Sign it with your name.",
            )
    elif len(_WE.findall(draft.said)) >= _MANY_WE and (named or draft.signed) and draft.context.stage != "public_reply":
        yield Mark(draft.missing, draft.missing, '"We" throughout: say "I" where you mean yourself.', level="hint")


def pressing(draft: Draft) -> Iterator[Mark]:
    """C42: guilt and pressure on somebody who leaves; pleading only where they said that they go."""
    let_go = partial(respected, draft)
    for cue in (GUILT, MORE_GUILT):
        yield from cue.marks(draft, "Guilt and pressure close the door for good.", unless=let_go)
    if "exit" in draft.context.flags:
        why = "They have decided: respect it."
        yield from PLEADING.marks(
            draft, why, unless=lambda found: found[0].lower() in {"sure", "think"} or let_go(found)
        )
        yield from PRESSING.marks(draft, why, unless=let_go)


def wrong_channel(draft: Draft) -> Iterator[Mark]:
    """C43: the first word of something grave by SMS or chat, unless the customer chose that channel."""
    context = draft.context
    first = context.stage == "notice" or (
        context.stage == "first_reply" and context.severity in {"serious", "critical"}
    )
    if first and context.channel in {"sms", "chat"} and context.channel_choice != context.channel:
        yield Mark(
            draft.missing,
            draft.missing,
            "Too brief a channel for this news.",
            "Ring or write first, unless they chose this channel.",
        )


def traits(draft: Draft) -> Iterator[Mark]:
    """C46: a trait taken for granted; not what they told us themselves."""
    why, better = "It assumes something about the person.", 'Ask: "Would it help if …?"'
    for cue in (TRAIT, MORE_TRAITS, GUESSED):
        yield from cue.marks(draft, why, better, unless=partial(told, draft))


def leaks_of_template(draft: Draft) -> Iterator[Mark]:
    """C47: unfilled places, and a greeting for somebody else."""
    for found in _PLACEHOLDER.finditer(draft.said):
        yield Mark(
            found.start(), found.end(), "A place of the template was left open.", draft.context.customer_name or None
        )
    wrong = _greeting(draft)
    if wrong:
        start = draft.said.find(draft.greeted)
        yield Mark(start, start + len(draft.greeted), wrong, draft.context.customer_name or None)


def _greeting(draft: Draft) -> str:
    """What is wrong with the name in the greeting."""
    named = _TITLES.match(draft.greeted)
    if named is None or not draft.greeted or any(mark in draft.greeted for mark in "{[<%@"):
        return ""
    title = (named["title"] or "").lower()
    words = [word.lower() for word in re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", named["rest"])]
    if any(word in _NOBODY for word in words) or not words:
        return ""
    known = [word.lower() for word in re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", draft.context.customer_name)]
    given = next((word.rstrip(".") for word in known if word in {"mr", "mrs", "ms", "miss", "mx", "dr"}), "")
    if title and given and {title, given} & {"mr"} and title != given and "dr" not in {title, given}:
        return "Another title than theirs."
    if (title == "mr" and len(words) > 1 and words[0] in _WOMEN) or (
        title in {"mrs", "miss", "ms"} and len(words) > 1 and words[0] in _MEN
    ):
        return "Title and name do not go together."
    own = [word for word in known if word not in {"mr", "mrs", "ms", "miss", "mx", "dr"}]
    if (
        own
        and all(word[0].isalpha() for word in words)
        and named["rest"][:1].isupper()
        and not any(_alike(word, mine) for word in words for mine in own)
    ):
        return "That is not their name."
    return ""


def _alike(word: str, mine: str) -> bool:
    return (
        word == mine
        or _SHORT.get(word) == mine
        or _SHORT.get(mine) == word
        or (min(len(word), len(mine)) > _PAIR and (mine.startswith(word) or word.startswith(mine)))
    )
