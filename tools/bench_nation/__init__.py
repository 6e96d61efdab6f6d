"""The bench of the nation: a national year of tallies, and everybody who could mark it, side by side."""
