"""What is owed, by which post, by when; what was reported, with its evidence; what was accepted."""
