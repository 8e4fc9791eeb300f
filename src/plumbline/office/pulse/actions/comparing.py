"""Which teams are too close to what was shown of earlier rounds."""

from __future__ import annotations

from collections.abc import Iterable

from plumbline.engine.disclosure import differ_by_few
from plumbline.office.pulse.models import PulseRound, TeamRound

People = frozenset[int]


def close_to_earlier(over: PulseRound, teams: Iterable[TeamRound]) -> dict[int, str]:
    """By team why it is held back beside earlier rounds; whoever is not named may be shown. Two queries.

    A team is compared with itself when it was last asked, and with all others that were shown since then: by then
    everybody in it had answered anew. One that was never asked is compared with everything.
    """
    found = TeamRound.objects.filter(round__pulse=over.pulse_id, round__opened_on__lt=over.opened_on)
    earlier = list(found.select_related("round").order_by("-round__opened_on", "-pk"))
    asked = _people([*earlier, *teams])
    held = {}
    for team in teams:
        own = next((each for each in earlier if each.key == team.key), None)
        others = [
            each
            for each in earlier
            if each.means and each.key != team.key and (own is None or each.round.opened_on >= own.round.opened_on)
        ]
        if own and differ_by_few(asked[own.pk], asked[team.pk]):
            held[team.pk] = TeamRound.Held.CHANGED.value
        elif any(differ_by_few(asked[each.pk], asked[team.pk]) for each in others):
            held[team.pk] = TeamRound.Held.OVERLAP.value
    return held


def _people(teams: Iterable[TeamRound]) -> dict[int, People]:
    found: dict[int, set[int]] = {each.pk: set() for each in teams}
    through = TeamRound.people.through._default_manager.filter(teamround__in=list(found))
    for team, person in through.values_list("teamround", "person"):
        found[team].add(person)
    return {team: frozenset(people) for team, people in found.items()}
