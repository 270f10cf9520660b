"""What happens next: who does what by when, as sure as it is and no surer, and news that has a time."""
