"""What meetings announce, inside the transaction of the deed: rooms above may follow, and a follower that fails undoes it.

`announced`: a meeting was called, moved after it had been called, or cancelled; `meeting` is the fresh row, `deed` one of
`called`, `moved` and `cancelled`, `day` the day it happened, `by` who did it.
"""

from __future__ import annotations

from django.dispatch import Signal

announced = Signal()
