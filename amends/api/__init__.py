"""The API is the edge that other programs talk to: the desk's own verbs as JSON, opened by a token that is good for little."""
