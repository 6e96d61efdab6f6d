"""What every post owes because of a circular, counted and kept as it changes, for the matrix of compliance."""
