"""Outlook: messages saved as .msg: a compound file of streams, each of which is one property of the message or of an attachment."""
