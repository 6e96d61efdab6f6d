"""One's own account: what is linked under one's name."""
