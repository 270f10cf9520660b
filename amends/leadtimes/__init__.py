"""A *lead time* is how long it takes from promising a thing until it is done; the dates we propose are learnt from past ones."""
