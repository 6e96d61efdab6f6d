"""Screens of meetings and their decisions."""
