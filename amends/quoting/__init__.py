"""A *quote* is a date that will be kept with a stated probability, worked out from how long such cases took.

It knows numbers only: what a case is, and who promises what to whom, is the desk's business.
"""
