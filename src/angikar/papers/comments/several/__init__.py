"""Arguing over many drafts: those of the offices below, and one comment on several of them at once."""
