"""The way in: which machines are known, and who guesses waits."""
