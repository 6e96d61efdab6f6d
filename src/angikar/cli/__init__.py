"""The `angikar` command: the house from a shell, by the contract of its command line."""
