"""An assessment holds the mirror up to the desk: people answer the 28 statements, and the desk's own records answer beside them."""
