"""What the verbs of offices, papers and duties leave behind, by their entries in the history; the doctor compares the rows with it."""
