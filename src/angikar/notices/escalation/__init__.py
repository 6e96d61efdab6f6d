"""Escalation: the office above is told, by an officer's own hand, who owes a report."""
