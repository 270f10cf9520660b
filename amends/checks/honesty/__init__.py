"""What is true and may be said: facts that are known, nothing played down, bought or given away, no vow without a fix."""
