"""When things fall due: fiscal years and their quarters, and what recurs."""
