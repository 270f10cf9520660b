"""A problem is a fault that touches more than one customer, found by us or seen in complaints, with a decision to tell or not."""
