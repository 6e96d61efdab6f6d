"""One reader per format: the bytes of a file become a Document."""
