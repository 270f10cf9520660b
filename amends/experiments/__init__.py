"""An experiment compares by lot what is offered to customers: registered before the first draw, and not changed afterwards."""
