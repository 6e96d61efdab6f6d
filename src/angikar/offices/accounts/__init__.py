"""Accounts of officers: their cards, first passwords, and whether they may sign in."""
