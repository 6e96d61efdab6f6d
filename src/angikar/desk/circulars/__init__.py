"""Screens of circulars and what came back."""
