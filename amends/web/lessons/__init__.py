"""The pages of what we learn: themes, causes and changes; the mirror; and what a team does for itself."""
