"""Who must be told, by which channel."""
