"""A handoff is a case passing to another owner: with the gain for the customer, a brief, and the receiver's acceptance."""
