"""Angikar: what public offices promise on paper, from the paper that comes in to the paper that goes out."""
