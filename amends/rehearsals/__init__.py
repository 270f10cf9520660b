"""A rehearsal is one person's answer to a complaint that nobody sent, with what the coach said; theirs alone until they share it."""
