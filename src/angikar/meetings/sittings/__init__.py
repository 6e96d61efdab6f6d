"""A meeting while it runs: attendance, discussion, decisions."""
