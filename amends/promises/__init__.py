"""A promise is words said to the customer that bind us, with a due time: kept, moved (told before it broke), broken, or released."""
