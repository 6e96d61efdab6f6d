"""Lets a test database be emptied although its history is append-only."""
