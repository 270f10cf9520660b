"""Mail is the edge where letters come in and go out: the SMTP listener, the fetching of mailboxes, and the sender."""
