"""What is asked, of whom, and what may be shown of closed rounds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q, QuerySet
from django.http import Http404

from plumbline.engine.disclosure import coarse_words
from plumbline.office.governance.models import Appointment
from plumbline.office.people.models import Membership, Organisation, Person, Unit
from plumbline.office.people.queries import ids_under, today
from plumbline.office.projects.models import Project
from plumbline.office.pulse.links import invitation_in
from plumbline.office.pulse.models import Invitation, Pulse, TeamRound

ROUNDS_COUNTED = 2


@dataclass(frozen=True)
class Point:
    """One question of a team in one closed round; ``words`` says the mean, or why there is none."""

    team: TeamRound
    question: str
    mean: float | None
    words: str


def people_of(team: Project | Unit) -> list[Person]:
    """Of a project whoever holds a role in it, with its manager and sponsor; of a unit its members and those below."""
    members = Membership.objects.filter(organisation_id=team.organisation_id, person__is_active=True)
    if isinstance(team, Unit):
        members = members.filter(unit__in=ids_under(team))
    else:
        holders = Appointment.objects.filter(project=team, ended_at=None).values("person")
        members = members.filter(Q(person__in=holders) | Q(person__in=[team.manager_id, team.sponsor_id]))
    return list(Person.objects.filter(pk__in=members.values("person")).order_by("pk"))


def pulse_of(organisation: Organisation) -> Pulse | None:
    return Pulse.objects.filter(organisation=organisation).first()


def open_for(membership: Membership) -> list[Invitation]:
    """What this person has not answered yet."""
    found = Invitation.objects.filter(
        person=membership.person, answered=False, team__round__pulse__organisation=membership.organisation,
        team__round__is_closed=False, team__round__last_day__gte=today(membership.organisation),
    )  # fmt: skip
    return list(found.select_related("team__round", "team__project", "team__unit").order_by("team"))


def team_asked(membership: Membership, team_round_id: int) -> TeamRound:
    """One that this person is or was asked about, answered or not. Raises ``Http404``."""
    found = TeamRound.objects.select_related("round", "project", "unit").filter(
        pk=team_round_id, round__pulse__organisation=membership.organisation, people=membership.person
    ).first()  # fmt: skip
    if found is None:
        raise Http404
    return found


def asked_by(secret: str) -> QuerySet[Invitation]:
    """All that the person of a link is asked in its round; none for a forged link, and none after the close."""
    one = Invitation.objects.filter(pk__in=[invitation_in(secret)])
    return Invitation.objects.filter(person__in=one.values("person"), team__round__in=one.values("team__round"))


def open_by(secret: str) -> list[Invitation]:
    """As ``asked_by``, answered or not, while the round can be answered."""
    found = asked_by(secret).select_related("team__round__pulse__organisation", "team__project", "team__unit")
    asked = list(found.order_by("team"))
    return [each for each in asked if each.team.round.is_open_on(today(each.team.round.pulse.organisation))]


def points(membership: Membership, sees_all: bool) -> list[Point]:
    """Of closed rounds only, latest first: of every team for those who run the pulse, else of one's own."""
    teams = TeamRound.objects.filter(round__pulse__organisation=membership.organisation, round__is_closed=True)
    if not sees_all:
        teams = teams.filter(people=membership.person)
    found = teams.select_related("round", "project", "unit").order_by("project", "unit", "-round__opened_on")
    return list(_points(found))


def _points(teams: Iterable[TeamRound]) -> Iterable[Point]:
    for team in teams:
        for number, question in enumerate(team.round.questions):
            mean = team.means[number] if team.means else None
            yield Point(team, question, mean, coarse_words(mean) if mean is not None else team.get_held_display())


def confidence_of(project: Project) -> float | None:
    """What the project's team last said of its next milestone, from 1 to 5, as far as it may be shown. One query.

    It counts until two more rounds should have closed, so that a round with few answers does not hide it.
    """
    shown = TeamRound.objects.filter(project=project, round__is_closed=True, round__asks_confidence=True, held="")
    last = shown.select_related("round__pulse").order_by("-round__opened_on").first()
    if last is None or not last.means:
        return None
    counts_until = last.round.last_day + timedelta(days=ROUNDS_COUNTED * last.round.pulse.days)
    return last.means[0] if today(project.organisation) <= counts_until else None


@dataclass(frozen=True)
class Trend:
    """One question to one team, latest round first; ``line`` is for the picture, oldest first."""

    question: str
    points: list[Point]

    @property
    def line(self) -> list[float | None]:
        return [each.mean for each in reversed(self.points)]

    @property
    def last(self) -> Point | None:
        """The latest that may be shown."""
        return next((each for each in self.points if each.mean is not None), None)


@dataclass(frozen=True)
class Results:
    """Of one team: ``rows`` are its rounds, latest first, each with a point for every trend, none where not asked."""

    team: TeamRound
    trends: list[Trend]
    rows: list[tuple[TeamRound, list[Point | None]]]


def results(found: Iterable[Point]) -> list[Results]:
    by_key: dict[object, list[Point]] = {}
    for each in found:
        by_key.setdefault(each.team.key, []).append(each)
    return [_results(points) for points in by_key.values()]


def _results(found: list[Point]) -> Results:
    by_question: dict[str, list[Point]] = {}
    by_round: dict[int, dict[str, Point]] = {}
    for each in found:
        by_question.setdefault(each.question, []).append(each)
        by_round.setdefault(each.team.pk, {})[each.question] = each
    asked = {each.team.pk: each.team for each in found}
    rows = [(asked[pk], [points.get(question) for question in by_question]) for pk, points in by_round.items()]
    return Results(found[0].team, [Trend(question, points) for question, points in by_question.items()], rows)
