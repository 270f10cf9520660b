"""The playbook asks the records, step by step, what was done for this customer and what the next act is."""
