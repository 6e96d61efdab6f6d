"""Addressees found anew when offices have changed."""
