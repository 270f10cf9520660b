"""An ask is a request to another department on the customer's behalf, with its own due time; red tape is what stood in the way."""
