"""A blank is a name between braces in words for many; it is filled from what is known of one, or not sent. Pure."""
