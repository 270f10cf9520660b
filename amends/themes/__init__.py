"""A *theme* is something that many customers wrote of, named in their own words; it may be new, or growing.

It knows texts only. The same texts give the same themes, whatever the machine's mood; a million of them fit in bounded memory.
"""
