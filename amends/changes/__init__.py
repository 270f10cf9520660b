"""A change is the first sign that a promised date or way will not hold: the customer hears of it before the old date."""
