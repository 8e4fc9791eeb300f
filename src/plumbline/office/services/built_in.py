"""The built-in catalogue of services, from the files beside it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field

_FOLDER = Path(__file__).parent / "catalogue"


class Offer(BaseModel):
    """A service as many offices offer it. Times are working hours; ``percent`` of offices find it important."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    key: str = Field(pattern=r"^[a-z_]{3,60}$")
    title: str = Field(max_length=120)
    group: str
    level: str = Field(pattern="^(strategic|tactical|operational)$")
    percent: int = Field(ge=0, le=100)
    what: str
    customers: str = Field(max_length=300)
    trigger: str = Field(max_length=300)
    inputs: str
    outputs: str
    respond_hours: int = 8
    deliver_hours: int
    effort_hours: int
    kpi: str = Field(max_length=200)

    def fields(self) -> dict[str, Any]:
        """The columns of a service that is taken from it."""
        same = {name: getattr(self, name) for name in _SAME}
        return same | {
            "respond_in": self.respond_hours * 60,
            "deliver_in": self.deliver_hours * 60,
            "effort": self.effort_hours * 60,
        }


_SAME = ("key", "group", "level", "what", "customers", "trigger", "inputs", "outputs", "kpi")


@cache
def offers() -> dict[str, Offer]:
    """By key, group by group, what most find important first."""
    found: list[Offer] = []
    for path in sorted(_FOLDER.glob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        group = [Offer(group=data["group"], **each) for each in data["services"]]
        found += sorted(group, key=lambda each: -each.percent)
    return {each.key: each for each in found}
