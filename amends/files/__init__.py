"""A file is what somebody brings from elsewhere: mail in folders and archives, dates in tables. Reading it is pure and safe."""
