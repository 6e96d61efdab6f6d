"""Incidents: a breach of a circular reported at once, what was done about it, until the office that issued the circular closes it."""
