"""Screens of papers, from intake to print."""
