"""How a text is spelt and lettered, and what a misread word may have been."""
