"""The search on the bench: what it finds of what is misspelt, and how long it takes among millions of rows."""
