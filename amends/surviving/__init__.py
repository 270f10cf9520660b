"""*Surviving* is being a customer still: for how long, how many, how sure that is, and by which rule one counts as kept or lost.

It knows lengths of time and flags only. A comparison here says nothing about causes unless who got what was drawn by lot.
"""
