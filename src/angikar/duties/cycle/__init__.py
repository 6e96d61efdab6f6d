"""The cycle of a plan's year: each quarter filed, verified and closed, the half-year answered, the year evaluated."""
