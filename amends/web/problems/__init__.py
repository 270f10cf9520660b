"""The pages of problems: what we found first, those it lets down, the calls, the letters, the public page, and safety mode."""
