"""What duties announce, inside the transaction of the deed: rooms above may follow, and a follower that fails undoes it.

`turned`: a duty came into another state or was answered anew; `duty` is the fresh row, `was` its state before, `told` the
report that was submitted or looked over, `None` where the duty was excused: then `by` whom, `on` which day and with
which `words`. `issued`: a paper was issued and its lines and duties are laid; `paper` is the fresh row, `replaced` the number of the paper it takes the place of, or `None`, `lines` are
what was laid, `duties` all that it asks now, read when they are first asked for. `moved`: the
day a circular counts from was moved; `paper` is the fresh row, `moved` the `MovedDay`, `posts` whose duties changed by it.
`readdressed`: the words of a letter were led to posts again; `posts` are the numbers of those that are new, `on` the day.
`alarm`: an incident was told; `incident` is the row, `by` whom, `on` which day.
"""

from __future__ import annotations

from django.dispatch import Signal

turned = Signal()
issued = Signal()
moved = Signal()
readdressed = Signal()
alarm = Signal()
