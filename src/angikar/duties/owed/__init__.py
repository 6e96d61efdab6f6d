"""Owed: the lists of today, read as plain rows however long they are."""
