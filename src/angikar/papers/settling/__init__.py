"""Settling the doubts of a paper: which share a cause, and how one or several are settled."""
