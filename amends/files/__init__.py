"""A file is what somebody brings from elsewhere: mail in folders and archives, rows of a table; each becomes what it would be by itself."""
