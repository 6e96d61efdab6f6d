"""The day a circular counts from, moved after issue."""
