"""Notices: who must be notified of what, and by which channel."""
