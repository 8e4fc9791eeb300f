"""What is known of an organisation's culture, and where its set-up stands."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

import yaml

from plumbline import library
from plumbline.engine.culture import KEYS, Culture, Gating, propose
from plumbline.engine.standard.control import Degree
from plumbline.office.events.models import Event
from plumbline.office.founding.models import CultureProfile, Founding
from plumbline.office.people.models import Organisation

MOST_DAYS = 366
LABELS = {
    "standard": "Standard to base yours on",
    "control": "Control",
    "report_days": "Days between status reports",
    "plan_days": "Days between plan updates",
    "gates": "Gates",
    "gate_word": "Word for a gate",
}


def _title_of(standard: str) -> str:
    return str(yaml.safe_load(files(library).joinpath(standard, "standard.yaml").read_text("utf-8"))["title"])


CHOICES: dict[str, list[tuple[str, str]]] = {
    "standard": [(each, _title_of(each)) for each in library.names()],
    "control": [(each.value, each.value.capitalize()) for each in Degree],
    "gates": [(each.value, each.value.replace("_", " ").capitalize()) for each in Gating],
}


@dataclass(frozen=True, slots=True)
class Preset:
    """A proposal, and what somebody put in its place."""

    key: str
    label: str
    proposed: str
    reason: str
    value: str
    why: str = ""

    @property
    def is_overruled(self) -> bool:
        return self.value != self.proposed

    @property
    def words(self) -> str:
        return dict(CHOICES.get(self.key, [])).get(self.value, self.value)

    @property
    def proposed_words(self) -> str:
        return dict(CHOICES.get(self.key, [])).get(self.proposed, self.proposed)


def profile_of(organisation: Organisation) -> CultureProfile | None:
    return CultureProfile.objects.filter(organisation=organisation).select_related("by").first()


def history_of(organisation: Organisation) -> list[CultureProfile]:
    return list(CultureProfile.objects.filter(organisation=organisation).select_related("by")[:50])


def presets(profile: CultureProfile | None) -> list[Preset]:
    """Without a profile, those of the default culture."""
    proposals = propose(profile.culture if profile else Culture())
    overruled = profile.overruled if profile else {}
    found = []
    for key in KEYS:
        proposal, instead = proposals[key], overruled.get(key, {})
        value = instead.get("value", str(proposal.value))
        found.append(
            Preset(key, LABELS[key], str(proposal.value), proposal.reason, value, str(instead.get("reason", "")))
        )
    return found


def founding_of(organisation: Organisation) -> Founding | None:
    return Founding.objects.filter(organisation=organisation).first()


def rhythm_of(organisation: Organisation) -> list[Event]:
    """What the set-up put into the calendar, as far as it is still there."""
    return list(Event.objects.filter(organisation=organisation, key__startswith="founding.").order_by("first_on", "pk"))
