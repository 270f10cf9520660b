"""Knows pressure on somebody who has said that they go: what they lose, hurdles on the way out, pleading."""

from __future__ import annotations

from amends.checks.manner.leaving_words import LEAVE
from amends.drafts.cue import Cue
from amends.drafts.turns import Turns

PLEADING = Cue(
    r"\b(?:are you (?:really |absolutely |quite )?sure(?: you| that)?|please (?:do )?(?:reconsider|think again|stay"
    r"|don't (?:go|leave|cancel)|do not (?:go|leave|cancel)|give us)|(?:we|I)(?:'d| would) (?:really )?(?:hate|be (?:so "
    r"|very |really )?(?:sad|sorry|heartbroken|devastated)) to (?:see you (?:go|leave)|lose you)|think (?:twice|again"
    r"|carefully|hard) before|before you (?:make|do) (?:a|any)\w* (?:mistake|rash|hasty)|you(?:'ll| will| would) (?:lose"
    r"|forfeit|miss out on|give up|be giving up)(?: all)?(?: of)? (?:your|the|our)\b|one (?:more|last) chance|(?:we"
    r"|I) (?:beg|urge|implore) you|don't (?:give up on|leave) us|hurts? us|breaks? our heart"
    r"|sad(?:dens)? (?:us )?to (?:see|lose))",
    "sure|reconsider|think|stay|go|leave|cancel|give us|hate|sad|sorry|heart|devastated|before you|lose|forfeit|miss out"
    "|give up|chance|beg|urge|implore|hurt",
)
#: Pressure where they said that they go; elsewhere the same words may be plain service.
PRESSING = Turns.known_by(
    (
        "explain come visit call speak talk justify",
        (
            r"(?:to|before we can|in order to) (?:close|cancel|end|stop|leave)(?: \w+){0,3},? (?:we|you|I)(?:'ll|'d| will"
            r"| would)? (?:need|have|must|want|require|ask)(?: you)?(?: to)? (?:come in|visit|call|explain|ring|speak|talk"
            r"|justify|see|meet|sit down|give (?:us|a) (?:reason|good))"
        ),
    ),
    ("try plug more", r"(?:just )?one more (?:try|go|month|chance|week|shot)\b|before you pull the plug"),
    (
        "lose losing forfeit forfeited vanish disappear gone gives give giving goodbye",
        (
            r"(?:you|you'd|you'll|your|all your|the|sure you want to|want to|then)(?: will| would| may|'re| are| be| going"
            r"| about| to){0,4} (?:lose|losing|forfeit|forfeited|give up|giving up|say goodbye to|wave goodbye to"
            r"|kiss goodbye to)(?: on| out on)?(?: all)?(?: of)? (?:your|the|our|every|all|\w+ years)(?! (?:receipt|parcel"
            r"|card|thread))|(?:points|photos|benefits|playlists|discount|rate|price|status|history|data|bonus|place|progress"
            r"|records?|perks|number|rewards?)(?: \w+){0,4} (?:vanish\w*|disappear\w*|is gone|are gone|gone for good|wiped"
            r"|won't (?:come|be)|be lost|is lost|are lost|expires? (?:with|the))|(?:won't|will not|never|can't|cannot"
            r"|not) (?:be able to )?(?:get|have|see|find) (?:it|that|this|them|those|the \w+|these \w+)(?: \w+)? (?:back"
            r"|again)\b"
        ),
    ),
    (
        "process cancellation cancel closure close release until spoken speak talk hear heard listen",
        (
            r"(?:can't|cannot|can not|won't|unable to|not able to|only|don't|not)(?: \w+)? (?:process|cancel|close|accept"
            r"|action|confirm|end|let you|terminate)(?: \w+){0,4} (?:until|unless|before|till|after) (?:you|we|a|the|our|an"
            r"|speaking|I)|before (?:I|we) (?:let you go\b|close|cancel|process|do that|can)(?: \w+){0,3},? (?:tell|you(?:'ll"
            r"| will| must| need| have)|I(?:'d| would| must| have to| need)|let me|hear|just|answer|give|please"
            r"|tell)(?=[^.!?\n]{0,60}(?:miss|offer|reasons?|hear|stay|three|think|retention|sure|consider|speak|talk"
            r"|persuade))"
        ),
    ),
    (
        "change mind answer talk persuade convince",
        (
            r"(?:what|anything|nothing)(?: \w+){0,4} (?:to |I can )?(?:change|sway) your mind|(?:not going to|won't|refuse to"
            r"|not ready to|can't|cannot) (?:take no|accept that|let you go|give up on you|say goodbye)|no for an answer"
            r"|(?:persuade|convince|talk) you (?:to stay|round|out of|otherwise|into)"
        ),
    ),
    (
        "sure absolutely certain positive",
        (
            r"(?:are you|you're|you are|you quite)(?: really| absolutely| quite| completely| very| one hundred per ?cent"
            r"| 100%){0,2} (?:sure|certain|positive)(?: that)?(?: you)?(?: really)? (?:want|wish|about (?:this|leaving|that"
            rf"|cancel\w*|clos\w*)|know what|{LEAVE}|to)\b"
        ),
    ),
    (
        "carefully twice hard again reconsider consider sleep pause rethink moment",
        (
            r"think (?:very |really |long and |again |it over |about it )?(?:carefully|twice|hard|again|it over|before)\b"
            r"|(?:kindly|please|do|you to|you'll|you|to|and) (?:reconsider|rethink|sleep on it|re-?think)\b(?! (?:our|my"
            r"|the fee))|I(?:'d| would) (?:urge|ask|beg|implore|advise) you (?:not )?to (?:reconsider|stay|think|hold|wait"
            r"|give|pause)"
        ),
    ),
    (
        "abandon desert leave leaving go stay stick hang give giving last one more month",
        (
            r"(?:please |do |kindly )?(?:don't|do not|never) (?:abandon|desert|leave|ditch|give up on|walk away from"
            r"|turn your back on|forsake|drop) (?:us|me|the team|a small)|(?:please |do |then |won't you )(?:stay"
            r"|stick with us|bear with us|hang on|stay with us|stay put)(?! (?:tuned|safe|warm|home|indoors|on the line"
            r"|where))(?= ?[.,!?]| for| a| one| with| until| just| and)|(?:^|(?<=[.!?]\s))stay (?:one|two|three|another|a|with"
            r"|just|until|put)\b|give (?:us|me) (?:one|another|a|just|until)(?: \w+){0,2} (?:month|chance|week|try|go|shot"
            r"|year|quarter|opportunity)|when we need you|you owe (?:it to )?(?:us|yoursel\w+|me|the)|one (?:more"
            r"|last) (?:chance|month|try|go)"
        ),
    ),
    (
        "neighbours everyone others friends colleagues members most stayed people family road street",
        (
            r"(?:your|all your|most|everyone|everybody|all|nearly all|the rest|all the other|other)(?: of)?(?: our| the"
            r"| your)?(?: other| \w+)? ?(?:neighbours|colleagues|friends|members|customers|parents|families|residents|tenants"
            r"|else|clients|street|road|class)?(?: \w+){0,2} (?:stayed|stuck|remained|kept faith|are staying|is staying"
            r"|stood by)(?: with| by| loyal)?(?: us)?\b|(?:most|many|people|those|customers|members)(?: people| customers"
            r"| members| of those)?(?: who| that) (?:leave|go|switch|cancel|quit|left|switched)\b(?=[^.!?\n]{0,60}(?:back"
            r"|regret|double|end up|worse|sorry|wish|more))"
        ),
    ),
    (
        "cost dear without cover risk unprotected uninsured danger exposed",
        (
            r"(?:you|your (?:family|home|children|kids|data|house|car|business))(?:'ll| will|'d| would)? (?:be|be left|go"
            r"|have) (?:without (?:cover|protection|any|heat\w*|a)|unprotected|uninsured|exposed|at risk|in danger|no (?:cover"
            r"|protection|line|heating))\b(?=[^.!?\n]{0,80}(?:if anything|on you|children|heaven|god forbid|meanwhile|should"
            r"|what if|and then))|(?:elsewhere|leaving|switching|now|mid-\w+|moving)(?: [\w-]+){{0,4}} (?:could|might|may|will"
            r"|would) (?:well )?cost you|cost you dear|god forbid"
        ),
    ),
    (
        "worth hassle trouble bother upheaval",
        (
            r"(?:is it|it's|is that|really|hardly|not)(?: \w+)? (?:worth|worth all) (?:the |all the |all that "
            r"|that )?(?:hassle|trouble|bother|upheaval|effort|risk|stress|switching|it)"
        ),
    ),
    (
        "first dramatic rating founding long term",
        (
            r"(?:every time|each time|whenever|when|if)(?: \w+){0,5} (?:customers?|clients?|members?|tenants?|someone|people"
            rf"|one of you|you) {LEAVE}\b"
        ),
    ),
    (
        "terms rate price",
        (
            r"(?:won't|will not|never|not|does not|doesn't|can't)(?: \w+){0,4} at (?:today's|these|this|your|the same|the old"
            r"|that) (?:terms|rate|price)s?|(?:rate|price|terms|tariff|discount) (?:is|are|will be) gone (?:for good|forever)"
        ),
    ),
    (
        "upset sad moving leaving losing goodbye miss",
        (
            r"(?:we|I|us|everyone|the (?:girls|lads|team|staff|boys|whole \w+)(?: in the \w+| here)?)(?:'d|'ll|'re| will"
            r"| would| are| is| were| all){0,3}(?: \w+ly| so| very| really){0,2} (?:hate|be sad|be sorry|sad|upset|gutted"
            r"|heartbroken|in tears|crying)(?: \w+)? (?:that|to|about|at)(?: you(?:'re| are))? (?:lose|losing|see you|leav\w+"
            r"|mov\w+|going|cancel\w*|hear (?:that )?you(?:'re| are| want| would| wish| have decided))\b(?! you go,? and)"
        ),
    ),
    (
        "disappointed understanding expected surprised",
        (
            r"(?:I|we)(?:'m|'re| am| are| must say I'm| have to say I'm)(?: \w+ly| very| rather| quite| a little"
            r"| a bit)? (?:disappointed|surprised|let down|saddened)(?= ?[.,;]| (?:that you (?!were|had|did|felt"
            r"|have)|in you|by your|at your|you))"
            r"|(?:expected|hoped for|deserve[ds]?|asked for)(?: \w+){0,3} (?:more|better|bit more"
            r"|little)(?: \w+)? (?:understanding|patience|loyalty|from you)"
        ),
    ),
    (
        "hand honestly ever before",
        (
            r"(?:did|have|has|when did)(?: we|n't we)?(?: ever| once| not){0,2} (?:let|failed|fail) you down(?: \w+){0,2}(?:\?"
            r"| before)|hand on (?:your )?heart,? (?:did|have|has|can|were)"
        ),
    ),
    (
        "right free choice course but though loyal",
        (
            r"(?:that is|that's|it's|it is) your (?:right|choice|decision|call),? (?:of course,? )?(?:but|though|although|only"
            r"|however|just)(?= (?:I|we|it|you|don't|think|remember|know|after))"
        ),
    ),
    (
        "hard work discounted confirm",
        r"(?:give up|throw away|walk away from|lose|waste)(?: \w+){0,6} (?:all )?our (?:hard )?work",
    ),
)
