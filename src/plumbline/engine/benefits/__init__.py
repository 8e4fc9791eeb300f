"""Benefits: what was promised, what has come of it, what it hangs on, and what may be added up.

    profile = Profile(key="B-1", kind=Kind.CASHABLE, unit="EUR", baseline=Decimal(0), baseline_on=..., ...)
    realised(profile, date(2026, 6, 30), Decimal(40_000)).rate     # actual to date / planned to date
    lint(network)                                                  # rings, dead ends, nobody who owns it
    totals(contributions)                                          # money with money, hours with hours

Formulas and worked tables: docs/methods/benefits.md.
"""

from plumbline.engine.benefits.aggregation import Contribution, Total, contribution, totals
from plumbline.engine.benefits.facts import BenefitFact, BenefitFacts
from plumbline.engine.benefits.forecast import ChangeDates, late_changes, late_feeding
from plumbline.engine.benefits.network import LINKS_ALLOWED, Network, Node, NodeKind, fed_by, reaches
from plumbline.engine.benefits.network_lint import MENDING, Fault, Problem, lint
from plumbline.engine.benefits.profile import Kind, Point, Profile, Rung
from plumbline.engine.benefits.realisation import Realisation, planned_level, realised

__all__ = [
    "LINKS_ALLOWED",
    "MENDING",
    "BenefitFact",
    "BenefitFacts",
    "ChangeDates",
    "Contribution",
    "Fault",
    "Kind",
    "Network",
    "Node",
    "NodeKind",
    "Point",
    "Problem",
    "Profile",
    "Realisation",
    "Rung",
    "Total",
    "contribution",
    "fed_by",
    "late_changes",
    "late_feeding",
    "lint",
    "planned_level",
    "reaches",
    "realised",
    "totals",
]
