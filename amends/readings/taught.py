"""The readings that a person looked at, as rows to learn from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from amends.readings.reading import Kind, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator


def taught() -> Iterator[dict[str, Any]]:
    """Each English reading that somebody confirmed or put right, as it stands: `text`, `failures`, `flags`, `severity`, `emotion`.

    `unsure` are flags that only ask. The emotion is the surest; a feeling that somebody added is the first of its text. Where
    somebody said that it is no complaint, nothing failed.
    """
    rows = Reading.objects.filter(checked_at__isnull=False, language="en").select_related("message")
    for reading in rows.prefetch_related("corrections").order_by("pk").iterator(chunk_size=500):
        labels = reading.standing()
        complaint = any(label.kind == Kind.COMPLAINT for label in labels)
        felt = [label for label in labels if label.kind == Kind.EMOTION and label.acts]
        first = max(felt, key=lambda label: (label.corrected, label.confidence), default=None)
        yield {
            "text": reading.message.text,
            "failures": [one.name for one in labels if one.kind == Kind.FAILURE and one.acts] if complaint else [],
            "emotion": first.name if first and complaint else "",
            "flags": [one.name for one in labels if one.kind == Kind.FLAG and one.acts],
            "unsure": [one.name for one in labels if one.kind == Kind.FLAG and not one.acts],
            "severity": next((one.name for one in labels if one.kind == Kind.SEVERITY), "") if complaint else "",
        }
