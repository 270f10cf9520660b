"""Teamwork is what a team does for itself: absence rehearsed, hostile words counted, one case a week, and how it works in figures."""
