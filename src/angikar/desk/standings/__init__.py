"""Screens of standings across offices."""
