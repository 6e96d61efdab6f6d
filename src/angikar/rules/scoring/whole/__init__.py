"""A whole plan: out of how many marks it is, and what it has earned by which basis."""
