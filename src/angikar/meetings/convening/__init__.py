"""Calling a meeting: its series, its notice, the days that are refused."""
