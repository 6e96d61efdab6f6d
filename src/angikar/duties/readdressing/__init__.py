"""Addressees found again when offices have changed."""
