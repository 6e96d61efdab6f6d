"""How often a token is used: each worker takes requests of a minute in blocks from the row of the token, so that all together keep the limit and
most requests write nothing.
"""

from __future__ import annotations

from datetime import datetime

from django.core.cache import cache
from django.db.models import Case, F, Value, When

from angikar.offices.models import ApiToken

BLOCK = 30
"""Requests that a worker takes at once."""
BLOCKS = 20
"""Blocks that all workers together take in a minute: 600 requests."""
_MINUTE = 60


def wait(token: ApiToken, now: datetime) -> int:
    """Count one request of a token. Returns 0, or the seconds to wait where the minute's requests are used up."""
    minute = now.replace(second=0, microsecond=0)
    key = f"token:{token.pk}:{minute:%Y%m%d%H%M}"
    cache.add(key, 0, timeout=2 * _MINUTE)
    try:
        used = cache.incr(key)
    except ValueError:  # the cache was full and dropped the entry
        used = 1
    if used % BLOCK == 1 and not _taken(token, minute):
        cache.decr(key)  # so that the next request asks again, and no block is used that was not given
        return _MINUTE - now.second
    return 0


def _taken(token: ApiToken, minute: datetime) -> bool:
    """Whether one block more of this minute was free, which is taken now."""
    same = When(minute=minute, then=F("blocks") + 1)
    mine = ApiToken.objects.filter(pk=token.pk).exclude(minute=minute, blocks__gte=BLOCKS)
    return bool(mine.update(blocks=Case(same, default=Value(1)), minute=minute))
