"""How the picture of a page is read: its frame, its tables, its figures, its words."""
