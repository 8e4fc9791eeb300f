"""Commitments, what is uncertain about plans, simulations and reference classes."""

from plumbline.office.forecasts.models.commitments import UID, Commitment
from plumbline.office.forecasts.models.estimates import Estimate, RiskEffect, RuleSet
from plumbline.office.forecasts.models.reference import Comparison, ReferenceCase, ReferenceClass
from plumbline.office.forecasts.models.simulations import Simulation, SimulationRun

__all__ = [
    "UID",
    "Commitment",
    "Comparison",
    "Estimate",
    "ReferenceCase",
    "ReferenceClass",
    "RiskEffect",
    "RuleSet",
    "Simulation",
    "SimulationRun",
]
