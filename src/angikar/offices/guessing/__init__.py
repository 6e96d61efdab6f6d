"""Guessing of passwords and codes: slowed down more with each wrong one, counted for all worker processes together."""
