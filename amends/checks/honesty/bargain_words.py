"""How a bargain is struck: what the firm gives, what the customer is to say or not to say for it, and the tie between the two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.checks.phrases.price_words import FREE, FREED, GIFT, PLACES, WHY, priced
from amends.drafts.cue import late
from amends.drafts.finding import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft

#: What they say of us where others read it.
_WORD = (
    r"(?:reviews?|ratings?|\b(?:(?:a |one |two |four |five |[1-5][ -])?stars?|[1-5] rating|one-star)\b"
    r"|(?<!in the )(?<!by )(?<!the )(?<!can )(?<!will )(?<!'ll )(?<!to )(?<!change the )(?<!fence )(?<!gate )"
    r"posts?\b(?! office| ?code|-)|(?:the|that|your) post\b(?= (?:is|was|has|comes"
    r"|goes|down|up|and|before|from|on|first|stays|gets|,))|your (?:\w+ )?post\b|tweet\w*|threads?\b"
    r"|photos?\b(?= (?:down|off|online|from|you (?:posted|put|shared)))"
    r"|rant\b|write-?ups?\b|forum\b|retraction|run(?:ning)? us down|bad-?mouth\w*|video|reel"
    rf"|comments?\b|testimonial|feedback\b|caption|followers|{PLACES}|blog|hashtag|"
    r"(?:negative|bad|adverse|unkind|kind|good|nice|positive|friendly|happy|lovely) (?:mark|words?|line|remarks?"
    r"|story|stories|publicity|caption|write-up|something)|something (?:positive|nice|kind)|what you (?:wrote"
    r"|posted|said about)|speak (?:well|highly) of|(?:post|write|talk|say (?:\w+ )?things?) about us|(?:putting"
    r"|put) in a good word|the story is|(?:spread|put in) (?:the|a) (?:good )?word|recommend(?:ation)?s?"
    r"|chargeback|(?:complaint|claim|report) (?:with|to) the)"
)
_HUSH = (
    r"(?:between (?:us|ourselves|you and me|the two of us)|confidential\w*|discretion|discreet\w*|\bnda\b"
    r"|non-?disclosure|(?:keep|kept|keeping|stays?|stay|remain\w*) (?:it |this |that |our \w+ |the \w+ "
    r"|\w+ ){0,3}?(?:private|quiet|secret|silent|to yourself|between)|\bsilence\b"
    r"|(?:say|says|saying|tell|telling|mention|mentioning|disclose|disclosing|discuss|discussing|share|sharing"
    r"|repeat) nothing|(?:not|n't|never|no longer|without|nor|refrain from|undertake not to|agree not to"
    r"|stop) (?:to )?(?:be )?(?:raise|report|complain|pursue|claim|involve|take (?:it|this) (?:to|any)|compare"
    r"|discuss|mention|disclos|shar(?:e|ing)|post|publish|tell|talk|speak|repeat|circulat|compar|writ"
    r"|go(?:ing)? (?:public|to the)|contact|air|comment|broadcast)\w*"
    r"|(?:neither|no) (?:\w+ ){0,3}?(?:public|press|media) (?:statement|comment|word)|(?:go|going|gone"
    r"|went) (?:to the (?:papers|newspapers|press|media|tv)|public)|not a word|breathe a word|word to (?:anyone"
    r"|anybody|a soul)|(?:newspapers?|journalists?|the papers|the press)|forget (?:about|all about)|(?:ends?"
    r"|stops?|stay) (?:here|there|with us)|let(?:'?s| us) say no more|no report (?:is|being) made|(?:form"
    r"|statement|report) says you|tell (?:the|your) \w+ that|before you post|hold off\b|no more (?:e-?mails?"
    r"|letters|calls|messages|posts)|leave (?:[\w' ]{1,30}) out of (?:your|the)|speak to (?:me|us) before you"
    r"|saying you (?:were|are) (?:satisfied|happy|pleased))"
)
_TIE = late(
    (
        r"\b(?:if|once(?! again| more)|when|whenever|after|provided|providing|so long as|as long as"
        r"|on (?:the )?(?:understanding|condition|basis)|on condition|conditional|condition of|subject to|depend(?:s"
        r"|ent|ing)|contingent|in (?:return|exchange)|the (?:moment|minute|day|same day|second)|unless|otherwise"
        r"|assumes?|by (?:cashing|accepting|signing|taking)|in spite of|get a|as thanks for"
        r"|so that (?:I|we)|before (?:I|we|paying|you)|first\b|then (?:I|we)|we(?:'d| would)? (?:ask|expect|like"
        r"|appreciate|love)|I(?:'d| would) (?:want|like|need)|all I need|would help my|more easily"
        r"|get looked after|trade|scratch|one string|accept this|as the|turn deserves|off the table|falls? away"
        r"|can't extend|withdraw(?:n)?|full and final|it'd help|make it worth|proposes?|undertaking|so does"
        r"|agree (?:that|not)|could (?:you|we)|should you (?:feel|see|decide|choose))\b"
        r"|\band (?:I|we)(?:'ll| will| can| could| shall)\b|\band (?:you(?:'ll| will)|the \w+(?:'s| is| will| gets?)"
        r"|you leave)|'s yours\b|^\W*(?:pop|put|take|change|delete|remove|edit|update|sign|tell|give|leave|write"
        r"|post|drop|enjoy|confirm|let)\b"
    ),
    re.IGNORECASE,
)
_SPEECH = late(rf"\b(?:{_WORD}|{_HUSH})|(?<=\s){_WORD}", re.IGNORECASE)
_GIVEN = late(rf"{GIFT}", re.IGNORECASE)
_HINTS = (
    "review", "rating", "star", "post", "tweet", "thread", "video", "reel", "comment", "testimonial", "feedback",
    "caption", "follower", "google", "tripadvisor", "trip advisor", "trustpilot", "yelp", "instagram", "facebook",
    "tiktok", "social media", "page",
    "blog", "mark", "word", "line", "remark", "story", "publicity", "something", "what you", "speak", "recommend",
    "chargeback", "complaint", "between", "confiden", "discre", "disclos", "private", "quiet", "secret", "silen",
    "nothing", "mention", "discuss",
    "shar", "tell", "public", "papers", "press", "forget", "ends here", "stops here", "no more", "out of your",
    "compar", "satisf", "before you", "talk", "a word", "journalist", "about us", "rant", "write-up", "writeup",
    "forum", "retract", "run us", "mouth", "photo", "hold off", "go public",
    "report", "form says", "tribunal",
)  # fmt: skip
#: Verbs by which a published word is asked for, bettered or taken away.
_ASKED = late(
    (
        r"\b(?:leav|writ|giv|pop|put|post|rais|chang|edit|updat|amend|revis|remov|delet|tak|withdr|retract|lift|hid"
        r"|disappear|vanish|bump|hid|were to go|to go\b|com(?:e|es|ing) down|down\b|gone|up\b|go(?:es)? up|soften"
        r"|reflect|better|looked|left us|speak|tell|caption|live\b|adverse|public|forget|kind|good|happy|positive"
        r"|friendl|revised|satisfied|5 rating|5 star|five)\w*"
    ),
    re.IGNORECASE,
)
_HUSHED = late(rf"\b{_HUSH}", re.IGNORECASE)


def bargains(draft: Draft) -> Iterator[Mark]:
    """Where something is given, and something said or unsaid is the price of it: in one sentence, or in two that follow each other."""
    yield from priced(draft)
    for number in draft.holding(_HINTS):
        here = draft.sentences[number]
        words = here.words
        said = _SPEECH.search(words)
        if not said or (words.endswith("?") and not re.search(r"\bcould\b", words)) or FREED.search(words):
            continue
        if not (_ASKED.search(words) or _HUSHED.search(words)):
            continue
        beside = (
            ""
            if _GIVEN.search(words.replace(said[0], " ", 1))
            else f"{draft.before(here.start)} {draft.after(here.start)}"
        )
        if beside and (
            not _GIVEN.search(beside)
            or (not _HUSHED.search(words) and not _PAID_FOR.search(words))
            or FREED.search(beside)
        ):
            continue
        if _TIE.search(words):
            yield Mark(here.start, here.end, WHY, FREE)


_PAID_FOR = late(
    (
        r"\bin return\b|\bonce\b|\bafter\b|\bso long as\b|\bas long as\b|\bwe ask\b|\bexpect\b|\bcould change\b"
        r"|\bfirst\b"
    ),
    re.IGNORECASE,
)
