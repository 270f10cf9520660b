def lacks_gain(sentence: str) -> str:
    """Why."""
    return "" if len(sentence.split()) > 3 else "Say what the customer gains."
