"""The chain of entries: their digests, the checkpoints that tie them together in order, the anchors outside the database, and whether all is
whole.
"""
