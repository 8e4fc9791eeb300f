"""The parts of the standard in force: rules with their guidance, artefacts, gates, roles."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet

from plumbline.engine.rules_in_force import rules_in_force
from plumbline.office.search.told import Told, address
from plumbline.office.standards.models import StandardInForce
from plumbline.office.standards.queries import standard_of

TITLE, ICON, ORDER = "Standards and guidance", "standard", 80
FOLLOWS = {"standards.standardversion": "standard_version"}


def rows() -> QuerySet[StandardInForce]:
    found = StandardInForce.objects.select_related("organisation", "standard_version")
    return found.defer("standard_version__files")


def tell(held: StandardInForce) -> Iterator[Told]:
    version, standard = held.standard_version, standard_of(held.standard_version)
    version_page = _page(held, "version")
    yield _part(held, "", version.title, version_page, text=standard.summary, under=f"Version {version.version}")
    for rule in rules_in_force(standard):
        about = standard.guidance.get(rule.name, "")
        yield _part(held, f"rule:{rule.name}", rule.rule.title, _page(held, "rule", rule=rule.name), about, "Rule")
    for name, artefact in standard.artefacts.items():
        there = _page(held, "artefact", artefact=name)
        yield _part(held, f"artefact:{name}", artefact.title, there, artefact.purpose, "Artefact")
    for name, gate in standard.gates.items():
        there = _page(held, "life_cycle")
        questions = " ".join(f"{each.ask} {each.look_for or ''}" for each in gate.questions.values())
        yield _part(
            held, f"gate:{name}", gate.title, there and f"{there}#gate-{name}", f"{gate.purpose} {questions}", "Gate"
        )
    for name, role in standard.roles.items():
        yield _part(held, f"role:{name}", role.title, _page(held, "roles"), role.does, "Role")


def _part(held: StandardInForce, part: str, title: str, path: str | None, text: str, under: str) -> Told:
    return Told(
        organisation_id=held.organisation_id,
        source_id=held.pk,
        part=part,
        title=title,
        under=under,
        text=text,
        path=path,
        permission="see_standards",
    )


def _page(held: StandardInForce, route: str, **parameters: str) -> str | None:
    slug = held.organisation.slug
    return address(f"standards:{route}", organisation=slug, version_id=held.standard_version_id, **parameters)
