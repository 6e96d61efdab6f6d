"""Letters on their way: written here, sent up to who signs them, numbered, addressed, replaced."""
