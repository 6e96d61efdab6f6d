"""Softness: rows of a plan whose promise asks little of its office, said to who argues over it."""
