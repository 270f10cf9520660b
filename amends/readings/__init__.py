"""A reading is what triage said of a customer's words, kept beside them, with what people corrected of it."""
