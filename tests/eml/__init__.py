"""Reading raw mail."""
