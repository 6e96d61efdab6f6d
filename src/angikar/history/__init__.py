"""What happened: an append-only chain of entries, and the refusals that keep things from happening."""
