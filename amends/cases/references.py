"""Reference numbers: short enough to say on the phone, drawn at random, never reused."""

from __future__ import annotations

import secrets

#: No vowels, so no words; no 0/O, 1/I/L, 5/S, 8/B, 2/Z that ears and eyes confuse.
ALPHABET = "34679CDFGHJKMNPQRTVWXY"
LENGTH = 8


def draw() -> str:
    """Eight letters in two groups, `K7MD-4QXR`: one in fifty-four billion; a clash is refused by the database and drawn again."""
    letters = [secrets.choice(ALPHABET) for _ in range(LENGTH)]
    return "".join(letters[:4]) + "-" + "".join(letters[4:])


def draw_many(count: int) -> list[str]:
    """So many of them, drawn together, for those who open cases by the hundred."""
    whole = 256 - 256 % len(ALPHABET)  # a byte beyond it would favour the first letters
    letters: list[str] = []
    while len(letters) < count * LENGTH:
        letters += [ALPHABET[byte % len(ALPHABET)] for byte in secrets.token_bytes(count * LENGTH) if byte < whole]
    words = "".join(letters)
    return [f"{words[n : n + 4]}-{words[n + 4 : n + 8]}" for n in range(0, count * LENGTH, LENGTH)]


def tidy(words: str) -> str:
    """The reference a person meant: any case, with or without the dash; empty when it is none."""
    letters = "".join(letter for letter in words.upper() if letter.isalnum())
    if len(letters) != LENGTH or any(letter not in ALPHABET for letter in letters):
        return ""
    return letters[:4] + "-" + letters[4:]
