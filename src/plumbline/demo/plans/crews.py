"""Who does the work: how many they are, what a day of them costs, and by which calendar they work."""

from __future__ import annotations

from dataclasses import dataclass

from plumbline.demo.plans.calendars import NIGHTS, OFFICE, ROUND_THE_CLOCK, SITE


@dataclass(frozen=True, slots=True)
class Crew:
    """``day_rate`` is what the whole crew costs per working day."""

    name: str
    heads: int
    day_rate: int
    calendar: str = OFFICE


CREWS = {
    "board": Crew("Steering board", 1, 400),
    "pm": Crew("Project management", 2, 1_500),
    "design": Crew("Design team", 4, 3_600),
    "survey": Crew("Surveyors", 2, 1_700),
    "planning": Crew("Consents and property", 2, 1_600),
    "buying": Crew("Procurement", 2, 1_500),
    "civil": Crew("Civil works contractor", 14, 11_800, SITE),
    "utility": Crew("Utility diversions", 8, 7_400, SITE),
    "track": Crew("Track gang, nights", 12, 14_200, NIGHTS),
    "power": Crew("Power and overhead line", 8, 8_900, SITE),
    "signals": Crew("Signalling engineers", 5, 6_300),
    "fitters": Crew("Fitters and electricians", 6, 4_900, SITE),
    "build": Crew("Building contractor", 16, 12_600, SITE),
    "supplier": Crew("Supplier", 6, 9_500),
    "software": Crew("Software team", 7, 5_600),
    "testing": Crew("Test team", 3, 2_300),
    "soak": Crew("Soak test", 1, 900, ROUND_THE_CLOCK),
    "operations": Crew("Operations and training", 3, 1_900),
    "street": Crew("Street works contractor", 9, 7_800, SITE),
    "public": Crew("Public engagement", 2, 1_300),
}
