"""Tracing: from the values of a content back to the source they were read from, and from the source to the values."""
