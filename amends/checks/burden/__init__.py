"""What a reply would lay upon the customer: errands and prices."""
