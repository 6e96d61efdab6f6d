"""What a list changes, written list by list: many rows in one go, an entry in the history for each."""
