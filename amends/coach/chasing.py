def chases(text: str) -> bool:
    """Whether."""
    return "where is" in text.lower()
