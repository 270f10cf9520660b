"""A person has answered, and we do not know yet whether we understood."""

from __future__ import annotations

from amends.sample.pictures import photograph
from amends.sample.shop import ELENA, JONAS, NORA, PRIYA, SAM
from amends.sample.stage import Vow
from amends.sample.story import Story


def stories() -> list[Story]:
    """Eight cases in which we listen."""
    return [*_read_back(), *_hard_to_reach(), *_delicate()]


def _read_back() -> list[Story]:
    return [
        Story("wobbly-table", "Sunita Rao", "sunita.rao@example.com")
        .writes(
            "w1 09:20",
            """
            We are eating off a table that rocks. I have shimmed it with beer mats, I have turned it round, I have tightened
            everything with the little key. It rocked out of the box. When I rang the shop I was asked whether my floor was
            level. It is level. The old table did not rock.

            I don't want to be told about my floor again.
            """,
            "Dining table rocks (HO-20334)",
        )
        .taken("w1 10:02", ELENA)
        .facts(
            "w1 10:10", ELENA, what="A Wensley table, 160 cm, rocks", order="!HO-20334", when="Since it was unpacked"
        )
        .concerns(
            "w1 10:14",
            ELENA,
            "A table that stands still",
            "I don't want to be told about my floor again",
            implied=["To be believed"],
        )
        .reply(
            "w1 11:30",
            ELENA,
            """
            Dear Mrs Rao,

            Thank you for telling us, and for everything you tried before you did. I am sorry: first that the table rocks,
            and then that when you rang, the first thing you were asked about was your floor. You should have been believed.

            Before I promise anything I would like to be sure I have it right.
            """,
            readback="""
            The Wensley table has rocked since the day you unpacked it. You have tightened and turned it, and your floor is
            not the reason. When you rang us you were not taken seriously. You need a table that stands still, without
            being sent on another round of checks.
            """,
            ask_wish=True,
            unmarked=["Before I promise anything I would like to be sure I have it right."],
        ),
        Story("mattress", "Colm Reilly", "colm.reilly@example.com", "+44 7700 900224")
        .writes(
            "w2 13:05",
            """
            The mattress that came with our Malham bed is not the one we lay on in the shop. We asked for the firm one and
            paid for it. This one is soft and my wife's back is worse than it was with the old one. The label has been cut
            off, which I find strange.
            """,
            "Not the mattress we chose",
        )
        .reply(
            "w2 15:40",
            NORA,
            """
            Dear Mr Reilly,

            Thank you for writing, and I am sorry that you paid for one mattress and are lying on another, the more so with
            your wife in pain. I have your order in front of me; it says "firm".
            """,
            readback="""
            You chose and paid for the firm mattress. What was delivered is softer than the one in the shop, and its label is
            missing. Your wife's back is suffering. You would like the mattress you chose.
            """,
        )
        .concerns("w2 15:50", NORA, "The mattress we chose", "My wife's back")
        .disputes(
            "m95",
            """
            Nearly. But it is not only softer, it has been USED. There is a stain under the cover and hairs that are
            not ours. That is what upset my wife. Please do not send the same kind of thing again.
            """,
        )
        .offers(
            "m85",
            NORA,
            PRIYA,
            "Priya knows the maker's inspector and can have the mattress fetched and looked at this week",
        )
        .accepts(
            "m62",
            PRIYA,
            """
            Rang Mr Reilly and his wife. Said thank you for not letting it pass, and that I am sorry: a used mattress should never
            have left our warehouse. Told them that I have their case from Nora, and why: I can have it fetched and examined, and a
            new one chosen by them, not by us. He would like his wife to lie on it first. They need not tell it again.
            """,
            vows=[Vow("Ring them with the hour at which the mattress is fetched", "+w1 12:00", "call")],
        ),
        Story("smell", "Ingrid Solberg", "ingrid.solberg@example.org")
        .writes(
            "w1 14:30",
            """
            Hi! Our new bookcase has a strong smell of paint, also after two weeks with open windows. My daughter has asthma
            and cannot sleep in the room. I like the bookcase very much, I only need to know if the paint is safe.
            """,
            "Smell of paint, Dales bookcase",
        )
        .about("w1 15:50", JONAS, language="nb", time_zone="Europe/Oslo")
        .graded("w1 15:51", JONAS, 2, "A child with asthma")
        .reply(
            "w1 16:05",
            JONAS,
            """
            Hei Ingrid,

            Thank you for asking, and I am sorry: two weeks of open windows in November is no way to live, and your daughter's
            sleep comes first. Please move the bookcase out of her room tonight if you can. I have asked our workshop which
            lacquer was used on yours, and will tell you what they say, good or bad.

            Is the number on the sticker at the back 44-something? Then I can find the batch.
            """,
            vows=[Vow("Tell you what they say, good or bad", "+m150", "news")],
        )
        .asks(
            "w1 16:08",
            JONAS,
            "Which lacquer is on the Dales bookcases of this autumn, and is it safe in a child's room?",
            of="Ruth Ackroyd",
            department="Finishing shop",
            email="ruth.ackroyd@hearthandoak.example.com",
            due="m65",
        )
        .concerns(
            "w1 16:10",
            JONAS,
            "I only need to know if the paint is safe",
            implied=["A room in which her daughter can sleep"],
        )
        .writes(
            "m100",
            "Hi again! Any news from your workshop? I am still waiting, and she sleeps on the sofa. The number is 4417.",
        ),
    ]


def _hard_to_reach() -> list[Story]:
    return [
        Story("bad-address", "Peter Hallam", "peter.hallam@example.com", "+44 7700 900318")
        .tells(
            "w1 10:40",
            """
            Bought a desk, came with two left sides. He gave his address to the shop by phone. Friendly, a bit resigned: "I
            thought it might be me, so I asked my brother, who's a joiner. It isn't me."
            """,
            "A desk with two left sides",
            by=SAM,
            typed="w1 10:55",
            owner=SAM,
        )
        .reply(
            "w1 11:45",
            SAM,
            """
            Dear Mr Hallam,

            Thank you for ringing, and please thank your brother too. I am sorry that you spent an evening on a desk that
            could never have gone together. I have put a right-hand side aside with your name on it.
            """,
        )
        .bounces("w1 11:47", "550 5.1.1 no such user here")
        .tries("w1 16:20", SAM, "no_answer")
        .note("w1 16:22", SAM, "Address must be wrong by a letter. Rang: no answer. He works shifts.")
        .wants_call(
            "w1 16:40",
            SAM,
            "His brother rang back: Peter is home before six, or after. He would like a call",
            due="+m60",
        )
        .tries_call("m48", ELENA, "no_answer"),
        Story("out-of-office", "Caroline Beck", "c.beck@example.com")
        .writes(
            "w2 09:30",
            """
            We ordered 14 Ribble chairs for our reception and received 13. The missing one has been "on the next van" for
            three weeks. I need somebody to own this please.
            """,
            "13 chairs instead of 14",
        )
        .belongs("w2 10:10", ELENA, "Beck & Lowther Solicitors", "company")
        .reply(
            "w2 10:40",
            ELENA,
            """
            Dear Ms Beck,

            Thank you for your patience, which I see we have used up. I am sorry. I own this from now on; my direct number is
            below. I am finding out today where chair number 14 actually is, not where the system says it is.
            """,
            readback="""
            You ordered 14 chairs and have 13. For three weeks you have been told that the last one is on the next van. You
            want one person who answers for it, and the chair.
            """,
            vows=[Vow("I am finding out today where chair number 14 actually is", "w2 17:00", "news")],
        )
        .out_of_office(
            "w2 10:41",
            "I am out of the office until Thursday. In urgent matters please write to reception@example.com.",
        )
        .concerns("w2 10:50", ELENA, "The fourteenth chair", "I need somebody to own this")
        .keeps("w2 15:35", ELENA, "Spoke to the depot in Wakefield: it is there, behind a wardrobe, with no label")
        .note(
            "w2 15:40",
            ELENA,
            "She is away until Thursday. Chair goes on Monday's van either way; tell her when she is back.",
        ),
        Story("no-answer", "Alfred Mottram", phone="+44 1274 960733")
        .tells(
            "w3 15:10",
            """
            Rang about a recliner that will not go back up. He is 84, lives alone, and had to be helped out of it by the
            woman next door. Sounded ashamed more than cross. "I don't like to make a fuss."
            """,
            "A recliner that will not go back up",
            severity=2,
            by=ELENA,
            owner=ELENA,
            typed="w3 15:25",
        )
        .talk(
            "w3 16:05",
            ELENA,
            """
            Rang him back at four. Said thank you for ringing and told him it was no fuss at all. Said I was very sorry that he had
            sat stuck like that. He told me about it to the end. An engineer would look at it this week; I would ring to say
            which day. Asked whether the neighbour could stay with him when he uses it: she can.
            """,
            vows=[Vow("Ring him to say which day the engineer comes", "w2 16:00", "call")],
        )
        .heard("w3 16:30", ELENA)
        .concerns("w3 16:32", ELENA, "A chair that goes back up", implied=["Not to be stuck alone again"])
        .tries("w2 10:30", ELENA, "no_answer")
        .tries("w2 15:00", ELENA, "voicemail")
        .letter(
            "w1 09:30",
            ELENA,
            """
            Dear Mr Mottram, I have tried your telephone twice and did not want to worry you by trying all day. Our engineer,
            Mr Bell, can come on any morning this week. If you ring me, or your neighbour does, he will come the next
            day. Thank you for your patience, and I am sorry that it is needed.
            """,
        )
        .keeps("w1 09:35", ELENA, "He has it by letter, a day late: he did not hear the telephone, twice"),
    ]


def _delicate() -> list[Story]:
    return [
        Story("driver", "Alice Munro-Grant", "a.munrogrant@example.com", "+44 7700 900877")
        .writes(
            "w1 12:10",
            """
            I would rather not write this. One of the two men who delivered our wardrobe on Tuesday made remarks to my
            daughter, who is sixteen and had opened the door. She told me only yesterday. I have it written down in her words.
            I do not want a voucher. I want to know that he will not be sent to anybody's house until somebody has talked
            to him, and I want my daughter left out of it as far as possible.
            """,
            "Private: about your delivery on Tuesday",
        )
        .given("w1 12:25", NORA, PRIYA)
        .graded("w1 12:26", NORA, 1, "A child was made to feel unsafe by somebody we sent")
        .restricted("w1 12:27", PRIYA)
        .talk(
            "w1 12:50",
            PRIYA,
            """
            Rang her at once. Said thank you, and to her daughter, for telling us; told her that I am sorry, without any "if". She read
            me what her daughter wrote. The man does not work for us today nor until this is looked into; the carrier confirmed
            at 12:40. Nobody will contact her daughter. I will ring her tomorrow with what has been done, when she is home.
            """,
        )
        .heard("w1 13:10", PRIYA)
        .promises_call("w1 13:12", PRIYA, "Ring Mrs Munro-Grant with what has been done", "+m75")
        .note("w1 13:15", PRIYA, "Carrier's manager has it in writing. Tom and Nora know; nobody else needs to."),
        Story("impatient", "Rhys Calder", "rhys.calder@example.com")
        .writes("w1 15:00", "Where's my refund? Returned the lamp on the 2nd. HO-20299.", "Refund")
        .reply(
            "w1 15:35",
            SAM,
            """
            Dear Mr Calder,

            Thank you for the order number. I am sorry that you had to ask. The lamp was booked in at our warehouse, and the
            refund should have left us within two days of that. I am asking accounts why it did not. You will hear from me by
            tomorrow morning, whatever they say.
            """,
            vows=[Vow("You will hear from me by tomorrow morning, whatever they say", "m175", "news")],
        )
        .asks(
            "w1 15:40",
            SAM,
            "Why did the refund for HO-20299 not leave us, and when does it?",
            of="Derek Holt",
            department="Accounts",
            email="derek.holt@hearthandoak.example.com",
            due="+m120",
        )
        .writes("m170", "That was yesterday. Any news? I'm overdrawn because of this.")
        .writes("m45", "??")
        .is_told(
            "m28",
            ELENA,
            "Paid back on the 9th, to a card that has run out; the bank returned it. It can go again today",
        )
        .draft("m20", ELENA, "Dear Mr Calder, accounts found it: the refund was paid to the card you used in"),
        Story("armoire", "Mathilde Caron", "mathilde.caron@example.org")
        .writes(
            "w1 10:05",
            """
            Bonjour, l'armoire « Dales » que vous avez livrée à Lille a une porte fendue sur toute la hauteur. Le livreur a
            dit de ne rien signer, puis il est parti avec le papier. J'ai pris des photos. Je préfère que l'on m'écrive
            en français, si c'est possible.
            """,
            "Porte fendue, commande HO-20351",
            [photograph("porte.png", flaw="crack")],
        )
        .about("w1 11:00", PRIYA, language="fr", time_zone="Europe/Paris")
        .reply(
            "w1 12:20",
            ELENA,
            """
            Chère Madame Caron,

            Merci de nous avoir écrit, et merci pour les photos. Je suis sincèrement désolée : une porte fendue, et un livreur
            qui emporte le seul papier. J'ai noté votre récit tel quel ; vous n'aurez pas besoin de le prouver une seconde fois.
            Pourriez-vous me dire si l'armoire ferme encore, et si elle peut attendre dans la pièce ?
            """,
        )
        .facts(
            "w1 12:30",
            ELENA,
            what="One door split from top to bottom",
            where="Lille",
            order="!HO-20351",
            other="?The driver took the delivery note",
        )
        .concerns("w1 12:31", ELENA, "Une porte qui n'est pas fendue", "Que l'on m'écrive en français")
        .offers(
            "m55",
            ELENA,
            PRIYA,
            "Priya speaks French, and can ring Madame Caron and the depot in Lille in their own language",
        ),
    ]
