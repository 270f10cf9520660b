"""What a follow-up tells: how it came about, what was done about it, what is different now; read clause by clause, by who did what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.drafts.cue import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft

_PARTED = late(r"[;:\u2013\u2014]\s|\s-\s")
_CLAUSES = late(r"[;:,\u2013\u2014]\s|\s-\s|\b(?:and|but|so|then|while)\b", re.IGNORECASE)
#: A clause that only thanks, apologises, asks, greets or tells of what they did.
_OTHERWISE = late(
    r"\b(?:thank\w*|grateful|appreciate\w*|sorry|apolog\w+|regret\w*|forgive|dear|hello|kind regards|please|if you"
    r"|let me know|hope)\b"
    r"|\A\W*(?:you(?:'ve|'d|r (?:patience|trust))?|hi|hey)\b",
    re.IGNORECASE,
)
#: What a fault is put right by; whoever did this tells of the cure and not of the cause.
_CURES = (
    r"(?:refund|repaid|pa(?:y|id)|credit|reimburs|return|replac|repair|mend|fix|correct|amend|restor|renew|reset|redo"
    r"|redid|redone|rebuil|rewr"
    r"|re-?\w{3,}|clean|wash|rins|press|iron|polish|dr(?:y|ied)|sand|paint|plaster|seal|fit(?:ted)?\b|install|swap"
    r"|exchang|chang|switch|mov|transfer"
    r"|cancel|remov|delet|took|taken|bring|brought|deliver|carr|collect|fetch|sen[dt]|post|ship|courier|dispatch|gave"
    r"|give|hand|made|bak|cook|sew"
    r"|stitch|alter|resiz|recut|cut (?:a|you|the new)|hung|laid|lay|put|dug|clear|unblock|drain|empt|test|service"
    r"|adjust|tighten|balanc|tun|updat|upgrad"
    r"|patch|roll|clos|stop|block|switch|add|buil|wrote|writ|print|reissu|sign|lodg|register|book|arrang|order|hir"
    r"|train|teach|taught|start"
    r"|began|begun|introduc|waiv|knock|drop|settl|cover|sort|finish|complet|catch up|caught up|open|unlock|connect"
    r"|treat|heal|let (?:you|him|her) in"
    r"|went (?:back|out|to|up|in|on|live|straight|through|from|over|round|home)|gone (?:back|out|in|up)"
    r"|go(?:es)? (?:back|out)|came (?:back|off|to|round|out|in|on)"
    r"|is back|are back|apply|applied|trac|found your|locat|match|reprint|throw|threw|thrown|bought|got (?:you|a new"
    r"|hold)|drove|trimm|shorten|lengthen)"
)
#: What is said, seen and agreed about it: neither cause nor cure.
_TALK = (
    r"(?:agree|promis|said|say|sa(?:w|y)\b|told|tell|ask|spoke|speak|talk|wr(?:o|i)te|rang|ring|call|phon|email|hear"
    r"|list|discuss|mention|explain|want|need|hop"
    r"|look|check|investigat|review|learn|understood|receiv|read (?:your|the complaint)|not(?:e|ic)|met|meet|visit"
    r"|log|record|report|pass|rais|escalat"
    r"|apolog|wait|trust|stay|stuck with|enjoy|like|lov|think|thought|felt|feel|choos|chose|deserv|expect"
    r"|miss(?:ed)? you|settl|happen to)"
)
_MUST = late(
    r"\b(?:was|were|had|did|didn't|[a-z]{3,}ed)\b[^.!?;]{3,90}, so"
    r" (?:he|she|it|they|the \w+|nobody|no one) (?!is|are|will|can|has|have)\w+"
    r"|\b(?:because|cause[ds]?|came (?:from|about|down)|comes from|due to(?! (?:be|go|come|start|arrive|open|leave)\b)"
    r"|reason|went wrong|turned out (?:that|to|it|the|we|our|one|someone|a|an|my|he|she|they)\b|traced|root|down to"
    r"|(?:it|this|that|what) happened"
    r"|origin\w*|jammed|(?:was|were|got|been) (?:swapped|switched|mixed|crossed|reversed|transposed|muddled"
    r"|double-booked)|stemmed|owing to|thanks to (?:a|an|our|my)|since (?:the|a|an|our|my|we|I|it|he|she"
    r"|they)(?: [\w'-]+){0,4}? (?:said|had|was|were|did|read|stood|showed|gave|went|got|didn't|[\w-]+ed)"
    r"|here's what (?:broke|happened|failed|gave)|is all the mystery|what (?:broke|failed|gave way|tripped us"
    r"|caught us)|(?:was|were) (?:\w+ly )?(?:mis\w+ed|wrongly \w+ed|\w+ed wrong\w*"
    r"|misread|\w+ed by mistake|\w+ed in error)|by (?:my|our) (?:own )?(?:mistake|error|oversight|carelessness)"
    r"|(?:slip|fault|mistake|error|oversight|blunder) (?:of mine|of ours|on (?:my|our))"
    r"|(?:taken|read|cut|copied|measured|typed|printed|picked|drawn|booked|filed|entered|set|sent|packed"
    r"|loaded) (?:from|off|on|to|in|under|at|with) the wrong"
    r"|the (?:fault|trouble|problem|culprit|mistake|error|slip) (?:was|lay|is|sat|came|began)"
    r"|(?:was|is) (?:to blame|at fault|our (?:doing|setup|fault|mistake|slip|error)|my (?:doing|fault|mistake|slip"
    r"|error))|that(?:'s| is) (?:why|how|what))\b",
    re.IGNORECASE,
)
_PAST = (
    r"(?:[a-z]{2,}ed|was|were|had|did|didn't|wasn't|weren't|hadn't|couldn't|wouldn't|fell|ran|sat|stood|lay|broke"
    r"|went|left|lost|forgot|got|got|hid|held|kept|let|came"
    r"|read|sent|sold|set|slept|slid|slept|spilt|split|stuck|struck|tore|wore|froze|burst|blew|bent|bit|saw|caught"
    r"|chose|crept|cut|drew|drove|fed|flew|gave|grew"
    r"|hit|hung|hurt|knew|led|lit|made|meant|met|mistook|misread|mislaid|misheard|overlooked|paid|put|quit|rang|rose"
    r"|shut|shook|sank|spoke|spun|stole|swung"
    r"|thought|threw|took|told|understood|woke|wound|wrote|typed|began|built|burnt|learnt|leapt|spelt|ground)"
)
_SUBJECT = (
    r"(?:I|we|he|she|it|they|who|which|that|nobody|no one|none|neither|one(?: of (?:us|them|our \w+))?|two|both"
    r"|somebody|someone|(?:the|a|an|our|my|his|her|their|its|this"
    r"|each|every|some|one|two|three|your|\w+'s)(?: [\w'-]+){1,4}?|(?-i:[A-Z][\w'-]+)(?: [\w'-]+)?|[\w'-]+(?: [\w'-]+)?)"
)
_DID = late(
    rf"(?:^|\b){_SUBJECT} (?:\w+ly |then |also |never |just |still |only |simply |both |all |each |even )*{_PAST}\b".replace(
        " ", r"\s{1,3}"
    ),
    re.IGNORECASE,
)
_CURED = late(
    (
        rf"\b(?:I|we|he|she|they|who|it|one|nobody|(?-i:[A-Z][\w'-]+)|(?:our|my|the|a|an|your) [\w'-]+(?: [\w'-]+){{0,3}})"
        rf"(?:'ve|'d|'s| have| has| had| was| were| is| are| been| be| get| got| goes)*(?: now| since| just| also"
        rf"| already| then| all| both| personally"
        rf"| myself| himself| herself| been| \w+ly)* {_CURES}\w*\b"
        rf"|\b{_TALK}\w*\b"
    ).replace(" ", r"\s{1,3}"),
    re.IGNORECASE,
)
_BEFORE_THAT = late(
    r"(?<!you)(?:'d|\bhad|\bhadn't|'d not)\s+(?:\w+ly\s+|not\s+|never\s+|just\s+|already\s+|only\s+|still\s+|no\s+"
    r"|too\s+|one\s+|two\s+|been\s+|all\s+)*"
    r"(?!agreed|promised|asked|told|said|wanted|needed|hoped|paid|back|to\b|refunded|sent you|given you|(?:it|them"
    r"|him|your?|his|its|the|my)\b)[\w'-]+",
    re.IGNORECASE,
)
#: A failing in it: with one of these nothing was cured, and what was said or seen was not.
_FAILED = late(
    r"\b(?:never|nobody|no one|none|neither|nothing|didn't|did not|wasn't|weren't|was not|were not|hadn't|couldn't"
    r"|could not|wouldn't|would not|without"
    r"|wrong\w*|mistake|error|twice|instead of|by accident|only|alone|another|too (?:\w+)|missed|forgot|forgotten"
    r"|lost|broke|faulty)\b",
    re.IGNORECASE,
)
#: The present and the perfect, money and what was agreed: how it is now, and not how it came about.
_NOT_PAST = late(
    r"\b(?:is|are|isn't|aren't|am|has|have|hasn't|haven't|will|won't|can|can't|cannot|may|might|should|would like)\b"
    r"|'(?:m|re|ve|ll)\b|[a-z]'s (?:had|been|got)\b|[£$€₦₹]\s?\d"
    r"|\b(?:as (?:we |I )?(?:agreed|promised)|agreed|refund\w*|credit\w*|fee|your (?:card|account|money|bank|bill"
    r"|invoice)|no charge|planned)\b",
    re.IGNORECASE,
)
_NO_CAUSE = late(
    r"\b(?:can't|cannot|won't|not) (?:yet )?(?:promise|say|tell|guarantee|swear|be sure)\b|\byet\b", re.IGNORECASE
)
_SORRY = late(r"\b(?:sorry|apolog\w+|regret\w*)\b", re.IGNORECASE)
_OUTRIGHT = late(
    r"\b(?:because|caused|came (?:from|about)|due to|owing to|after (?:our|we|I|a|an|the))\b", re.IGNORECASE
)
_NOW = late(
    r"\b(?:now|since|from (?:now|this|last|today|\w+day|next|the \d)|these days|no longer|every time|from here|aloud)\b",
    re.IGNORECASE,
)
_HAVE_IT = late(
    r"\b(?:you(?:'ve| have| had| should have| both have| all have)?(?: now| all| both| since)? (?:got|have|had"
    r"|received|wore|used?)\b(?! (?:to|no|not|a right|every right|been|waited"
    r"|asked|told|shown)\b)[^.!?\n]{0,60}?(?:\b(?:now|back|in time|again|new|right|correct\w*|proper|since|yesterday"
    r"|today|on (?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|replacement|second|other|full|as agreed|as promised)\b|$)"
    r"|\byou(?:'re| are) (?:now )?(?:back|in the|on the|all set|with \w+ now|paid up|connected|booked|enrolled)\b"
    r"|\b(?:is|are|'s|has been|have been|sits?|stands?|hangs?|runs?|works?|goes|opens?|closes?|fits?|reads?|shows?"
    r"|reached|arrived|came) (?:all |now |both |finally |with you |there |again )*"
    r"(?:up|in|on|off|open|live|right|well|fine|dry|clean|clear|warm|cold|new|home|ready|yours|safe|sound|whole|back"
    r"|there|complete|true|straight|level|properly|smoothly|in place|gone|out"
    r"|at your|with you|signed|ours to pay|as it should|as good as)\b"
    r"|\b(?:the|a) (?:right|new|correct|corrected|second|proper|fresh|replacement|other|missing"
    r"|spare) (?:[\w'-]+ ){0,2}(?:is|are|has|have|came|went|reached|arrived|was|were|fits?|works?|runs?)\b"
    r"|\b(?:has|have|had) (?:now |all |since )*(?:had|been given|got) (?:all |its |his |her |their |the |a )"
    r"|\bmade up\b)".replace(" ", r"\s{1,3}"),
    re.IGNORECASE,
)


def told_how(draft: Draft) -> bool:
    """Whether it is said how it came about: outright, or in a clause of somebody who did or a thing that was, before it was cured."""
    for sentence in draft.body:
        words = draft.said[sentence.start : sentence.end]
        if words.rstrip().endswith("?"):
            continue
        if _NO_CAUSE.search(words):
            continue
        excused = _SORRY.search(words) is not None
        if (_OUTRIGHT if excused else _MUST).search(words) and not words.lower().lstrip().startswith("thank"):
            return True
        if any(_caused(clause) for clause in _clauses(words, _PARTED if excused else _CLAUSES)):
            return True
    return False


def _clauses(words: str, at: re.Pattern[str]) -> Iterator[str]:
    begun = 0
    for cut in (*at.finditer(words), None):
        clause = words[begun : cut.start() if cut else len(words)]
        begun = cut.end() if cut else begun
        if len(clause) > len("I did.") and not _OTHERWISE.search(clause):
            yield clause


def _caused(clause: str) -> bool:
    if _NOW.search(clause):
        return False
    if _BEFORE_THAT.search(clause):
        return True
    failed = _FAILED.search(clause) is not None
    return not _NOT_PAST.search(clause) and bool(_DID.search(clause)) and (failed or not _CURED.search(clause))


def cured(draft: Draft) -> bool:
    """Whether what was wrong is said to be right, or with them."""
    return any(
        not sentence.words.endswith("?") and _HAVE_IT.search(draft.said[sentence.start : sentence.end])
        for sentence in draft.body
    )
