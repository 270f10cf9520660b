"""A saved reply is words kept for use in many replies: coached when saved, its blanks filled from the facts of a case alone."""
