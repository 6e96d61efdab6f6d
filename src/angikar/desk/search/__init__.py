"""One search over everything an officer may see."""
