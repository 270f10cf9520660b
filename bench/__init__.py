"""One script for each figure; each prints how it was measured, and as its last line one JSON object."""
