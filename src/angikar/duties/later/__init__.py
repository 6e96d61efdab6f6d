"""Later: what takes too long while somebody waits, done beside the pages as a job."""
