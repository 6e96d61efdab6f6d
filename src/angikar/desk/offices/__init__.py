"""Screens of the register of offices."""
