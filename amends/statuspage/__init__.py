"""The status page speaks to a crowd too large to call: plain files that stay up when the desk is down, in the customer's words."""
