"""Authority is what a person may give without asking: a band by role and failure, with a cap for a case, a customer and a period."""
