"""Questions about what people can do, what is asked of them, and how far apart they are."""

from plumbline.office.competence.queries.framework import Element, framework
from plumbline.office.competence.queries.leaders import Leader, leaders
from plumbline.office.competence.queries.office import Office, lines_of, office
from plumbline.office.competence.queries.own import Own, of
from plumbline.office.competence.queries.requirements import Requirements, changes_of, leading_role, requirements_in
from plumbline.office.competence.queries.standings import (
    ASSESSED,
    assessors_of,
    competencies_of,
    may_assess,
    standard_in_force,
)

__all__ = [
    "ASSESSED",
    "Element",
    "Leader",
    "Office",
    "Own",
    "Requirements",
    "assessors_of",
    "changes_of",
    "competencies_of",
    "framework",
    "leaders",
    "leading_role",
    "lines_of",
    "may_assess",
    "of",
    "office",
    "requirements_in",
    "standard_in_force",
]
