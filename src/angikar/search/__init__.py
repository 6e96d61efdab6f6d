"""One index over everything that is found by words: papers and what they ask, decisions, ideas, offices and posts."""
