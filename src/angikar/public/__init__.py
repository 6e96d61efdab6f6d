"""The public pages: what citizens and addressees outside may open without signing in."""
