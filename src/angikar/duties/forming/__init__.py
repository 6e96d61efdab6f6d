"""Bodies formed because a circular says so: which office has formed which, with whom, and what these bodies owe."""
