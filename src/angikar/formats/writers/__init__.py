"""One writer per format: a Document becomes the bytes of a file."""
