"""Jobs: long work that nobody waits for: it is begun by an officer, done beside the pages, and its end is announced."""
