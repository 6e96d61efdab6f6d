"""The last evening of a quarter: every office of the nation signs in, types its figures, proves one and files, through the real server."""
