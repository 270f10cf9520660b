"""Somebody of ours who does something, and the hour of it, as it is said in passing."""

from __future__ import annotations

from amends.checks.days import TIME
from amends.drafts.cue import Cue

#: "Till 9.40", "8 am Friday", "around six", "ten minutes".
_AN_HOUR = (
    rf"(?:{TIME}|(?:by|at|before|till|until|around|about|from|for|past) (?:\d{{1,2}}(?:[.:]\d\d)?|one|two|three|four|five|six"
    r"|seven|eight|nine|ten|eleven|twelve|noon)\b|\b\d{1,2}[.:]\d\d\b|(?:ten|fifteen|twenty|thirty|\d+) minutes)"
)
#: Who will do, would like to do or is doing something.
_DOING = (
    r"(?:I|we|he|she|(?-i:(?!The\b|Our\b|One\b|Some|Nobody|No\b|It\b|This|That|They|You|Your|And|But|Wh|Please|Each|Every)"
    r"[A-Z][\w'-]+)|(?:our|my) [\w-]+)(?: (?:here|there|too|also|himself|herself|myself|ourselves|(?:in|from|at|of) (?:the |our )?"
    r"[\w-]+(?: [\w-]+)?)){0,2}(?:'ll|'d like to|'m|'re| will| shall| would like to| can| am| are| is| want to| mean to"
    r"| plan to)(?: \w+ly| also| then| now| still| just| personally| both| be){0,2} (?!not\b|never\b|open|closed|sorry|glad"
    r"|happy|pleased|aware|told|unable|able|hop\w+|afraid|sure|here\b|sad|ashamed|like\b)[a-z]+"
)
WILL_BY = Cue(
    rf"\b{_DOING}\b[^.!?;\n]{{0,90}}?\b{_AN_HOUR}|\b{_AN_HOUR}[^.!?;\n]{{0,25}}? {_DOING}"
    r"|\b(?:I|we) (?:ring|call|phone|write|email|text|come|compare|check|speak|send|look|test|ask)\b[^.!?;\n]{0,90}?\b(?:by|at"
    r"|before|till|until) (?:\d|noon|half|one|two|three|four|five|six)",
    "'ll|'d like|'m |'re | will| shall| would like| can | am | are | is | want to| mean to| plan to|ring|call|phone|write|email"
    "|text|come|compare|check|speak|send|look|test|ask",
)
