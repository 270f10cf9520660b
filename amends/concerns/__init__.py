"""A concern is something the customer needs met, stated or implied, in their words; each ends addressed and confirmed, or waived."""
