"""placeholder"""


def kept_text(text: str) -> str:
    """All of it, for now."""
    return text.strip()
