"""What offices announce, inside the transaction of the deed: rooms above may follow, and a follower that fails undoes it.

`led`: another member leads a body; `body` is the fresh row.
"""

from __future__ import annotations

from django.dispatch import Signal

led = Signal()
