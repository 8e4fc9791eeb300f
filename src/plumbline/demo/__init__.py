"""The demo world: a city's transport authority over two years, told through the office's own actions."""

from __future__ import annotations

from plumbline.demo.personas import Persona, person_of, personas
from plumbline.demo.world import load

__all__ = ["Persona", "load", "person_of", "personas"]
