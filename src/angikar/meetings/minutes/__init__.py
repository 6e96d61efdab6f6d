"""The minutes of a meeting: drawn up as it closes, corrected by its members, issued, confirmed in the next one."""
