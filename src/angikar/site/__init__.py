"""The topmost room: settings, root urls and the WSGI entrance."""
