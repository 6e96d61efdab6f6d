"""The demo: an invented ministry, a district and an election secretariat, whose papers are taken in, issued and answered."""
