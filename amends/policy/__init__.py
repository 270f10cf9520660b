"""Policy is what the house has decided: how soon, how often, how many, in numbers that can be changed without touching a verb."""
