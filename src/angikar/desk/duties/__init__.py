"""Screens of a duty and what answers it."""
