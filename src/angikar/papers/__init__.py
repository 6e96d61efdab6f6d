"""What came in, what was made, what went out: papers, the files they came in, and where they stand."""
