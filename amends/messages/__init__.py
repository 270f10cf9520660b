"""A message is anything said between us and the customer: e-mail, letter, call, visit, portal note. It is a row before it is sent."""
