"""The colleague's page is what somebody outside the desk sees of an ask: what, by when, why, and three ways to answer."""
