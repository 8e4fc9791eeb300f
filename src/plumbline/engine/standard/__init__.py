"""Standards: readable files that run."""

from plumbline.engine.standard.differences import Difference, differences
from plumbline.engine.standard.json_schema import json_schemas
from plumbline.engine.standard.layers import bundle
from plumbline.engine.standard.lint import lint, lint_files
from plumbline.engine.standard.load import load_standard
from plumbline.engine.standard.problem import InvalidStandard, Level, Problem
from plumbline.engine.standard.schema import DimensionHealth, Indicator, RuleChoice, Standard
from plumbline.engine.standard.vocabulary import Vocabulary

__all__ = [
    "Difference",
    "DimensionHealth",
    "Indicator",
    "InvalidStandard",
    "Level",
    "Problem",
    "RuleChoice",
    "Standard",
    "Vocabulary",
    "bundle",
    "differences",
    "json_schemas",
    "lint",
    "lint_files",
    "load_standard",
]
