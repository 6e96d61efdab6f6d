"""Screens of a plan through its year."""
