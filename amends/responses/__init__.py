"""A response: a letter that law, or whoever watches this trade, asks for, with the parts it must have and its time."""
