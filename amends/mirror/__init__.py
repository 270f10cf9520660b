"""The *mirror* sets what a house thinks of its recovery beside what its own records say: 28 statements, answered and evidenced.

It is new and not validated, and says so. It knows levels and counts only.
"""
