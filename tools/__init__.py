"""Tools build and examine the house; nothing here is shipped with it."""
