"""An installation is one desk on its machines: set up, with people who can come in, and able to say what is wrong with it."""
