"""The desk of a provider: of each client exactly what is agreed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from plumbline.office.clients.grants import Grant, grants
from plumbline.office.clients.models import Agreement
from plumbline.office.clients.showing import Shown
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import organisations_of


@dataclass(frozen=True, slots=True)
class DeskLine:
    """``is_member``: whether the reader belongs to the client as well, and may go there."""

    agreement: Agreement
    client: Organisation
    is_member: bool
    shown: list[tuple[Grant, Shown]]


@dataclass(frozen=True, slots=True)
class Desk:
    """``totals`` count only the clients that show the figure."""

    lines: list[DeskLine]
    totals: dict[str, float]

    @property
    def figures(self) -> list[str]:
        """Every label on the desk, in the order of the grants."""
        return list(dict.fromkeys(label for line in self.lines for _, shown in line.shown for label in shown.figures))


def desk(provider: Organisation, reader: Person) -> Desk:
    """Two queries and those of the grants, however many clients there are. A client's name comes with any agreement."""
    own = {each.pk for each in organisations_of(reader)}
    accepted = Agreement.objects.filter(provider=provider, state=Agreement.State.ACCEPTED).select_related("client")
    in_force = [(each, each.client) for each in accepted if each.client and each.is_in_force()]
    in_force.sort(key=lambda each: each[1].name.lower())
    by_grant: list[tuple[Grant, dict[int, Shown]]] = []
    for grant in grants().values():
        giving = [client for agreement, client in in_force if grant.key in agreement.grants]
        by_grant.append((grant, grant.show(provider, giving) if giving else {}))
    lines = [
        DeskLine(
            agreement,
            client,
            client.pk in own,
            [(grant, found[client.pk]) for grant, found in by_grant if client.pk in found],
        )
        for agreement, client in in_force
    ]
    return Desk(lines, _totals(lines))


def _totals(lines: list[DeskLine]) -> dict[str, float]:
    totals: Counter[str] = Counter()
    for line in lines:
        for grant, shown in line.shown:
            for label in grant.totals:
                value = shown.figures[label]
                totals[label] += value  # type: ignore[assignment, operator]
    return dict(totals)
