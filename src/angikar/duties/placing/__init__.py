"""Placing: which posts are asked what a paper asks, and from which day on it still counts."""
