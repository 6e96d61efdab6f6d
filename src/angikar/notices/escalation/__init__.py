"""Escalation: an officer notifies the office above of who owes a report."""
