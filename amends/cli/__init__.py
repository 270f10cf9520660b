"""The command line: each command reads what it was given, calls one verb, and prints; no question is asked inside the domain."""
