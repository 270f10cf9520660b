"""Each commitment that a draft makes is found by itself, with who keeps it and by when."""

from __future__ import annotations

import pytest

from amends.coach import review

CASE = {"now": "2026-05-04T10:00+01:00", "sender": {"name": "Ana Ruiz"}}  # a Monday


def promised(text: str) -> list[tuple[str, str | None]]:
    return [(one.who, one.due.strftime("%a %H:%M") if one.due else None) for one in review(text, CASE).promises]


@pytest.mark.parametrize(
    ("text", "promises"),
    [
        ("I will call you tomorrow.", [("Ana Ruiz", "Tue 17:00")]),
        ("I'll ring you tomorrow morning.", [("Ana Ruiz", "Tue 12:00")]),
        ("We will collect it on Wednesday between 8 and 10.", [("we", "Wed 10:00")]),
        ("You will hear from us within two working days.", [("we", "Wed 17:00")]),
        ("Our safety lead will call you within the hour.", [("Our safety lead", "Mon 11:00")]),
        ("We will reply within 24 hours.", [("we", "Tue 10:00")]),
        ("Your refund will be issued by Tuesday.", [("we", "Tue 17:00")]),
        ("We will look into it.", [("we", None)]),
        ("I'll write at 1 and 4 today.", [("Ana Ruiz", "Mon 13:00"), ("Ana Ruiz", "Mon 16:00")]),
        (
            "I'll ring the maker at two and write to you at three.",
            [("Ana Ruiz", "Mon 14:00"), ("Ana Ruiz", "Mon 15:00")],
        ),
        ("Sam is away on Thursday, so Priya will call you then at 11.", [("Priya", "Thu 11:00")]),
        ("Ines has your phone. She will call you at 2.", [("Ines", "Mon 14:00")]),
        ("I'll tell you by Wednesday noon if that moves.", [("Ana Ruiz", "Wed 12:00")]),
        ("I will call you at 4, and if you would rather write I shall not mind.", [("Ana Ruiz", "Mon 16:00")]),
        ("Marek will swap the valve on Thursday morning.", [("Marek", "Thu 12:00")]),
        ("Siobhan will look after your dog over the weekend.", [("Siobhan", "Sun 17:00")]),
        ("My colleague Olu has your file. He'll walk you through it on Wednesday at 11.", [("Olu", "Wed 11:00")]),
        ("We're picking the fridge up on Friday between 8 and 10.", [("we", "Fri 10:00")]),
        ("I'm having the boiler inspected tomorrow.", [("Ana Ruiz", "Tue 17:00")]),
        ("Tomasz is bringing the key round at half past five.", [("Tomasz", "Mon 17:30")]),
        ("Amir rings you at 4 today.", [("Amir", "Mon 16:00")]),
        ("Your collection is on Thursday between 2 and 4.", [("we", "Thu 16:00")]),
        ("Watch out for an email from me by 6 tonight.", [("Ana Ruiz", "Mon 18:00")]),
        ("Leave this with us until Wednesday noon.", [("we", "Wed 12:00")]),
        ("Back to you by noon.", [("Ana Ruiz", "Mon 12:00")]),
        ("You can rely on us to put it right.", [("we", None)]),
        ("I'll be waiting outside the clinic at 8.45 tomorrow morning.", [("Ana Ruiz", "Tue 08:45")]),
        ("Give me until Thursday and I'll have an answer.", [("Ana Ruiz", "Thu 17:00")]),
        ("I've asked Bea to ring you at 3.", [("Bea", "Mon 15:00")]),
        ("That'll be put right by Wednesday.", [("we", "Wed 17:00")]),
        ("Jo's going to drop it off tomorrow.", [("Jo", "Tue 17:00")]),
        ("Someone from the depot is going to ring you before 5.", [("Someone from the depot", "Mon 17:00")]),
        ("The van may be free on Tuesday. If so, I'll send it to you that day.", [("Ana Ruiz", "Tue 17:00")]),
        ("Yusuf in billing will correct the reading by Thursday at noon.", [("Yusuf", "Thu 12:00")]),
        ("Mrs Adeyemi from our claims desk will ring you at 11.", [("Mrs Adeyemi", "Mon 11:00")]),
        ("Leo on reception will keep your bags behind the desk.", [("Leo", None)]),
        ("Chidi will weld the bracket on Wednesday.", [("Chidi", "Wed 17:00")]),
        ("The plasterer starts on Friday morning.", [("The plasterer", "Fri 12:00")]),
        ("The decorators return on Wednesday at 8 am.", [("The decorators", "Wed 08:00")]),
        ("The chippy is coming round tomorrow arvo.", [("The chippy", "Tue 17:00")]),
        ("Our seamstress is letting out the waist this afternoon.", [("Our seamstress", "Mon 17:00")]),
        ("The roofer is back on Thursday with the slates.", [("The roofer", "Thu 17:00")]),
        ("Your engineer arrives tomorrow between 8 and 10.", [("Your engineer", "Tue 10:00")]),
        ("The hoarding will come off on Friday.", [("we", "Fri 17:00")]),
        ("The mould will be treated on Tuesday.", [("we", "Tue 17:00")]),
        ("The repainting will start on Friday.", [("we", "Fri 17:00")]),
        ("Your complaint gets heard by Rosa on Wednesday.", [("Rosa", "Wed 17:00")]),
        ("Your boots are being resoled tomorrow.", [("we", "Tue 17:00")]),
        ("Nothing further will be charged to your card.", [("we", None)]),
        ("We will not close your case until you say so.", [("we", None)]),
        ("You have written twice, and Olga will answer by 5.", [("Olga", "Mon 17:00")]),
        ("The part may land on Wednesday. If not, I'll ring you that day.", [("Ana Ruiz", "Wed 17:00")]),
    ],
)
def test_a_commitment_has_a_keeper_and_a_time(text: str, promises: list[tuple[str, str | None]]) -> None:
    assert promised(text) == promises


@pytest.mark.parametrize(
    ("text", "promises"),
    [
        ("We'll trace the parcel and let you know.", [("we", None), ("we", None)]),
        ("I'll find out what went wrong and ring you by 5.", [("Ana Ruiz", "Mon 17:00"), ("Ana Ruiz", "Mon 17:00")]),
        ("Let me check with the depot and I'll call you by 4.", [("Ana Ruiz", None), ("Ana Ruiz", "Mon 16:00")]),
        (
            "I'm going to talk to the binder and get back to you by Friday.",
            [("Ana Ruiz", None), ("Ana Ruiz", "Fri 17:00")],
        ),
        (
            "I'll ring the mill at 11, Bo will post the sample by 3, and the surcharge will be struck off by Thursday.",
            [("Ana Ruiz", "Mon 11:00"), ("Bo", "Mon 15:00"), ("we", "Thu 17:00")],
        ),
        (
            "Our florist will rebuild the arch, it will be delivered by noon, and you won't pay a penny.",
            [("Our florist", None), ("we", "Mon 12:00"), ("we", None)],
        ),
        ("My colleague Faye picks it up at 2 and will call you by 4.", [("Faye", "Mon 14:00"), ("Faye", "Mon 16:00")]),
        ("We're open until 5 and Lena will bring it over at 3.", [("Lena", "Mon 15:00")]),
        ("We'll call and explain by Friday.", [("we", "Fri 17:00")]),
        ("I'll come round and fix it on Thursday.", [("Ana Ruiz", "Thu 17:00")]),
        ("We'll keep a seat for you and Jo will meet you at the gate.", [("we", None), ("Jo", None)]),
        ("By Friday we'll have the door hung and Kemi will paint it.", [("we", "Fri 17:00"), ("Kemi", "Fri 17:00")]),
        ("The ferry leaves at 8 and I'll meet you at the pier at 07:30 tomorrow.", [("Ana Ruiz", "Tue 07:30")]),
    ],
)
def test_a_sentence_with_two_deeds_is_two_commitments(text: str, promises: list[tuple[str, str | None]]) -> None:
    assert promised(text) == promises


@pytest.mark.parametrize(
    ("text", "promises"),
    [
        ("We'll ship it on Thursday and email you that evening.", [("we", "Thu 17:00"), ("we", "Thu 21:00")]),
        (
            "The electricity comes back tonight at 10 and I'll text you at 10:15.",
            [("we", "Mon 22:00"), ("Ana Ruiz", "Mon 22:15")],
        ),
        (
            "The fitter comes on Thursday. I'll ring you at 5 to hear how it went.",
            [("The fitter", "Thu 17:00"), ("Ana Ruiz", "Thu 17:00")],
        ),
        ("Please send the photo by Wednesday. I'll call you at 4.", [("Ana Ruiz", "Mon 16:00")]),
        ("I rang you on Friday. I'll ring again at 3.", [("Ana Ruiz", "Mon 15:00")]),
    ],
)
def test_an_hour_is_of_the_day_spoken_of_before_it(text: str, promises: list[tuple[str, str | None]]) -> None:
    assert promised(text) == promises


@pytest.mark.parametrize(
    "text",
    [
        "We won't bill you for the call-out.",
        "We will never sell your address.",
        "We're not going to leave you without heating.",
        "We won't start the work without asking you.",
        "You won't be charged for the return.",
        "Your rent won't go up this year.",
        "No fee will be taken from your card.",
    ],
)
def test_what_they_are_spared_is_a_commitment(text: str) -> None:
    assert promised(text) == [("we", None)]


@pytest.mark.parametrize(
    "text",
    [
        "We will not be able to refund you.",
        "We won't have the part until Friday.",
        "We won't refund the postage.",
        "We won't be open on Monday.",
        "I hope we won't need to charge you.",
        "I'm afraid we won't get to it before Thursday.",
    ],
)
def test_what_is_refused_or_cannot_be_done_is_no_commitment(text: str) -> None:
    assert promised(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "We are open until 5 pm on Friday.",
        "I called you on Friday at 4.",
        "Shall I call you at 4?",
        "Please call me by Friday.",
        "I hope to have it by Friday.",
        "Your neighbour will be back on Friday.",
        "If you send me the slip I will refund you today.",
        "Tell me which, and I will book it the same day.",
        'You wrote: "I will cancel by Friday".',
        "> I will call you tomorrow.",
        "Your neighbour has the key. She'll let the fitter in on Friday.",
        "Your son told me he'll pick up the laptop tomorrow.",
        "The council says it will clear the drain by Thursday.",
        "The makers told us their technician will visit on Tuesday.",
        "The ferry departs at 7:40 and the last one at 22:15.",
        "Your warranty expires on Friday.",
        "Are you in on Tuesday? If so, text me and we'll send the van.",
        "Was the leak in the kitchen? If yes, I'll send a plumber today.",
        "Once I have your form I'll refund you the same day.",
        "Pop in and we'll fix it on the spot.",
        "He wrote, 'We'll refund you by Friday', and that was wrong.",
        "I'll be on leave from Thursday.",
        "I'll be back in the office on Monday.",
        "We're closing at 5 today.",
        "I don't think it'll be ready by Friday.",
        "We'll have to wait until Friday.",
        "I'm writing to you today because of your letter.",
        "If you want it mended, we will mend it. If not, we will buy it back.",
        "If you keep the rug, we will clean it. Otherwise we will take it away.",
        "Choose a colour and our painter will start on Wednesday.",
        "The neighbours' builder starts on Friday at 7.",
        "Your plumber is coming on Thursday, you wrote.",
        "Your surveyor told us he is coming on Friday.",
        "The makers are sending a new firmware out on Friday.",
        "Amazon will deliver it on Friday, their page says.",
        "Tom is getting married on Saturday.",
        "Our florist works until 5 on Friday.",
        "Our chef is on holiday until Thursday.",
        "The road will be closed from Tuesday.",
        "The bus will be replaced by a coach on Sunday.",
        "The balance will be taken on Friday.",
        "The rain will stop by noon.",
        "The strike will end on Thursday.",
        "Your card will be blocked on Friday.",
        "The parts will be delayed until Friday.",
        "Our fitter returned the key on Friday.",
        "Let me explain what went wrong.",
        "Let me know by Friday.",
    ],
)
def test_what_binds_nobody_is_no_commitment(text: str) -> None:
    assert promised(text) == []


def test_a_time_is_given_in_the_offset_of_now_and_without_a_now_there_is_none() -> None:
    (there,) = review("I will call you tomorrow at 4.", CASE).promises
    assert there.as_data() == {
        "quote": "I will call you tomorrow at 4.",
        "who": "Ana Ruiz",
        "due": "2026-05-05T16:00:00+01:00",
    }
    (nowhere,) = review("I will call you tomorrow at 4.").promises
    assert nowhere.as_data() == {"quote": "I will call you tomorrow at 4.", "who": "I", "due": None}
