"""The word of the office above: on the first half of a plan's year, on the whole year, and its publication."""
