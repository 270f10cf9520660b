"""A follow-up is the e-mail and the call some days after resolution; it asks whether each concern is met, and so ends the case."""
