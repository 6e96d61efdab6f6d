"""How long it is known how people are reached, and how that is erased."""
