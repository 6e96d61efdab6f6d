"""What the house signs: its key, and the seal on the content that a paper carries."""
