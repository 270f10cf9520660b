"""The mail that `bench.intake` feeds: 2,000 mails of a furniture shop's customers, the same bytes for the same seed.

Of each 2,000 there are 1,340 complaints of 3 to 6 paragraphs, 500 replies that are known only by `In-Reply-To` and
`References` of the customer's own earlier mails, 100 automatic replies, and 60 second deliveries: the same bytes and one
more `Received:`. One in ten carries a picture of 50 kB. The mails are written a minute apart; the first forty are all
complaints, the rest arrives in shuffled order, so a reply may come before the mail it answers.
"""

# ruff: noqa: RUF001 -- people write dashes
from __future__ import annotations

import random
from base64 import encodebytes
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.header import Header
from email.utils import format_datetime
from quopri import encodestring
from textwrap import fill, indent

COMPLAINT, REPLY, AUTOMATIC, SECOND = "complaint", "reply", "automatic", "second"
#: Where the corpus begins, if nothing else is said: its bytes do not depend on the day it is made.
BEGINNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
SHARES = {REPLY: 0.25, AUTOMATIC: 0.05, SECOND: 0.03}  # the rest are complaints
FIRST, PICTURED, PICTURE_BYTES = 40, 0.1, 50_000
PREFIXES = {COMPLAINT: "", REPLY: "Re: ", AUTOMATIC: "Automatic reply: "}
BOUNDARY = "=_the_boundary_of_the_parts"

_GIVEN = (
    "Amara Bela Chidi Dora Emil Farah Goran Hanna Idris Jana Kofi Lena Milan Nadia Oskar Petra Rafi Selma Tomas Vera"
)
_FAMILY = (
    "Abara Brandt Castro Dalton Eriksen Fontaine Greco Hartley Ivanov Jansen Keller Lindqvist Marsh Novak Okonkwo Price"
)
_THINGS = (
    "walnut table",
    "corner sofa",
    "wardrobe",
    "bed frame",
    "set of six chairs",
    "bookcase",
    "desk",
    "chest of drawers",
)
_FAULTS = (
    "has a crack along the whole of one side",
    "arrived with two legs of different length",
    "is not the colour that I ordered",
    "was left in the rain outside our door",
    "came without the screws and the instructions",
    "has been promised three times and was never delivered",
    "smells so strongly of glue that we cannot use the room",
    "was delivered to a neighbour whom nobody had asked",
)
_SENTENCES = (
    "I ordered a {thing} from your shop on {day} – order {order} – and it {fault}.",
    "The {thing} cost {amount} and I paid the whole sum in advance, as your shop asked me to.",
    "Your driver said that somebody would ring me on {day} at the latest; nobody did.",
    "I took a day off work for the delivery, and a second one for the collection that did not happen.",
    "My mother is eighty-one and has slept on a mattress on the floor since {day}.",
    "I have called four times – each time I was told something different.",
    "On the telephone I waited {minutes} minutes before I was cut off.",
    "When I read out the number {order}, your colleague could not find it at all.",
    "I do not want to argue about whose fault it is; I would like somebody to tell me what happens next.",
    "We have guests on {day} and nowhere to seat them.",
    "The two people who carried it up the stairs also left a long scratch on the wall of our hallway.",
    "Please do not send me another form letter with an apology in it.",
    "I was a contented customer for eleven years, and I have recommended you to my neighbours.",
    "What annoys me most is not the {thing} but that nobody keeps their word.",
    "You offered me a voucher of {amount}, which is of no use to me while the {thing} {fault}.",
    "I enclose what I wrote to you on {day}, to which I have had no answer whatever.",
    "The replacement part that came in a small parcel belongs to quite another model.",
    "Naïve as I am, I believed the café corner of your shop was a sign of how you treat people.",
    "Could you tell me who is looking after this, and by when I shall hear from them?",
    "If it cannot be mended I should like my {amount} back, and the {thing} collected at your expense.",
    "Your website still says “on its way”, as it has done since {day}.",
    "I kept the packaging, and I have pictures of everything that is broken.",
    "The invoice shows {amount} for assembly, and nobody assembled anything.",
    "My husband spent {minutes} minutes on hold in his lunch break, and gave up.",
)
_ANSWERS = (
    "I forgot to say that the order number is {order}.",
    "Nobody has rung me yet, and it is past {day} now.",
    "One more thing – the {thing} {fault}.",
    "To make it simpler: all I want is that the {thing} is collected and my {amount} returned.",
    "Since I wrote to you the second leg has come off as well.",
    "Has anybody read what I sent you? I would be glad of a word.",
)
_SUBJECTS = (
    "My {thing}",
    "Complaint about order {order}",
    "{thing}: still waiting",
    "Where is my {thing}?",
    "Order {order} – a mess",
)
_AWAY = "Thank you for your message. I am away until {day} and shall read my mail when I am back."


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail of the corpus. `root` is the Message-ID of the complaint that its thread began with."""

    kind: str
    raw: bytes
    message_id: str
    root: str
    sender: str


@dataclass(slots=True)
class _Thread:
    """What one customer has written about one failure so far."""

    name: str
    address: str
    subject: str
    ids: list[str] = field(default_factory=list)
    said: str = ""
    said_at: datetime = BEGINNING


def count(mails: int) -> dict[str, int]:
    """How many of each kind there are in a corpus of so many mails."""
    shares = {kind: round(mails * share) for kind, share in SHARES.items()}
    return {COMPLAINT: mails - sum(shares.values()), **shares}


def corpus(
    mails: int = 2000,
    *,
    to: str,
    seed: int = 1,
    shuffle: int = 1,
    customers: int = 0,
    begin: datetime = BEGINNING,
) -> list[Mail]:
    """The mails in the order in which they arrive.

    `customers` is how many people wrote the complaints: 0 means one for each. `shuffle` is the seed of the order alone.
    """
    written = _Writer(to, random.Random(seed), begin, mails, customers).all()
    first, rest = written[: _first(mails)], written[_first(mails) :]
    random.Random(shuffle).shuffle(rest)
    return first + rest


def sentences(chance: random.Random, how_many: int) -> str:
    """Some sentences of a complaint."""
    return " ".join(_filled(sentence, chance) for sentence in chance.sample(_SENTENCES, how_many))


def _filled(sentence: str, chance: random.Random) -> str:
    return sentence.format(
        thing=chance.choice(_THINGS),
        fault=chance.choice(_FAULTS),
        order=f"HF-{chance.randrange(10_000, 99_999)}",
        day=f"{chance.randint(1, 28)} {chance.choice(('January', 'February', 'March'))}",
        amount=f"£{chance.randint(40, 1900)}.{chance.choice(('00', '50', '99'))}",
        minutes=chance.randint(12, 75),
    )


def _first(mails: int) -> int:
    return min(FIRST, mails // 4)


class _Writer:
    """Writes the mails in the order of their dates, so that everything answered was written before."""

    def __init__(self, to: str, chance: random.Random, begin: datetime, mails: int, customers: int) -> None:
        self.to, self.chance, self.begin = to, chance, begin
        self.wanted = count(mails)
        self.customers = customers or self.wanted[COMPLAINT]
        self.mark = f"{chance.randrange(16**8):08x}"
        self.threads: list[_Thread] = []
        self.written = 0

    def all(self) -> list[Mail]:
        kinds = [kind for kind, wanted in self.wanted.items() for _ in range(wanted)]
        first, kinds = kinds[: _first(len(kinds))], kinds[_first(len(kinds)) :]
        self.chance.shuffle(kinds)
        mails: list[Mail] = []
        for kind in first + kinds:
            mails.append(self._second(mails) if kind == SECOND else self._fresh(kind))
        return mails

    def _second(self, mails: list[Mail]) -> Mail:
        twice = {mail.message_id for mail in mails if mail.kind == SECOND}
        once = [mail for mail in mails if mail.kind in {COMPLAINT, REPLY} and mail.message_id not in twice]
        mail = self.chance.choice(once)
        trace = (
            f"Received: from relay{self.chance.randrange(9)}.example.net by mx2.desk.example.com; {self._tick()}\r\n"
        )
        return Mail(SECOND, trace.encode() + mail.raw, mail.message_id, mail.root, mail.sender)

    def _fresh(self, kind: str) -> Mail:
        thread = self._begun() if kind == COMPLAINT else self.chance.choice(self.threads)
        date = self._tick()
        message_id = f"<{self.mark}.{self.written}@mail.example.com>"
        headers = {
            "Received": f"from mail.example.com by mx.desk.example.com; {date}",
            "From": f"{thread.name} <{thread.address}>",
            "To": self.to,
            "Date": date,
            "Message-ID": message_id,
            "Subject": Header(PREFIXES[kind] + thread.subject).encode(),
        }
        if thread.ids:
            headers |= {"In-Reply-To": thread.ids[-1], "References": "\r\n ".join(thread.ids)}
        if kind == AUTOMATIC:
            headers |= {"Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All", "Precedence": "bulk"}
        raw = _assembled(headers, self._words(kind, thread), self._picture())
        if kind != AUTOMATIC:
            thread.ids.append(message_id)
        return Mail(kind, raw, message_id, thread.ids[0], thread.address)

    def _picture(self) -> bytes:
        if self.chance.random() >= PICTURED:
            return b""
        return b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + self.chance.randbytes(PICTURE_BYTES) + b"\xff\xd9"

    def _begun(self) -> _Thread:
        """A new failure of a customer; when there are fewer customers than complaints, perhaps of one we have seen."""
        which = len(self.threads) % self.customers
        given, family = _GIVEN.split(), _FAMILY.split()
        name = f"{given[which % len(given)]} {family[which // len(given) % len(family)]}"
        address = f"{name.lower().replace(' ', '.')}.{self.mark[:4]}{which}@example.org"
        self.threads.append(_Thread(name, address, _filled(self.chance.choice(_SUBJECTS), self.chance)))
        return self.threads[-1]

    def _words(self, kind: str, thread: _Thread) -> str:
        if kind == AUTOMATIC:
            return _filled(_AWAY, self.chance) + "\n"
        paragraphs = [sentences(self.chance, self.chance.randint(2, 4)) for _ in range(self.chance.randint(3, 6))]
        if kind == REPLY:
            paragraphs = [
                _filled(words, self.chance) for words in self.chance.sample(_ANSWERS, self.chance.randint(1, 2))
            ]
        said = "\n\n".join([fill(paragraph, 72) for paragraph in paragraphs] + [f"Regards\n{thread.name}"])
        quoted = ""
        if kind == REPLY:
            when = f"{thread.said_at:%a, %d %b %Y at %H:%M}"
            quoted = (
                f"\n\nOn {when}, {thread.name} <{thread.address}> wrote:\n{indent(thread.said, '> ', lambda _: True)}"
            )
        thread.said, thread.said_at = said, self._at()
        return said + quoted + "\n"

    def _at(self) -> datetime:
        return self.begin + timedelta(minutes=self.written)

    def _tick(self) -> str:
        self.written += 1
        return format_datetime(self._at())


def _assembled(headers: dict[str, str], words: str, picture: bytes) -> bytes:
    """A mail as it travels. By hand, because the library takes longer to write it than the desk to answer it."""
    text = b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    text += encodestring(words.encode())
    lines = "".join(f"{name}: {value}\r\n" for name, value in {**headers, "MIME-Version": "1.0"}.items()).encode()
    if picture:
        lines += f'Content-Type: multipart/mixed; boundary="{BOUNDARY}"\r\n\r\n'.encode()
        parts = (
            b"image/jpeg\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=broken.jpg"
        )
        parts = b"Content-Type: " + parts + b"\r\n\r\n" + encodebytes(picture)
        mark = f"--{BOUNDARY}".encode()
        text = mark + b"\r\n" + text + b"\r\n" + mark + b"\r\n" + parts + b"\r\n" + mark + b"--\r\n"
    return (lines + text).replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
