"""A leaning is what the words of many texts that people have read make likely of one more: a few numbers for each word, no more."""
