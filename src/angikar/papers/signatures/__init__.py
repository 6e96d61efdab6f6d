"""Signatures: whose certificates this house trusts when a signed paper is verified."""
