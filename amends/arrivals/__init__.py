"""An arrival is one raw e-mail as it reached us: stored whole before it is read, and ending in exactly one outcome."""
