"""What issued minutes, the answers to them and the sayings of the register's keeper leave behind in the register; the doctor compares its rows with it."""
