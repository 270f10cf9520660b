"""The benchmarks themselves, at sizes that take seconds, so that they cannot rot unseen."""
