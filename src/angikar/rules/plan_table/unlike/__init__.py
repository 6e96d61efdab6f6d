"""Figures unlike the others of their row: what a changed digit leaves behind, though every law of the plan is obeyed."""
