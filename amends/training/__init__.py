"""Training learns leanings from texts that people have read or put right, and keeps them only where they beat what stands."""
