"""A stand-in acts for somebody who is away: what was swept to them, what the customer was told, and what was offered back."""
