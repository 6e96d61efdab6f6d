"""What is asked across the papers of a body that meets again and again: its meetings, its decisions, its ideas."""
