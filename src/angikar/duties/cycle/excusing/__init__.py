"""Closing a quarter that was never filed, or never filed again: by the office above, with a reason, after the last day."""
