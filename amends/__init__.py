"""`amends`, a service-recovery desk: it carries each let-down customer from the first word to the day they say it is right."""
