"""A repeat is a failure of a customer, or of somebody they share a household or company with, who was let down before."""
