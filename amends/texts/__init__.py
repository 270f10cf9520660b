"""A text is words that somebody wrote, and the ground on which both readers stand: what in it is the writer's own, and how it says it.

Sentences with their places; quoted mail, signatures and footers set apart; clauses with subject, tense and negation; what is
told of others; direction; days and amounts of money; the language. Pure, no clock, English first. Offsets are code points.
"""
