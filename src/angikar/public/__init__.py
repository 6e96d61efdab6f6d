"""The public door: what citizens and addressees outside the house may open without signing in."""
