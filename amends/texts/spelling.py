"""Words as they were meant: what is typed in haste, and the words that matter with one letter wrong."""

from __future__ import annotations

import re
from functools import lru_cache

#: Typed like this more often than not by mistake, or for short.
_MENDED = dict(
    pair.split("=")
    for pair in """
    u=you ur=your r=are pls=please plz=please plse=please thx=thanks tnx=thanks ty=thanks msg=message acc=account
    acct=account recieved=received recieve=receive recived=received definately=definitely defiantly=definitely
    seperate=separate untill=until wich=which becuase=because becasue=because cos=because coz=because bcoz=because
    cuz=because teh=the thier=their alot=lot refunf=refund adn=and hav=have havnt=haven't wasnt=wasn't gonna=going
    wanna=want gotta=must tommorow=tomorrow tomorow=tomorrow yr=year yrs=years wk=week wks=weeks hrs=hours hr=hour
    min=minute mins=minutes appt=appointment custserv=service cust=customer svc=service ppl=people smth=something
    sth=something wud=would cud=could shud=should wat=what dat=that ma'am=madam lawer=lawyer laywer=lawyer
    solicter=solicitor soliciter=solicitor solictor=solicitor sollicitor=solicitor court=court cort=court sewing=sewing
    tel=phone telly=tv mum=mother mom=mother mam=mother dad=father hubby=husband bday=birthday bdays=birthdays
    alergic=allergic alergy=allergy allergie=allergy ambulence=ambulance hospitalised=hospitalized hosptial=hospital
    brused=bruised woundnt=wouldn't fone=phone fon=phone cancle=cancel cancled=cancelled canceld=cancelled
    canceling=cancelling canceled=cancelled cancelation=cancellation wierd=weird wen=when wiv=with wot=what dnt=don't
    cnt=can't didt=didn't dint=didn't nvr=never agn=again agin=again wheelchare=wheelchair wheel-chair=wheelchair
    diabetis=diabetes diabetc=diabetic pregnent=pregnant cancelling=cancelling ombudsmen=ombudsman ombudsmam=ombudsman
    trustpiolt=trustpilot fraudlent=fraudulent faraud=fraud scamed=scammed racest=racist rascist=racist greif=grief
    funral=funeral widdow=widow deth=death elec=electricity electrocution=electrocuted tweeting=tweeting twiter=twitter
    facbook=facebook fb=facebook insta=instagram yt=youtube
    """.split()  # noqa: SIM905 - read better as a text
)
#: The words that decide; one wrong, missing or swapped letter in them is mended.
_DECISIVE = """
    solicitor solicitors attorney attorneys lawyers barrister ombudsman regulator regulators tribunal litigation
    chargeback prosecute prosecution compensation negligence negligent legally statutory injured injuries injury burning
    burned ambulance hospital hospitalized paramedics electric electrocuted electrical electricity explosion exploded
    exploding overheated overheating allergic allergy allergies anaphylaxis anaphylactic poisoning poisoned contaminated
    contamination infection infected unconscious collapsed choking choked swallowed swallow dangerous hazardous concussion
    stitches bleeding vomiting unsafe carbon monoxide sparking smoking wheelchair disabled disability disabilities
    pregnant pregnancy diabetic diabetes dementia alzheimers depression depressed suicidal suicide bereaved bereavement
    funeral bankruptcy homeless evicted eviction redundant redundancy chemotherapy operation surgery pensioner carer
    autistic epilepsy epileptic cancelling cancelled cancellation cancel subscription membership contract competitor
    provider switching trustpilot facebook twitter instagram youtube tiktok journalist newspaper reporter television
    consumer watchdog google reviews review discriminated discrimination discriminating discriminatory racist racism
    sexist homophobic harassed harassment religion ethnicity nationality privacy confidential fraudulent fraudster
    fraudsters scammer scammed scammers hacked identity unauthorised unauthorized personal someone another again already
    complained complaint complaining reported repaired replacement replaced returned refund refunded disappointed
    disappointing disappointment frustrated frustrating unacceptable disgusted disgusting ridiculous appalling terrible
    horrible worried anxious embarrassed embarrassing humiliated humiliating ignored delivery delivered package parcel
    cockroach cockroaches maggots mould stranger strangers threatened overcharged charged double mistake charging fraud
    insulin engineer technician installer appointment customer service emergency medication medicine prescription children
    daughter toddler breathing unfortunately especially immediately incompetent useless received broken missing damaged
    faulty defective
    """.split()  # noqa: SIM905 - read better as a text


def _keys(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


_SHORTEST = 6
#: Letters that are mistaken for each other by ear; any other wrong letter may make another word ("hopeless", "homeless").
_ALIKE = (frozenset("aeiouy"), frozenset("sczx"), frozenset("ckq"), frozenset("gj"), frozenset("fv"))
_ENDINGS = frozenset({"", "s", "d", "r", "e", "y", "ed", "er", "es", "ly", "al", "ing"})
_KNOWN = frozenset(_DECISIVE)
_NEAR: dict[str, str] = {}
for _word in _DECISIVE:
    if len(_word) >= _SHORTEST:
        for _key in _keys(_word):
            _NEAR.setdefault(_key, _word)
#: English words that lie one letter beside a decisive one and are meant as they stand.
_MEANT = frozenset(
    """
    cancer cancels cancers provided provides provide reviewed reviews reviewer contracts contact contacts repaired
    repairer repair repairs repeated reporters reported reports report replaced replaces replace turned returns returner
    refunds deliver delivers infections poisonings service services serviced customers customs personnel persons person
    alright customer's broker brokers missing mission kissing smoking smokin soaking stocking choosing child deputed
    disputed complaints complained complain complains complainer damages damage fault faults ignore ignores ignoring
    ignored parcels packages packaged packaging regulate regulates swallows recover charges charge charger changing change
    changes changed chained charmed worries worried stranger strange strangest relations another's engineers appointments
    emergence medicines medications prescriptions daughters toddlers injure injures inquiry enquiry burnings spending
    sending parking sparkling barking marking sharking speaking operations operating surgeries carers career careers
    concession concessions cheking checking
    bookings looking cooking religions nationalities identify identity horribly terribly terrible probable mistakes
    doubled doubles received receiver receives receive useful unless subscriptions memberships switches switched googled
    """.split()  # noqa: SIM905 - read better as a text
)


@lru_cache(maxsize=20_000)
def mended(word: str) -> str:
    """The word as it was meant; the word itself where nothing better is known. "soo" and "sooooo" are "so"."""
    if word in _MENDED:
        return _MENDED[word]
    if len(word) > 4:  # noqa: PLR2004 - "aaa" is nobody's word
        word = re.sub(r"(\w)\1{2,}", r"\1\1", word)
    if len(word) < _SHORTEST or word in _KNOWN or word in _MEANT or not word.isascii() or not word.isalpha():
        return word
    return _nearest(word) or word


def _nearest(word: str) -> str | None:
    """A decisive word with the same first letter, one letter away; endings of its own stay as they are."""
    for key in (word, *sorted(_keys(word) - {word})):
        found = _NEAR.get(key)
        if (
            found
            and found[0] == word[0]
            and abs(len(found) - len(word)) <= 1
            and not _inflected(word, found)
            and _one_slip(word, found)
        ):
            return found
    return None


def _inflected(word: str, found: str) -> bool:
    """Whether the two differ only in their ending, as "repairs" and "repair" do."""
    pairs = enumerate(zip(word, found, strict=False))
    shared = next((at for at, (one, other) in pairs if one != other), min(len(word), len(found)))
    return {word[shared:], found[shared:]} <= _ENDINGS


def _one_slip(word: str, found: str) -> bool:
    """Whether one letter was added, left out, mistaken, or swapped with its neighbour."""
    if len(word) != len(found):
        longer, shorter = (word, found) if len(word) > len(found) else (found, word)
        return shorter in _keys(longer)
    wrong = [at for at, (one, other) in enumerate(zip(word, found, strict=True)) if one != other]
    first, last = wrong[0], wrong[-1]
    swapped = len(wrong) == last - first + 1 == len("ab") and word[first] == found[last] and word[last] == found[first]
    alike = len(wrong) == 1 and any({word[first], found[first]} <= group for group in _ALIKE)
    return alike or swapped
