"""Other ways of saying what the checks beside it look for: vocabularies of kinds of words, and the frames that join them."""
