"""What is wanted of the index, in the syntax of each database. Tokens hold letters, digits and three signs, so that none needs an escape."""

from __future__ import annotations

from angikar.rules.bangla.asking import AnyOf, Every, Token, Wanted


def in_fts5(wanted: Wanted) -> str:
    """As FTS5 is asked."""
    match wanted:
        case Token(text):
            return f'"{text}"'
        case Every(parts):
            return f"({' AND '.join(map(in_fts5, parts))})"
        case AnyOf(parts):
            return f"({' OR '.join(map(in_fts5, parts))})"


def in_tsquery(wanted: Wanted) -> str:
    """As a `tsquery` of PostgreSQL."""
    match wanted:
        case Token(text):
            return f"'{text}'"
        case Every(parts):
            return f"({' & '.join(map(in_tsquery, parts))})"
        case AnyOf(parts):
            return f"({' | '.join(map(in_tsquery, parts))})"
