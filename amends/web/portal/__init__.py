"""The portal is what a customer sees: their case in plain words, and the form to complain without signing in."""
