"""The worker does the jobs that deeds left behind: sending mail, watching what is due."""
