"""Outreach is calling those affected: whom to call, who calls whom, in the customer's hours, and what came of each call."""
