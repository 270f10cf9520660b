"""The words with which one turns after regret or fellow feeling, and what stands behind them when it is no retreat."""

from __future__ import annotations

import re

from amends.drafts.cue import late
from amends.drafts.turns import Turn, Turns

#: Fellow feeling in other than the usual words.
FELLOW_FEELING = Turns(
    Turn(
        r"\b(?:I|we)(?: do| can| fully| really| truly| quite| certainly| totally| completely| of course){0,3}"
        r" (?:get (?:that|why|how|it\b)|see (?:that|why|how|your)"
        r"|hear (?:you|that|what|your)|sympathi[sz]e|feel for|feel your|understand|appreciate|accept"
        r"|acknowledge|recogni[sz]e|know (?:how|that|it|this|what)|imagine (?:the|how|that|it|your))"
        r"(?! the (?:offer|terms|box))\b|\b(?:your|the|this|that) (?:\w+ )?(?:disappointment|frustration"
        r"|anger|annoyance|upset|concern|worry|reaction|complaint|feelings?|distress|point) (?:is|are|was)"
        r"(?: \w+)? (?:understandable|understood|noted|natural|valid|fair|justified|reasonable|heard)|\b(?:it"
        r"|this|that)(?:'s| is| was|'s been| must (?:be|have been))(?: \w+)? (?:upsetting|awful|annoying"
        r"|frustrating|understandable"
        r"|disappointing|maddening|distressing|horrible|hard|unpleasant|a shame|a pity|regrettable|stressful|worrying|exhausting"
        r"|infuriating|tiring|frightening|painful|embarrassing|tough|difficult|a (?:\w+ )?(?:shock|blow|shame|pity)|no fun"
        r"|grim|rotten|galling|scary|sad|never (?:nice|easy|fun|pleasant)"
        r"|unfortunate|far from ideal|not ideal)\b|\b(?:I|we)(?: do| really){0,2} feel (?:awful|terrible|bad"
        r"|dreadful|rotten)\b"
        r"|\b(?:you have|with) (?:all )?(?:my|our) (?:\w+ )?(?:sympathy|sympathies)\b|\b(?:point|message)"
        r" taken\b|\bfair enough\b|\byou(?:'re| are) (?:right|entitled) to (?:be|feel)\b|\byou(?:'ve| have) every right"
        r" to be\b|\b(?:I|we)(?:'d| would) (?:\w+ )?(?:be|feel)(?: \w+)? (?:fuming|cross|angry|furious|annoyed|upset|livid"
        r"|the same|gutted|disappointed|mad|raging)\b|\b(?:I|we) can see it hurt\b|\b\w+ing(?: [\w']+){0,5} is (?:\w+ )?(?:annoying"
        r"|painful|hard|horrible|frustrating|maddening|no fun|dreadful|miserable)\b|\b(?:it|this|that) (?:can't|cannot|couldn't)"
        r" have been (?:pleasant|easy|nice|fun)\b|\bnobody (?:likes|wants|enjoys)\b|\b(?:your )?(?:upset|frustration|anger"
        r"|disappointment) is understood\b",
        "get see hear sympathise sympathize feel understand appreciate accept acknowledge recognise"
        " recognize know imagine understandable understood noted natural"
        " valid fair justified reasonable heard upsetting awful annoying frustrating disappointing maddening"
        " distressing horrible hard unpleasant shame pity regrettable stressful worrying exhausting infuriating tiring"
        " frightening painful embarrassing tough difficult"
        " shock blow fun grim rotten galling scary sad nice easy pleasant fuming cross angry furious annoyed upset livid"
        " same gutted disappointed mad raging hurt dreadful"
        " miserable nobody frustration anger disappointment"
        " unfortunate ideal sympathy sympathies taken enough right entitled",
    )
)
#: A turn that hardly ever stands before a remedy: in the sentence behind a stop of the voice, or at the beginning of the next.
_SOFT = (
    r"(?:mind (?:you|yourself)|then again|but then(?: again)?|at the same time(?! as\b)|with (?:all"
    r" )?(?:due )?respect|in reality|that being the case|as it is|as things stand"
    r"|(?:the )?(?:fact|truth|point|rule|position) (?:still )?(?:remains|stands)(?: that)?|(?:let's|let"
    r" us|do|please|we (?:must|should)|one (?:must|should))(?: also)? not forget|don't forget|lest we"
    r" forget"
    r"|as (?:you|anyone|anybody|everyone|everybody|most people|any \w+)(?:'ll| will| may| must| surely|"
    r" no doubt| would| can)?(?: \w+)? (?:know|knows|recall|appreciate|be aware|agree|see|understand"
    r"|imagine|tell you)"
    r"|unfortunately,? (?:that|this|it|these)(?:'s| is| are) (?:just |simply )?(?:how|the way|what|the"
    r" nature|part|standard|normal|outside|beyond|something)|for the record|by way of (?:context"
    r"|background|explanation)|to put (?:it|this|things) in(?:to)? (?:context|perspective)"
    r"|(?:I|we)(?:'d| would| must| have to| do have to| should| feel I must| am obliged to| need to|"
    r" ought to| can only| might) (?:also |just |like to |gently |respectfully |however ){0,3}(?:say(?!"
    r" (?:sorry|how|thank))|add that (?:you|we|our|the|this|it)|point out|remind|stress|insist"
    r"|emphasi[sz]e|draw your attention|mention that (?:you|we|our|the|this|it))"
    r"|(?:allow me|permit me|may I|let me|can I)(?: \w+)? (?:point out|remind|stress|add that|note that)"
    r"|you (?:might|may|could|should) (?:also )?(?:have|want to|wish to|care to) (?:read|checked|look"
    r"|noticed|told|asked|consider)|(?:in|with) (?:all )?fairness(?: to (?:us|him|her|them|the \w+|our"
    r" \w+))?|in (?:our|my|his|her|their|the \w+'s) defen[cs]e"
    r"|to be (?:fair|honest|frank|blunt|clear)(?: (?:with you|to (?:us|him|her|them|the \w+|our \w+)))?"
    r"|be that as it may|all the same|just the same|against that|by the same token|equally|conversely"
    r"|(?:the )?(?:thing|truth|fact|reality|point) (?:of the matter )?is(?: that)?|facts are facts|rules"
    r" are rules|even so(?=,)|regardless(?=,)|in any (?:case|event)|for what it's worth|in truth"
    r"|(?:it )?(?:must|should|has to|needs to|ought to) be (?:said|noted|remembered|pointed out|stressed"
    r"|borne in mind|understood|recogni[sz]ed)|that (?:aside|notwithstanding)"
    r"|technically|strictly speaking|if (?:we're|we are|I'm|I am) (?:being )?(?:strict|honest|fair|frank"
    r"|truthful)|speaking frankly|frankly|honestly|as it happens|in point of fact|as a matter of fact"
    r"|(?:please |do |also |and |just |kindly |you (?:do |must |should |have to |need to |will |may "
    r"|might ){1,2}){0,3}(?:remember|reali[sz]e|bear in mind|keep in mind|understand|appreciate|consider"
    r"|be aware|see it from|put yourself in|note)(?=(?:,? please)?,? (?:that (?:we|you|our|it|this is"
    r"|these|such|all|as|no|every|\w+ (?:is|are|can|do|must|always|often)\b)|our |us |how |we |it |you"
    r" (?:were|did|had|have)|all ))"
    r"|(?:please )?(?:also )?(?:try|try and|try to) (?:to )?(?:also )?(?:see|look at|understand"
    r"|appreciate|put)|just so (?:you know|you're aware)|it's not as (?:if|though)|it is not as (?:if"
    r"|though)"
    r"|not that (?:it|we|this|that|I)\b|the other side (?:of it )?is|on the flip side|on the other side"
    r"|on the plus side|having (?:said|established) (?:all )?that|saying that|this said|with that said)"
)
#: In the middle of a sentence they need the comma, the dash or the semicolon before them.
WITHIN = late(
    rf"(?:[,;:-]\s*(?:and\s+|but\s+)?{_SOFT}\b,?\s*|[\s,;-]+(?:notwithstanding (?:that|the)|except(?:"
    rf" that)? (?:my|our|we|I|the|there|it)\b|whereas\b(?! you)|albeit\b|despite (?:the fact|our)"
    r"|even if (?=a\b|an\b|it\b|the\b|nobody|no one|none|it wasn't|it was not|there was|there is|you\b|the (?:weather|storm"
    r"|cause|fault))|in spite of (?:the fact|our)|save that|given that|considering (?:that|how))\s*"
    r"|,\s*(?:only\s+(?=there|it|we|I|the|that|you|our|next|please|if|do\b)|it(?:'s| is) (?:just|only) (?:that )?|but(?:"
    r" then)? what (?:to do|can (?:we|one|I))|what to do|but sure\b|still,?\s|and yet\s|yet\s|though\s|which (?:in any"
    r" case|after all|to be fair|was only|is only|is hardly|came to)\b|blame (?=the|it|a)|not that (?=it|they|you|a"
    r"|the|that|\w+ \w+ ever))|[;,]\s*(?:and no, |legally\b|as for (?:the|our)\b|(?=[^.!?;\n]{3,60} after all[.!]))"
    r"|,? if (?:we|you|one|I) (?:can|could|may) call\b)",
    re.IGNORECASE,
)
NEXT = late(
    rf"\W*(?:(?:on the other hand,?|(?:please |do |kindly |but )?(?:bear|keep) in mind(?: that)?|(?:please |do )?remember(?:"
    rf" that)?(?! to)|please (?:understand|appreciate)(?: that)?|notwithstanding\b,?|nonetheless\b,?|against the background"
    rf"|what must|(?:perhaps )?(?:it is|it's) (?:perhaps )?worth (?:remembering|noting|saying|bearing)|(?:perhaps|maybe)"
    rf" (?:you|next time)|had you\b|as for (?:the|our)\b|you (?:weren't|were not|were hardly) exactly|not that (?:it"
    rf"|they|you|the|anyone)|it takes two|(?P<same>\w+) (?:is|are|will be) (?P=same)\b(?=[.!,])|in (?:my|our|the|his"
    rf"|her)(?: \w+'s?)? (?:\w+'s )?defen[cs]e|[\w ]{2, 25} (?:don't|doesn't|do not) grow on trees)[\s,:]*|{_SOFT}\b[\s,:]*"
    rf"|(?:(?:though|whereas|on the other hand|except(?: that)?|yet|only(?= (?:there"
    rf"|it|we|I)\b))\b|still,)[\s,:]*)(?![^.!?\n]{{0,80}}, (?:I|we|you)(?:'ll|'ve|'re| will| have| can|"
    rf" are| need)\b)",
    re.IGNORECASE,
)
#: What is said behind it all the same lets them be right, or is done for them.
CONCEDING = late(
    r"(?:that |it's that |is that )?(?:you(?:'re| are| were| did| have| had| deserve|'d| never| still)?"
    r" (?:right|correct|every|told|did (?:everything|nothing)|wrote|asked|paid|should|waited|said|ordered"
    r"|wanted|deserved?|warned|rang|needed|welcome|not to blame|been|never|still)"
    r"|(?:I|we)(?:'d| would) (?:be|have|feel)|(?:I|we)(?:'m| am|'re| are) (?:ashamed|embarrassed|appalled"
    r"|to blame|at fault|putting|sending|moving|refunding|adding|keeping|going|not (?:going|happy|proud))"
    r"|(?:I|we) (?:should|ought|failed|got|let|made|were wrong|was wrong|deserve|dropped|broke|owe|missed"
    r"|forgot|didn't|did not|don't know|do not know|never (?:should|told|called|rang|wrote|sent|answered)"
    r"|had no (?:right|business|excuse)|can (?:offer|do|send|give|refund|replace)"
    r"|have (?:put|sent|moved|booked|refunded|added|kept|asked|spoken)|want to|found)\b|(?:I|we)(?: wanted|'ve"
    r"|'ll| have| will| can)\b(?!'t|n't)(?! (?:had|been|only|never|no|got|all|to|not|rules?|a|an|the|other|many"
    r"|always|point|say|just|done (?:all|every)))|(?:that|this|it)(?:'s| is| was)(?: simply| still|"
    r" just)? (?:not good|no excuse|not an excuse|our (?:fault|job|mistake|doing)|wrong|too (?:long|late)"
    r"|still|back|fixed|on its way|inexcusable|poor)"
    r"|(?:there's|there is) no excuse|no excuse|(?:nobody|no one) (?:told|called|rang|wrote|warned|should"
    r"|came|answered|asked|here|deserves|likes|wants)|none of (?:that|this|it)|(?:that|it|this) (?:isn't"
    r"|is not|doesn't|does not|shouldn't|should not|changes|does) |it (?:should|ought|never|doesn't)"
    r"|(?:your|a new|the new|the replacement|our) [\w' -]{2,40}? (?:should|ought|leaves|left|goes|is on"
    r"|is (?:back|ready|fixed|here|booked|yours)|has been (?:sent|fixed|refunded|put)|comes|arrives)\b"
    r"|here(?:'s| is| are)|to you|with you[,:]? (?:I|we) (?:don't|got|should))",
    re.IGNORECASE,
)
#: The sentence that turns ends by taking it on.
OWNED_AFTER = late(
    r"\b(?:that's|it's|that is|it is|is|was) (?:on (?:us|me)|ours?\b|mine|my (?:fault|mistake|doing))|\bno excuse\b",
    re.IGNORECASE,
)
#: The turn stands before the fellow feeling: "While I sympathise, …", "Much as I feel for you, …".
BEFORE_IT = Turns(
    Turn(
        r"\b(?:while|whilst|although|though|even though|much as|as much as|however much|sorry as|for all that"
        r"|despite the fact that|sympathetic as|notwithstanding that) (?:(?:I|we)(?:'m|'re| am| are)?(?: do|"
        r" can| fully| really| truly| quite| certainly"
        r"| totally| completely| very| deeply){0,3} (?:sympathi[sz]e|understand|appreciate|regret|feel|see"
        r"|accept|acknowledge|recogni[sz]e|sorry|sympathetic|apologi[sz]e|empathi[sz]e|hear|get|know|would"
        r" (?:like|love))|your (?:\w+ )?(?:frustration|disappointment"
        r"|anger|feelings|concerns?|upset)|it(?:'s| is) (?:regrettable|unfortunate"
        r"|understandable))\b[^.!?;\n]{0,90}?, (?!(?:I|we)(?:'ve|'ll| will| have (?:booked|put|sent|moved"
        r"|asked|found|refunded))|your refund|here)",
        "while whilst although though much sorry despite sympathetic notwithstanding",
    )
)
#: In the next sentence no turn is needed: nature, rules or the crowd are called as witnesses.
WITNESS = late(
    r"[^.!?\n]{0,90}(?:,? after all(?=[.!])|\bas (?:(?:clearly|plainly) )?(?:printed|stated|shown|written"
    r"|set out|advertised|mentioned|explained|displayed) (?:on|in|at|by|when|clearly)\b|,? (?:though|mind"
    r"|you know|you understand|you see|(?:to be fair|in fairness)(?: to \w+(?: \w+)?)?|to be honest"
    r"|however)(?=[.!:])"
    r"|\b(?:is|are|was|were|do|does|did|must),? (?:you (?:understand|know|see|realise|realize)|however"
    r"|though|mind you|after all|in fairness|to be fair),)",
    re.IGNORECASE,
)
