"""What the doctor looks at, one module for each part: the machine, the database, history, rows, papers and files."""
