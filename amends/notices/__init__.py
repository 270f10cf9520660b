"""A notice is the message that tells those affected of a problem: written once, read by two, sent to each with their own facts."""
