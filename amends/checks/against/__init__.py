"""Words that are turned against the customer: proof held up to them, and their own doing."""
