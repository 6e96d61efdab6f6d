"""The commands about figures: scorecards, marks counted again, standings, and open data."""
