"""The indicator table of every work-plan: cells typed, rows placed under their headings, read, checked and written."""
