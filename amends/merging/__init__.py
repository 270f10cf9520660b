"""Merging joins two records of one thing: two cases of one failure, or two customers who are one person. Nothing is lost by it."""
