"""The forms of a case: each reads what was typed and makes one call of the domain, or says in a sentence why it did not."""
