"""Rounds open and close by themselves, all teams of an organisation together."""

from __future__ import annotations

from datetime import date, timedelta

from django.urls import reverse

from plumbline.engine.disclosure import LEAST, coarse_mean, publishable
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.foundation.clock import now
from plumbline.office.foundation.sweeps import each_by_itself
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Person, Unit
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project
from plumbline.office.pulse.actions.comparing import close_to_earlier
from plumbline.office.pulse.links import path_of
from plumbline.office.pulse.models import Invitation, Pulse, PulseRound, Tally, TeamRound
from plumbline.office.pulse.queries import people_of

OPEN_DAYS = 5


def keep_up() -> None:
    """Closes what is over and opens what is due; may run at any time and any number of times."""
    each_by_itself(Pulse.objects.values_list("pk", flat=True), _keep_up_one)


def _keep_up_one(pulse_id: int) -> None:
    pulse = Pulse.objects.select_related("organisation").get(pk=pulse_id)
    day = today(pulse.organisation)
    if over := pulse.rounds.filter(is_closed=False, last_day__lt=day).first():
        close_round(over)
    last = pulse.rounds.first()
    if pulse.is_running and (last is None or (last.is_closed and last.opened_on + timedelta(days=pulse.days) <= day)):
        open_round(pulse, day)


def open_round(pulse: Pulse, day: date) -> PulseRound | None:
    """Asks every team of five or more; ``None`` where there is none, or a round is open already."""
    with action("open_pulse_round", by=None, scope=pulse.organisation) as line:
        Pulse.objects.select_for_update().get(pk=pulse.pk)
        teams: list[Project | Unit] = [*pulse.projects.all(), *pulse.units.all()]
        asked = {each: people for each in teams if len(people := people_of(each)) >= LEAST}
        if not asked or pulse.rounds.filter(is_closed=False).exists() or pulse.rounds.filter(opened_on=day).exists():
            line.nothing_happened()
            return None
        opened = add(
            PulseRound(
                pulse=pulse,
                opened_on=day,
                last_day=day + timedelta(days=OPEN_DAYS - 1),
                questions=pulse.questions,
                asks_confidence=pulse.asks_confidence,
            )
        )
        for thing, people in asked.items():
            _ask(add(TeamRound(round=opened, **{thing._meta.model_name or "": thing})), people)
        _tell(opened)
        line.about(opened)
        return opened


def _ask(team: TeamRound, people: list[Person]) -> None:
    team.people.set(people)
    Invitation.objects.bulk_create(Invitation(team=team, person=each) for each in people)
    questions = range(len(team.round.questions))
    Tally.objects.bulk_create(
        Tally(team=team, question=each, value=value) for each in questions for value in range(1, 6)
    )


def _tell(opened: PulseRound) -> None:
    """The mail holds a link of one's own, which leads through all of one's teams. The inbox leads to the page."""
    organisation = opened.pulse.organisation
    invitations = Invitation.objects.filter(team__round=opened).select_related("person")
    by_person = {each.person: each for each in invitations}
    notify(
        organisation,
        by_person,
        kind="pulse",
        title=Wording("How is it going? It takes ten seconds"),
        reason=Wording("Your team is asked. Nobody sees what you answer. A link in the mail is for you alone."),
        path=reverse("pulse:overview", args=[organisation.slug]),
        key=f"pulse:{opened.pk}",
        about=f"pulse:{opened.pulse_id}",
        secret_paths={person.pk: path_of(each.pk) for person, each in by_person.items()},
    )


def close_round(over: PulseRound) -> None:
    """Keeps what may be shown, and nothing else: counts and invitations are deleted in the same step."""
    with action("close_pulse_round", by=None, scope=over.pulse.organisation) as line:
        locked = PulseRound.objects.select_for_update().get(pk=over.pk)
        if locked.is_closed or locked.last_day >= today(over.pulse.organisation):
            line.nothing_happened()
            return
        teams = list(locked.teams.all())
        answered = {
            each.pk: frozenset(each.invitations.filter(answered=True).values_list("person", flat=True))
            for each in teams
        }
        close = close_to_earlier(locked, teams)
        shown = publishable({each.pk: answered[each.pk] for each in teams if each.pk not in close})
        for team in teams:
            team.means = _means(team) if team.pk in shown else None
            team.held = "" if team.pk in shown else _why(len(answered[team.pk]), close.get(team.pk))
        TeamRound.objects.bulk_update(teams, ["means", "held"])
        Tally.objects.filter(team__round=locked).delete()
        Invitation.objects.filter(team__round=locked).delete()
        PulseRound.objects.filter(pk=locked.pk).update(is_closed=True)
        if locked.asks_confidence:
            Project.objects.filter(pulses__round=locked).update(facts_changed_at=now())
        line.about(locked)


def _means(team: TeamRound) -> list[float | None]:
    counts = [[0] * 5 for _ in team.round.questions]
    for each in team.tallies.all():
        counts[each.question][each.value - 1] = each.number
    return [coarse_mean(each) for each in counts]


def _why(answers: int, close: str | None) -> str:
    return TeamRound.Held.FEW if answers < LEAST else close or TeamRound.Held.OVERLAP
