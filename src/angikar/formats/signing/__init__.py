"""Signing: a PDF signed with a certificate (PAdES), in fields that are seen, and the signatures of a PDF verified."""
