"""What customers write about, in their own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.themes.groups import NoThemes, find, how_many
from amends.themes.growing import growing
from amends.themes.likeness import alike
from amends.themes.words import phrases, terms, words
from tests.themes.letters import letters


def test_letters_fall_into_their_subjects_each_named_by_words_that_customers_used() -> None:
    texts, of = letters(400)
    found = find(lambda: texts, themes=4)
    assert len({(subject, label) for subject, label in zip(of, found.labels.tolist(), strict=True)}) == 4
    assert sum(each.n for each in found.themes) == 400
    for place, theme in enumerate(found.themes):
        own = [text for text, label in zip(texts, found.labels, strict=True) if label == place]
        assert sum(theme.name in " ".join(words(text)) for text in own) > len(own) / 4
        assert {of[example] for example in theme.examples} == {of[found.labels.tolist().index(place)]}
    assert len({theme.name for theme in found.themes}) == 4


def test_the_same_texts_give_the_same_themes_and_in_batches_too() -> None:
    texts, of = letters(900)
    once, again = (find(lambda: texts, themes=4, sample=300, batch=100) for _ in range(2))
    assert once.themes == again.themes
    assert (once.labels == again.labels).all()
    assert len(set(zip(of, once.labels.tolist(), strict=True))) == 4


def test_a_new_text_gets_its_theme_and_one_that_says_nothing_known_gets_none() -> None:
    texts, of = letters(400)
    found = find(lambda: texts, themes=4)
    parcel = found.labels[of.index("late parcel")]
    assert found.of(["where is the parcel, it is late", "zzz"]).tolist() == [parcel, -1]


def test_a_few_texts_have_no_themes() -> None:
    with pytest.raises(NoThemes, match="10 texts"):
        find(lambda: letters(10)[0])
    with pytest.raises(NoThemes, match="0 texts"):
        find(lambda: [""] * 100)
    with pytest.raises(NoThemes, match="Hardly a word"):
        find(lambda: [chr(97 + i % 26) * 3 + chr(97 + i // 26) * 2 for i in range(40)])


def test_the_more_texts_the_more_themes_but_never_more_than_one_can_read() -> None:
    assert how_many(30) == 4
    assert how_many(7000) == 15
    assert how_many(10**9) == 40


def test_what_is_new_and_what_grows_is_told_with_its_counts_and_nothing_else() -> None:
    before, _ = letters(300, subjects=("late parcel", "wrong bill"))
    now = (
        letters(60, subjects=("late parcel", "wrong bill"), seed=2)[0]
        + letters(30, subjects=("broken door",), seed=3)[0]
    )
    found = growing(before, now)
    assert found[0].new
    assert any("door" in phrase or "hinge" in phrase for phrase in (found[0].phrase, *found[0].others))
    assert all(60 <= place < 90 for place in found[0].examples)
    assert (found[0].of_now, found[0].of_before) == (90, 300)
    assert not any("parcel" in each.phrase or "bill" in each.phrase for each in found)


def test_growth_is_told_with_the_least_it_may_be() -> None:
    before = letters(380, subjects=("late parcel",))[0] + letters(20, subjects=("rude staff",), seed=4)[0]
    now = letters(60, subjects=("late parcel",), seed=5)[0] + letters(40, subjects=("rude staff",), seed=6)[0]
    (first, *_) = growing(before, now)
    assert not first.new
    times = (first.now / first.of_now) / (first.before / first.of_before)
    assert 1.5 < first.low < times


def test_chance_is_no_growth() -> None:
    found = [growing(letters(300, seed=seed)[0], letters(100, seed=seed + 50)[0]) for seed in range(10)]
    assert found == [[]] * 10


def test_with_nothing_before_nothing_grows() -> None:
    assert growing([], letters(50)[0]) == []
    assert growing(letters(50)[0], []) == []


def test_copies_and_near_copies_are_found_and_different_letters_are_not() -> None:
    first = (
        "I ordered a green kettle on the third of March and it has not come, although you promised it for the tenth."
    )
    near = first.replace("green", "red")
    other = "The clerk at your counter was rude to my mother when she asked for the form, and nobody has apologised."
    found = list(alike([first, other, near, "", first.upper() + "!", ""], least=0.6))
    assert [(each.first, each.second) for each in found] == [(0, 2), (0, 4)]
    assert not found[0].same
    assert found[1].same


@given(st.text(max_size=400))
def test_any_text_has_words_and_is_like_itself_if_it_has_any(text: str) -> None:
    assert all(word in set(words(text)) for term in terms(text) for word in term.split())
    assert set(terms(text)) <= set(phrases(text))
    assert len(list(alike([text, text]))) == bool(words(text))


def test_what_was_blacked_out_and_addresses_are_no_words() -> None:
    assert words("XXXX XX/XX/2016 paid $1,200.00 to a@b.example, see https://x.example/y #sad @firm It's 5xx") == [
        "paid", "to", "see", "it's",
    ]  # fmt: skip
