"""Amendments: why a plan in force is to be replaced by a changed one, and who above has agreed to it."""
