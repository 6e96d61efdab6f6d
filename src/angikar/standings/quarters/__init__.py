"""How far the quarters of a plan are reported: the text that is kept of it beside the score, its states on a day, and whether it agrees."""
