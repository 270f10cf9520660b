"""How it is said: in plain words, at a length that is read, neither stiff nor chummy nor cheerful, without guesses at who they are."""
