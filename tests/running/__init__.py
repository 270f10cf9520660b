"""Tests of how the desk runs: real processes, killed and started again."""
