"""Incidents: a breach of a circular told at once, what was done about it, until who looks it over closes it."""
