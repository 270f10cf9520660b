"""A *calendar* says when the house is open: opening periods, days off by country and region, one-off hours, closures.

It is the house's clock only. The customer's clock runs in elapsed time and needs no calendar.
"""
