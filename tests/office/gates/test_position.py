"""Where a project is in its life cycle follows from the decisions so far, and from nothing else."""

from __future__ import annotations

import pytest

from plumbline.engine import library
from plumbline.engine.standard import Standard
from plumbline.engine.standard.life_cycle import Decision
from plumbline.office.gates.position import GateState, Passage, Position, position

GO, CONDITIONAL, HOLD, STOP = Decision.GO, Decision.CONDITIONAL, Decision.HOLD, Decision.STOP
