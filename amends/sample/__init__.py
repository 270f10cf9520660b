"""The sample desk is an invented furniture shop with some forty cases, played through our own verbs so that all of it is true."""
