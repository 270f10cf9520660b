"""People are those who work at the desk: agents, leads, managers, admins; who may do what is one table here."""
