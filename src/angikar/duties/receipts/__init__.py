"""Receipts: who has acknowledged a paper, who was asked to, and when it is closed."""
