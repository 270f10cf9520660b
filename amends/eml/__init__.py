"""An eml is one raw e-mail message as bytes, and what can be read from it: who wrote, the words, the files, and whether a person wrote it."""
