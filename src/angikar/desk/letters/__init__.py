"""Screens for writing and sending letters."""
