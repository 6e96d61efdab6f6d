"""The minutes of a meeting: written as it closes, corrected by its members, issued, confirmed in the next one."""
