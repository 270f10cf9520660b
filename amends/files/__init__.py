"""A file is what somebody brings: mail in folders and archives, rows of a table; each becomes what it would be by itself."""
