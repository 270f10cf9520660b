"""The pages on what we learn: the report, experiments, and asking lost customers back."""
