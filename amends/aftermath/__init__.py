"""Aftermath is whether those whom a problem touched bought again afterwards, beside customers like them whom it did not touch."""
