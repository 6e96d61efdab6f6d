"""A meeting while it is held, and its minutes: attendance, discussion, decisions, corrections."""
