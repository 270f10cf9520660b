"""A leaning is what the words of many texts that people have read make likely of one more: a small net adds it up from the words."""
