"""Tokens: what programs show in place of a sign-in; a token never gives more than its officer has on that day."""
