"""Questions about benefits."""

from plumbline.office.benefits.queries.facts import benefit_facts
from plumbline.office.benefits.queries.finding import (
    Filters,
    benefit_in,
    benefits_in,
    benefits_of,
    link_in,
    means_in,
    measurement_in,
    review_in,
    table_in,
)
from plumbline.office.benefits.queries.networks import ProjectNetwork, key_of, networks_of
from plumbline.office.benefits.queries.one import BenefitPage, benefit_page
from plumbline.office.benefits.queries.project_page import NetworkPage, ProjectPage, network_page, project_page
from plumbline.office.benefits.queries.rows import BenefitRow, promised, rows_of
from plumbline.office.benefits.queries.sums import WAYS, Group, groups_of

__all__ = [
    "WAYS",
    "BenefitPage",
    "BenefitRow",
    "Filters",
    "Group",
    "NetworkPage",
    "ProjectNetwork",
    "ProjectPage",
    "benefit_facts",
    "benefit_in",
    "benefit_page",
    "benefits_in",
    "benefits_of",
    "groups_of",
    "key_of",
    "link_in",
    "means_in",
    "measurement_in",
    "network_page",
    "networks_of",
    "project_page",
    "promised",
    "review_in",
    "rows_of",
    "table_in",
]
