"""What the rows must hold after everything the history says: what the verbs of each room claim, and the rows compared with it."""
