"""Readings that somebody put right or confirmed are rows to learn from; those nobody looked at are not."""

from __future__ import annotations

from amends.messages.message import Message
from amends.readings.reading import Kind, Reading
from amends.readings.taught import taught
from tests.cast import HOUR, MORNING, Cast, make_case


def test_a_reading_teaches_as_it_stands_once_somebody_looked_at_it(cast: Cast) -> None:
    words = "The driver was so rude to my mother that she cried."
    for text in (words, "My parcel never came and nobody answers."):
        make_case(words=text, owner=cast.ada)
    readings = Reading.objects.keep(Message.objects.order_by("pk"), at=MORNING)
    reading = next(one for one in readings if one.message.text == words)
    assert list(taught()) == []
    reading.correct(Kind.FAILURE, "F9", holds=True, by=cast.ada, at=MORNING + HOUR)
    reading.correct(Kind.EMOTION, "hurt", holds=True, by=cast.ada, at=MORNING + HOUR)
    reading.correct(Kind.FLAG, "public", holds=True, by=cast.ada, at=MORNING + HOUR)
    reading.correct(Kind.SEVERITY, "serious", holds=True, by=cast.ada, at=MORNING + HOUR)
    (row,) = taught()
    assert row["text"] == words
    assert {"F4", "F9"} <= set(row["failures"])
    assert (row["emotion"], row["severity"]) == ("hurt", "serious")
    assert "public" in row["flags"]
    reading.correct(Kind.COMPLAINT, "complaint", holds=False, by=cast.ada, at=MORNING + 2 * HOUR)
    assert [(one["failures"], one["emotion"]) for one in taught()] == [([], "")]
