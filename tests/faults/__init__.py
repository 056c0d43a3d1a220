"""Faults planted in the tables of a clean release by a seeded generator: what goes wrong in practice, one at a time."""
