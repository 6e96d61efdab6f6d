"""Offices as they change: renamed, moved, split, merged, closed, each from a day on."""
