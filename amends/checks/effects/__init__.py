"""What it did to them: the effect of a mishap on somebody's day, money, plans and people, told or left out."""
