"""Single changes along the driving path, each as an edit that says in words what it did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from plumbline.engine.comparison import wording
from plumbline.engine.comparison.attribution.groups import CONSTRAINT_FIELDS, DURATION_FIELDS, add, taken_from
from plumbline.engine.comparison.attribution.mixture import Edit, Mixture, Versions
from plumbline.engine.comparison.attribution.progress_made import progress_made
from plumbline.engine.comparison.kinds import Cause
from plumbline.engine.schedule import Activity, Link, Uid
from plumbline.engine.schedule.calculation import Calculation


@dataclass(frozen=True)
class Single:
    edit: Edit
    activity: Activity | None = None
    name: str = ""

    @property
    def is_named(self) -> bool:
        """Whether what it does is a part of its own."""
        return self.activity is not None or bool(self.name)


def singles(cause: Cause, versions: Versions, path: Sequence[Uid]) -> Iterator[Single]:
    """The changes of one group to the activities of ``path``, in its order."""
    make = _MAKERS.get(cause)
    return iter(()) if make is None else make(versions, path)


def has_singles(cause: Cause) -> bool:
    return cause in _MAKERS


def _progress(versions: Versions, path: Sequence[Uid]) -> Iterator[Single]:
    for uid in path:
        if uid in versions.before.activity_by_uid and uid in versions.after.activity_by_uid:
            now = versions.after.activity_by_uid[uid]
            for edit in progress_made(versions.before.activity_by_uid[uid], now, versions.after):
                yield Single(edit, now)


def _added(versions: Versions, path: Sequence[Uid]) -> Iterator[Single]:
    """Each first takes its place without its work; when all have theirs, which is no part, each gets its work."""
    new = [versions.after.activity_by_uid[uid] for uid in path if uid in versions.added]
    for now in new:
        yield Single(_place(now, versions), now)
    yield Single(lambda mix, _: _place_all(mix, versions))
    for now in new:
        yield Single(_give_work(now, versions), now)


def _place(now: Activity, versions: Versions) -> Edit:
    def edit(mix: Mixture, _: Calculation) -> str:
        if now.parent is not None and now.parent not in mix.activities:
            return ""  # comes with its summary
        mix.calendars = versions.after.calendar_by_uid | mix.calendars
        mix.activities[now.uid] = _without_work(now)
        there = mix.activities.keys()
        for link in versions.links_new.elements():
            if now.uid in (link.predecessor, link.successor) and {link.predecessor, link.successor} <= there:
                mix.links[link] += 1
        return "is new, with its links"

    return edit


def _place_all(mix: Mixture, versions: Versions) -> str:
    mix.links = Counter(versions.before.links)
    add(mix, versions)
    for uid in versions.added:
        mix.activities[uid] = _without_work(mix.activities[uid])
    return "all have their place"


def _without_work(activity: Activity) -> Activity:
    return activity if activity.is_started else replace(activity, duration=0, remaining=0)


def _give_work(now: Activity, versions: Versions) -> Edit:
    def edit(mix: Mixture, _: Calculation) -> str:
        if mix.activities.get(now.uid) in (None, now):
            return ""
        mix.activities[now.uid] = now
        return f"is new, {wording.days(now.duration, wording.minutes_per_day(versions.after, now))}"

    return edit


def _removed(versions: Versions, path: Sequence[Uid]) -> Iterator[Single]:
    """Each first loses its work; when all have, the gaps are closed; then each goes."""
    gone = [versions.before.activity_by_uid[uid] for uid in path if uid in versions.removed]
    for was in gone:
        yield Single(_take_work(was, versions), was)
    if gone:
        yield Single(lambda mix, _: _close_gaps(mix, versions), name="Links that close the gaps")
    for was in gone:
        yield Single(_take_away(was), was)


def _close_gaps(mix: Mixture, versions: Versions) -> str:
    mix.links.update(versions.closed_up)
    return "are new" if versions.closed_up else ""


def _take_away(was: Activity) -> Edit:
    def edit(mix: Mixture, _: Calculation) -> str:
        del mix.activities[was.uid]
        for link in list(mix.links):
            if was.uid in (link.predecessor, link.successor):
                del mix.links[link]
        return "is gone, with its links"

    return edit


def _take_work(was: Activity, versions: Versions) -> Edit:
    def edit(mix: Mixture, _: Calculation) -> str:
        if mix.activities[was.uid].remaining == mix.activities[was.uid].duration == 0:
            return ""
        mix.activities[was.uid] = replace(mix.activities[was.uid], duration=0, remaining=0)
        return f"is gone, {wording.days(was.duration, wording.minutes_per_day(versions.before, was))}"

    return edit


def _durations(versions: Versions, path: Sequence[Uid]) -> Iterator[Single]:
    for uid in path:
        yield from _fields(versions, uid, DURATION_FIELDS, lambda was, now: _duration_words(versions, was, now))


def _duration_words(versions: Versions, was: Activity, now: Activity) -> str:
    before = wording.days(was.duration, wording.minutes_per_day(versions.before, was))
    return f"takes {wording.days(now.duration, wording.minutes_per_day(versions.after, now))} instead of {before}"


def _constraints(versions: Versions, path: Sequence[Uid]) -> Iterator[Single]:
    for uid in path:
        yield from _fields(versions, uid, CONSTRAINT_FIELDS, lambda was, now: _constraint_words(was, now))


def _constraint_words(was: Activity, now: Activity) -> str:
    if was.constraints == now.constraints:
        return "is placed by other dates of its own"
    before, after = wording.constraints(was.constraints), wording.constraints(now.constraints)
    return f"has the constraint '{after}' instead of '{before}'"


def _calendars(versions: Versions, path: Sequence[Uid]) -> Iterator[Single]:
    for calendar in versions.after.calendars:
        was = versions.before.calendar_by_uid.get(calendar.uid)
        if was is not None and was != calendar:
            yield Single(_work_by(calendar.uid, versions), name=calendar.name)
    for uid in path:
        yield from _fields(versions, uid, ("calendar",), lambda _, now: _calendar_words(versions, now))


def _work_by(calendar: Uid, versions: Versions) -> Edit:
    def edit(mix: Mixture, _: Calculation) -> str:
        mix.calendars[calendar] = versions.after.calendar_by_uid[calendar]
        return "has other working time"

    return edit


def _calendar_words(versions: Versions, now: Activity) -> str:
    return f"works by the calendar '{versions.after.calendar_of(now).name}'"


def _links(versions: Versions, path: Sequence[Uid]) -> Iterator[Single]:
    """All changed links between two activities are one change."""
    on_path = set(path)
    done = set(versions.bypassed) | set(versions.closed_up)
    changed: dict[tuple[Uid, Uid], list[Link]] = {}
    for link in (*versions.links_gone.elements(), *versions.links_new.elements()):
        if link.predecessor in on_path and link.successor in on_path and link not in done:
            changed.setdefault((link.predecessor, link.successor), []).append(link)
    place = {uid: number for number, uid in enumerate(path)}
    for pair, links in sorted(changed.items(), key=lambda each: (place[each[0][1]], place[each[0][0]])):
        if pair[0] in versions.after.activity_by_uid and pair[1] in versions.after.activity_by_uid:
            yield Single(_link(links, versions), versions.after.activity_by_uid[pair[1]])


def _link(links: list[Link], versions: Versions) -> Edit:
    gone = [each for each in links if versions.links_gone[each]]
    new = [each for each in links if versions.links_new[each]]
    before = wording.named(versions.after.activity_by_uid[links[0].predecessor])

    def edit(mix: Mixture, _: Calculation) -> str:
        if any(mix.links[each] < 1 for each in gone) or any(mix.links[each] for each in new):
            return ""  # applied with the activities around it
        mix.links.subtract(gone)
        mix.links.update(new)
        was = " and ".join(wording.link(versions.before, each) for each in gone)
        now = " and ".join(wording.link(versions.after, each) for each in new)
        if not new:
            return f"lost its link {was} from {before}"
        return f"has the link {now} from {before} instead of {was}" if gone else f"has a new link {now} from {before}"

    return edit


def _fields(
    versions: Versions, uid: Uid, fields: tuple[str, ...], words: Callable[[Activity, Activity], str]
) -> Iterator[Single]:
    if uid in versions.removed or uid in versions.added:
        return
    was, now = versions.before.activity_by_uid[uid], versions.after.activity_by_uid[uid]
    if any(getattr(was, field) != getattr(now, field) for field in fields):

        def edit(mix: Mixture, _: Calculation) -> str:
            changed = taken_from(mix.activities[uid], now, fields)
            if changed == mix.activities[uid]:
                return ""
            mix.activities[uid] = changed
            return words(was, now)

        yield Single(edit, now)


_MAKERS: dict[Cause, Callable[[Versions, Sequence[Uid]], Iterator[Single]]] = {
    Cause.PROGRESS: _progress,
    Cause.ADDED: _added,
    Cause.REMOVED: _removed,
    Cause.DURATIONS: _durations,
    Cause.LINKS: _links,
    Cause.CONSTRAINTS: _constraints,
    Cause.CALENDARS: _calendars,
}
