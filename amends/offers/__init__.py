"""An offer is one to three remedies put to a customer, after their wish was asked; the choice is theirs, and silence is none."""
