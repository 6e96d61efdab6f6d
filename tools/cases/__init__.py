"""How well papers nobody tuned against are read: every field beside the value that was written down before the reader ran."""
