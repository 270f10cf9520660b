"""The web is the edge people touch: the desk for those who work here, the portal for customers, and the pieces both are made of."""
