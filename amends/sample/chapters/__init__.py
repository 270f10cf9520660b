"""The chapters of the sample desk, by how far its cases have come."""
