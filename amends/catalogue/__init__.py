"""The catalogue is every remedy the house can give: of which kind, for which failures, what it costs us, what it is worth to them."""
