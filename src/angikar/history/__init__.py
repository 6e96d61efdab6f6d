"""What happened: an append-only chain of entries, and the refusals of actions."""
