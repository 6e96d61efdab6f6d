"""The site: settings, root urls and the WSGI entry."""
