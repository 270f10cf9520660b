"""Which language a text is in, by its script and its small words. A guess that needs no model; it names, and does not translate."""

from __future__ import annotations

import re

#: The small words that a language cannot do without. Words that several of these languages share count for each of them.
_SMALL = {
    "en": "the and to of is was in that it for you have with on my not this be are i a we they but he she your me had from what"
    " an at has been no do did so if when there can will would or by as just how why please still never where who get got",
    "de": "der die das und ist nicht ich sie ein eine zu mit auf für den dem es wir habe haben von wurde war auch noch mein meine"
    " ihr ihre bei aus wie aber wenn dass nach seit kein keine bitte im",
    "fr": "le la les et est des une pas je vous que pour dans ce qui sur mon ma mes nous avec plus avez été au aux il elle mais"
    " votre depuis suis ai cette très bonjour j'ai n'est c'est d'une du ne",
    "es": "el la los las y es que no de un una por para con mi me se lo su del al pero está muy hace ha he sin como más cuando"
    " todavía nadie buenos hola gracias ustedes usted mis pedido",
    "it": "il lo la gli e è che non di un una per con mi ho sono del della al ma più come questo anche vostro mio mia da ancora"
    " nessuno buongiorno grazie stato hanno dei nel",
    "pt": "o a os as e é que não de um uma por para com me se do da no na mas meu minha muito está foi ainda você eu dos das mais"
    " quando obrigado olá nenhum",
    "nl": "de het een en is niet ik van te dat op met voor zijn heb mijn aan er maar u uw wij nog geen ook bij naar deze werd"
    " hebben graag heeft al",
    "sv": "och det att är inte jag en ett på som för med har den till av mig min ni vi från kan men om när hade var mitt er",
    "da": "og det at er ikke jeg en et på som for med har den til af mig min vi fra kan men om når havde var mit",
    "pl": "nie i w na się z że to do jest jak od ale mam za po co mi jestem moje moja przez dla już czy tego został proszę",
    "tr": "ve bir bu için ile da de çok ama ne değil var yok ben benim hala kadar gibi olarak",
    "id": "dan yang di tidak saya ini itu untuk dengan dari ke sudah belum ada bisa anda mohon akan pada",
    "cs": "a je se na v že to s z do jsem ale jak už není mi pro od by jste jsme mám nebo",
    "fi": "ja on ei en se että mutta olen oli ole minun mitä kun vielä jo ovat tämä siitä",
    "ro": "și este nu în la de cu pe care am un o mai pentru din sunt dar să mi-a fost dumneavoastră",
    "hu": "a az és nem hogy van egy is de meg már még csak ez volt kérem önök vagyok",
}
_LANGUAGES: dict[str, tuple[str, ...]] = {}
for _name, _words in _SMALL.items():
    for _word in _words.split():
        _LANGUAGES[_word] = (*_LANGUAGES.get(_word, ()), _name)
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("uk", re.compile(r"[іїєґІЇЄҐ]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("fa", re.compile(r"[پچژگ]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("bn", re.compile(r"[\u0980-\u09ff]")),
    ("ta", re.compile(r"[\u0b80-\u0bff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
)
_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_ASCII_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)?")
_ENGLISH = {word: ("en" in codes) / len(codes) for word, codes in _LANGUAGES.items()}
#: One small word that another language has too ("min") is not enough to call a plain text foreign.
_SURE = 1.5
#: So much is enough to tell.
_READ = 1000
_LETTER = re.compile(r"[^\W\d_]")


def language(text: str) -> str:
    """The ISO code of the language most words are in; "und" where there are no words at all.

    A text in Latin letters without a small word of any language ("refund pls") counts as English.
    """
    words = text[:_READ].replace("\u2019", "'")
    if not _LETTER.search(words):
        return "und"
    if not words.isascii() and _is_mostly_of_another_script(words):
        return next((code for code, script in _SCRIPTS if script.search(words)), "und")
    tokens = (_ASCII_TOKEN if words.isascii() else _TOKEN).findall(words.lower())
    known = [token for token in tokens if token in _LANGUAGES]
    english = sum(map(_ENGLISH.__getitem__, known))
    if known and english * 1.2 >= len(known) - english:  # no other language can have more
        return "en"
    counts: dict[str, float] = {}
    for token in known:
        for code in (found := _LANGUAGES.get(token, ())):
            counts[code] = counts.get(code, 0) + 1 / len(found)
    if not counts:
        return "en" if words.isascii() else "und"
    best = max(counts, key=lambda code: (counts[code], code == "en"))
    if counts.get("en", 0) * 1.2 >= counts[best] or (counts[best] < _SURE and words.isascii()):
        return "en"
    return best


def _is_mostly_of_another_script(words: str) -> bool:
    letters = [letter for letter in words if letter.isalpha()]
    return sum(letter > "\u0370" and not "\u1e00" <= letter <= "\u1fff" for letter in letters) * 2 > len(letters)
