"""Who is in the demo world. Every name is invented; every address ends in ``.example`` and reaches nobody."""

from __future__ import annotations

from dataclasses import dataclass

from plumbline.office.people.roles import Role

CITY, FERRIES = "Marrowbridge Transit Authority", "Saltgate Ferries"
CITY_DOMAIN, FERRIES_DOMAIN = "marrowbridge.example", "saltgate-ferries.example"
UNITS: dict[str, str | None] = {
    "Executive office": None,
    "Project management office": "Executive office",
    "Infrastructure": "Executive office",
    "Tram and rail": "Infrastructure",
    "Depots and energy": "Infrastructure",
    "Mobility services": "Executive office",
    "Ticketing": "Mobility services",
    "Streets": "Mobility services",
}


@dataclass(frozen=True, slots=True)
class Somebody:
    key: str
    name: str
    role: Role
    unit: str = ""
    domain: str = CITY_DOMAIN

    @property
    def email(self) -> str:
        return f"{self.name.lower().replace(' ', '.')}@{self.domain}"


CONSULTANT = Somebody("quill", "Quill Harrow", Role.PMO_STAFF, "Project management office", "harrow-partners.example")
CITY_PEOPLE = (
    Somebody("dagny", "Dagny Thorne", Role.PMO_MANAGER, "Project management office"),
    Somebody("osric", "Osric Vale", Role.EXECUTIVE, "Executive office"),
    Somebody("vesna", "Vesna Kestrel", Role.EXECUTIVE, "Executive office"),
    Somebody("elowen", "Elowen Marsh", Role.PMO_STAFF, "Project management office"),
    Somebody("ilka", "Ilka Brandt-Osei", Role.PROJECT_MANAGER, "Tram and rail"),
    Somebody("bastian", "Bastian Holloway", Role.PROJECT_MANAGER, "Tram and rail"),
    Somebody("petra", "Petra Quarry", Role.PROJECT_MANAGER, "Depots and energy"),
    Somebody("aurel", "Aurel Finch", Role.PROJECT_MANAGER, "Depots and energy"),
    Somebody("noor", "Noor Adeyemi-Lund", Role.PROJECT_MANAGER, "Ticketing"),
    Somebody("tomas", "Tomas Wren", Role.PROJECT_MANAGER, "Ticketing"),
    Somebody("jory", "Jory Ashdown", Role.PROJECT_MANAGER, "Streets"),
    Somebody("maren", "Maren Oakley", Role.PROJECT_MANAGER, "Streets"),
    Somebody("lior", "Lior Penhallow", Role.TEAM_MEMBER, "Tram and rail"),
    Somebody("sunniva", "Sunniva Drake", Role.TEAM_MEMBER, "Ticketing"),
    Somebody("otto", "Otto Brightwater", Role.GUEST),
    CONSULTANT,
)
FERRIES_PEOPLE = (
    Somebody("runa", "Runa Saltmarsh", Role.PMO_MANAGER, "", FERRIES_DOMAIN),
    Somebody("hanno", "Hanno Tiller", Role.PROJECT_MANAGER, "", FERRIES_DOMAIN),
    CONSULTANT,
)
