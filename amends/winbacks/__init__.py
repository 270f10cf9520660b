"""A win-back asks a customer whom we lost to come back, knowing why they left; some, by lot, are left alone, to know what it does."""
