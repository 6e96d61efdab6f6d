"""Screens of the first day: the first office, its first officers, and a first password."""
