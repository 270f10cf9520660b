"""Effort is what we ask of a customer who should not have to do anything: a contact, a form, a document, a repeat, a transfer."""
