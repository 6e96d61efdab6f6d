"""One cell of a plan: read with all that decides whether it may be written, and written in three statements."""
