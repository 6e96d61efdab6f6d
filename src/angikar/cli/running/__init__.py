"""What runs besides the web workers: the addresses of this machine, tending, upgrading, backing up."""
