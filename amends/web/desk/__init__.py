"""The desk is what the people who work here see: today, search, customers, kept mail, people."""
