"""To whom a letter went, who opened it, and those outside the house whom it reaches by a link."""
