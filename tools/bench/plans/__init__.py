"""Plans that are written here, on the bench: `python -m tools.bench.plans` runs it."""
