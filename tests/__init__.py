"""Tests prove the house: one folder for each room, the stair in `architecture`."""
