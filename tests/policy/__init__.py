"""Policy packs: reading, choosing, counting, letters, and a walk through each regulated pack."""
