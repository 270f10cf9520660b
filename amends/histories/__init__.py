"""A *history* is what happened to past cases, in columns: when each was opened and closed, and what was known at the opening.

It comes from this desk or another's export. One that was cut by closing date teaches nothing, and that is found out here.
"""
