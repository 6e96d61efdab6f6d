"""Misplaced rows: the one indicator of an area that slipped under another activity than the one it measures."""

from __future__ import annotations

import re

from angikar.rules.plan import Activity, Area, Indicator

_WORD = re.compile(r"[\u0980-\u09e3]{4,}")


def misplaced(area: Area, home: Activity, instead: Indicator) -> str | None:
    """The title of the only indicator that shares a word with `home` and none with the activity above it.

    Words that several activities of the area share are no proof; `instead`, the indicator in its place, is not considered.
    `None` where no indicator, or more than one, is misplaced so.
    """
    wanted = _own(area, home)
    titles = {
        row.title
        for activity in area.activities
        if activity is not home
        for row in activity.indicators
        if row is not instead
        and row.title != instead.title
        and _alien(area, activity, row)
        and _words_of(row.title) & wanted
    }
    return titles.pop() if len(titles) == 1 and not _words_of(instead.title) & wanted else None


def _alien(area: Area, activity: Activity, row: Indicator) -> bool:
    return not _words_of(row.title) & _own(area, activity)


def _own(area: Area, activity: Activity) -> set[str]:
    """The words of an activity that no other of its area has."""
    others = (each for each in area.activities if each is not activity)
    return _words_of(activity.title).difference(*(_words_of(each.title) for each in others))


def _words_of(text: str) -> set[str]:
    return set(_WORD.findall(text))
