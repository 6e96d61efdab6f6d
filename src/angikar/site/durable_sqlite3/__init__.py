"""SQLite whose commits survive a power cut, and share one wait for the disk when they come together."""
