"""How a firm closes the matter: hands that are tied, an answer that stays no, a charge that stands."""

from __future__ import annotations

from amends.drafts.turns import Turns

#: Some word of a no.
NO = "no|not|nor|can't|cannot|won't|don't|doesn't|couldn't|wouldn't|isn't|aren't|unable|powerless|never|non|impossible|wasn't"
CLOSED = Turns(
    (r"\b(?:my|our) hands are (?:completely |rather |pretty )?tied\b", "tied"),
    (
        r"\b(?:that|this)(?:'s| is) as (?:far|much) as (?:I|we|they) (?:can|could|will|are able)\b",
        "far|much",
        "that's|this|that",
    ),
    (
        (
            r"\bthere(?:'s| is) (?:simply |just |really )?no way (?:that )?(?:I|we|they)(?:'d| would|'ll| will| can|"
            r" could)\b"
        ),
        "way",
        "no",
    ),
    (
        r"\bthat (?:ship|boat|train|door) (?:has|is|was) (?:long )?(?:sailed|gone|left|closed|shut)\b",
        "ship|boat|train|door",
    ),
    (
        (
            r"\b(?:answer|reply|decision|outcome|response)(?: from \w+(?: \w+)?)? (?:is|was|remains|has to be|must be"
            r"|will be|stays) (?:still |a |an |sadly |final |firm |therefore )*(?:no|negative|final|unchanged|the same"
            r"|as it (?:is|was))\b"
        ),
        "answer|reply|decision|outcome|response",
        "no|negative|final|unch*|same|as",
    ),
    (
        r"\bit(?:'s| is| has to be)(?: sadly| still| got to be)? a (?:firm |flat |hard |definite |simple )?no\b",
        "no",
        "it's|it",
        "a",
    ),
    (
        (
            r"\b(?:I|we)(?:'ll| will)? (?:have|need|am obliged|are obliged|must|regret to|got) (?:to )?(?:say no"
            r"|decline|refuse|turn (?:you|this|it) down|stand by|leave it (?:there|at that))\b"
        ),
        "say|decl*|refu*|turn|stand|leave",
        "have|need|obli*|must|regret|got",
    ),
    (
        r"\b(?:we|I) (?:must|will|shall|have to) leave (?:it|the matter|things)(?: there| at that)?\b",
        "leave",
        "must|will|shall|have",
    ),
    (
        (
            r"\b(?:charge|fee|decision|ruling|penalty|fine|bill|invoice|refusal|amount|balance|grade|mark|cancellation"
            r"|ban)s? (?:stands|stand|must stand|will stand|remains (?:payable|due|in place|as)|has to stay)\b"
        ),
        "stand|stands|remains|stay",
    ),
    (
        (
            r"\b(?:matter|case|complaint|file|ticket|discussion|correspondence|issue|subject) (?:is|has been|is now"
            r"|are) (?:now )?(?:considered |regarded as |treated as |deemed )?(?:closed|concluded|at an end|settled as"
            r" far)\b"
        ),
        "closed|concluded|end|settled",
        "matter|case|comp*|file|ticket|disc*|corr*|issue|subject",
    ),
    (
        (
            r"\b(?:I|we)(?:'d| would)(?: really)? (?:love|like) to (?:(?:say yes|agree|oblige)(?=[.,;!]| but)|help(?=,?"
            r" but))"
        ),
        "love|like",
        "yes|help|agree|oblige",
    ),
    (
        (
            r"\b(?:decision|position|mind|answer|view|stance) (?:will|is|does|has)(?:n't| not) (?:going to |be"
            r" )?(?:chang(?:e|ing|ed)|mov(?:e|ing)|budg(?:e|ing))\b|\b(?:it|this|that) (?:will not|won't) be changing\b"
            r"|\b(?:won't|will not|refuses? to|not going to|can't) (?:budge|bend|be moved|shift on)\b"
        ),
        "chan*|move|moving|moved|budg*|bend|shift",
        "not|won't|isn't|hasn't|doesn't|refu*|can't",
    ),
    (r"\brules are rules\b|\bthose are the (?:rules|terms|conditions)\b", "rules|terms|conditions", "are"),
    (
        (
            r"\b(?:beyond (?:my|our) (?:power|authority|remit)|not (?:in|within) (?:my|our) (?:gift|power|remit|authority"
            r"|control))\b"
        ),
        "power|control|authority|remit|gift",
        "my|our",
    ),
    (
        (
            r"\b(?:can't|cannot|can not|don't|do not|couldn't) see (?:a|any|another|our|my) (?:way|route|grounds?|case"
            r"|basis|reason|path|means|scope|room)\b"
        ),
        "see",
        "way|route|grou*|case|basis|reason|path|means|scope|room",
        NO,
    ),
    (
        (
            r"\bno (?:grounds?|basis|scope|leeway|flexibility|discretion|route|override|provision|mechanism|obligation"
            r"|further avenue|entitlement)(?: \w+){0,3}? (?:for|to|on|in|under|here)\b"
        ),
        "no",
        "grou*|basis|scope|leeway|flex*|disc*|route|over*|prov*|mech*|obli*|avenue|enti*",
    ),
    (
        (
            r"\bnothing (?:more|else|further)? ?(?:can|could) be done\b|\bnothing (?:more |else |further )?(?:I|we) can"
            r" (?:do|offer)\b"
        ),
        "nothing",
        "can|could",
    ),
    (r"\bno more (?:to|can) be done\b|\bno other (?:table|room|seat|slot|date|appointment)s?\b", "no", "more|other"),
    (
        (
            r"\bwe(?:'ve| have) (?:already )?(?:done|paid|given|offered) (?:all|what|everything|as much as) (?:that"
            r" )?(?:we|the \w+|our \w+) (?:can|allows?|permits?|requires?|will|are (?:able|going) to)\b"
        ),
        "done|paid|given|offered",
        "all|what|everything|much",
    ),
)
