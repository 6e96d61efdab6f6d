"""What came in, what was made, what went out: papers, the files they came in, and their states."""
