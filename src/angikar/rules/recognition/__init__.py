"""Recognition: of what kind a paper is, by all that it shows, before it is read as one."""
