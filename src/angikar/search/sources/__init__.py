"""What is found of the rows of each room: one module for each of them."""
