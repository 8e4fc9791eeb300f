"""Links that a longer path implies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from plumbline.engine.schedule import Activity, Link, LinkKind, Schedule, Uid
from plumbline.engine.schedule.ordering import grouped, order_of

_FROM_FINISH = (LinkKind.FINISH_START, LinkKind.FINISH_FINISH)
_TO_FINISH = (LinkKind.FINISH_FINISH, LinkKind.START_FINISH)


class LinksInACircle(Exception):
    """The links lead back to where they came from, so that each implies the others."""


def implied_links(schedule: Schedule, links: Sequence[Link]) -> list[tuple[Link, Uid]]:
    """Those of ``links`` that a path through other activities implies, each with the last activity on such a path.

    A link says that one end of an activity does not come before an end of another. It is implied if that follows from
    other links without lead, and from no activity finishing before it starts. A link with a lag is never implied,
    for no path promises as much time; nor does a path lead through activities that have begun, are placed by
    hand or held by a hard constraint. Raises ``LinksInACircle``.

    The ends are taken in the order of the network, each with a set of those before it, one bit for each end that a link
    in question begins at: at worst links * such ends / 64 steps. A set is dropped when nothing needs it any more.
    """
    return _Ends(schedule, links).implied()


class _Ends:
    """The network of starts (even numbers) and finishes (odd numbers); ``questions`` are the links to ask about."""

    def __init__(self, schedule: Schedule, links: Sequence[Link]) -> None:
        self.activities = schedule.activities
        self.start_of = {each.uid: 2 * position for position, each in enumerate(schedule.activities)}
        self.before: list[list[int]] = [[] for _ in range(2 * len(self.activities))]
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start in self.start_of.values():
            self._tie(start, start + 1)
        for link in links:
            if link.lag >= 0:
                self._tie(*self._ends_of(link))
        self.questions: dict[int, list[tuple[int, Link]]] = defaultdict(list)
        for link in _in_question(links):
            before, after = self._ends_of(link)
            self.questions[after].append((before, link))

    def _tie(self, before: int, after: int) -> None:
        self.before[after].append(before)
        self.starts.append(before)
        self.ends.append(after)

    def _ends_of(self, link: Link) -> tuple[int, int]:
        before, after = self.start_of[link.predecessor], self.start_of[link.successor]
        return before + (link.kind in _FROM_FINISH), after + (link.kind in _TO_FINISH)

    def implied(self) -> list[tuple[Link, Uid]]:
        asked = {before for questions in self.questions.values() for before, _ in questions}
        bit = {end: 1 << place for place, end in enumerate(sorted(asked))}
        leading: dict[int, int] = {}
        first, ties = grouped(self.starts, len(self.before))
        needed = [after - before for before, after in pairwise(first)]
        found: dict[int, tuple[Link, Uid]] = {}
        for end in order_of(len(self.before), self.starts, self.ends, first, ties, _refuse):
            for link, by_way_of in self._answers(end, bit, leading):
                found.setdefault(id(link), (link, by_way_of))
            leading[end] = 0
            carries_on = _carries_on(self.activities[end // 2])
            for before in self.before[end]:
                if carries_on or before // 2 == end // 2:
                    leading[end] |= leading[before] | bit.get(before, 0)
            for before in self.before[end]:
                needed[before] -= 1
                if not needed[before]:
                    del leading[before]
        return list(found.values())

    def _answers(self, end: int, bit: dict[int, int], leading: dict[int, int]) -> Iterator[tuple[Link, Uid]]:
        """The links into ``end`` that another activity leads to. What holds a start holds the finish after it too."""
        asked: dict[int, list[tuple[int, Link]]] = defaultdict(list)
        holds_both = end % 2 == 0 and _carries_on(self.activities[end // 2])
        for each in (end, end + 1) if holds_both else (end,):
            for before, link in self.questions.get(each, ()):
                asked[bit[before]].append((before, link))
        open_bits = sum(asked)
        for other in self.before[end]:
            if not open_bits or other // 2 == end // 2:
                continue
            for one in _single_bits(leading[other] & open_bits):
                if asked[one][0][0] // 2 != other // 2:
                    open_bits ^= one
                    yield from ((link, self.activities[other // 2].uid) for _, link in asked[one])


def _in_question(links: Sequence[Link]) -> list[Link]:
    """Without lag, and with another way out of the predecessor and another way into the successor."""
    leads_to: dict[Uid, set[Uid]] = defaultdict(set)
    waits_for: dict[Uid, set[Uid]] = defaultdict(set)
    for link in links:
        leads_to[link.predecessor].add(link.successor)
        waits_for[link.successor].add(link.predecessor)
    return [
        each
        for each in links
        if each.lag <= 0 and len(leads_to[each.predecessor]) > 1 and len(waits_for[each.successor]) > 1
    ]


def _single_bits(bits: int) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest
        bits ^= lowest


def _carries_on(activity: Activity) -> bool:
    """Whether what comes before the activity comes before what follows it."""
    held = any(each.kind.is_hard for each in activity.constraints)
    return not (held or activity.is_started or activity.manual or activity.external)


def _refuse(loop: Sequence[int]) -> None:
    raise LinksInACircle
