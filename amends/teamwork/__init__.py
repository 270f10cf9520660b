"""Teamwork is what a team does for itself: absence rehearsed and timed, hostile words counted, one case a week looked at together."""
