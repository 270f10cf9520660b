"""A *trial* compares what was offered by lot, inside guard-rails: who was drawn, whether the lot was fair, and what may be said of it.

It knows numbers only. What the law, safety, a stated wish or a repeat failure fixes is never drawn, and what a customer receives
never is: the lot decides what is offered.
"""
