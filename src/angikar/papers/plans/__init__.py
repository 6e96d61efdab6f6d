"""Plans that are begun and written here: which there are, in which forms, and what is done with their rows."""
