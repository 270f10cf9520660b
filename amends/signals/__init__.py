"""A signal is an unhappy sign short of a complaint: a low score, a refund, a bad review. Somebody contacts them by its due time."""
