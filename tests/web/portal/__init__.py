"""What customers see, through the door."""
