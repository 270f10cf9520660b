"""Solved is a case that ended with the customer satisfied, or kept: what was agreed, what put it right, and why it had happened."""
