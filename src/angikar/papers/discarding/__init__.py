"""Drafts that nobody wants any more: discarded, kept whole, and restored where that was a mistake."""
