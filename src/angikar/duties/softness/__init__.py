"""Softness of drafts, said to who comments on them: by their own figures, and compared with what offices of the same kind promise."""
