"""Signatures: whose turn it is to sign a paper, how it is signed, what a signed file is worth, and a paper issued without."""
