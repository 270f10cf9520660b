"""A draft is a reply before it is sent, read together with what is known of its case; what is found in it is a finding."""
