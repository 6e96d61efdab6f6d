"""What papers announce, inside the transaction of the deed: rooms above may follow, and a follower that fails undoes it.

`linked`: the plan that stands for a line was named or taken away; `paper` is the plan with the line, `line` its
`IndicatorId`, `to` the other plan or `None`.
"""

from __future__ import annotations

from django.dispatch import Signal

linked = Signal()
