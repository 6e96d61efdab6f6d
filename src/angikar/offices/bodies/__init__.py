"""Committees, teams and cells of an office: who sits in them, in which role, from when until when."""
