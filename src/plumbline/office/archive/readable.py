"""The part of an archive that people open: what is where, and the main tables for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db.models import BinaryField, Field, ForeignKey, JSONField, Model

from plumbline.office.archive.contents import columns, exported
from plumbline.office.foundation.table_files import as_csv
from plumbline.office.people.models import Organisation

MAIN_TABLES = {
    "projects": "projects.Project",
    "programmes": "projects.Programme",
    "plan-versions": "projects.PlanVersion",
    "status-reports": "status.StatusReport",
    "evidence-status": "assurance.CurrentStatus",
    "registers": "registers.Entry",
    "gate-decisions": "gates.GateDecision",
    "waivers": "governance.Waiver",
    "stakeholders": "stakeholders.Stakeholder",
    "acceptance-criteria": "acceptance.Criterion",
    "acceptance-evidence": "test_runs.ManualEvidence",
    "objectives": "strategy.Objective",
    "benefits": "benefits.BenefitProfile",
    "benefit-measurements": "benefits.BenefitMeasurement",
    "cost-baselines": "earned_value.BaselineLine",
    "actual-costs": "earned_value.ActualCost",
    "exchange-rates": "earned_value.ExchangeRate",
    "requests": "intake.ProjectRequest",
    "services": "services.Service",
    "members": "people.Membership",
}
CALLED = ("code", "title", "name", "number")
MOST_LINES = 100_000
README_TEXT = """Everything that {organisation} owned in Plumbline when this was made.

manifest.json   version of the format, number of rows by table, size and SHA-256 of each file
tables/         one file per table, one row per line as JSON: dates by ISO 8601, decimals as text, in UTF-8.
                A column that names another row holds its number; {{"file": ...}} names a file in files/
people.jsonl    those whom the rows name: name and address, and nothing to sign in with
files/          plans, documents and uploads as they came, named by their SHA-256
csv/            the main tables, for a spreadsheet

Sealed words (what people note for themselves) are in it as they are kept: only an installation with the same secret
opens them.

Not in it: passwords, keys and links to sign in with, the index of the search, and what ties {organisation} to
another organisation. An installation of Plumbline takes it up with "plumbline archive restore".
"""


def csv_files(organisation: Organisation) -> Iterator[tuple[str, bytes]]:
    """Of those main tables that this installation has."""
    for name, label in MAIN_TABLES.items():
        if label in exported():
            yield name, as_csv(_lines(organisation, apps.get_model(label)))


def _lines(organisation: Organisation, model: type[Model]) -> Iterator[list[Any]]:
    shown = [each.field for each in columns(model) if _is_readable(each.field)]
    yield [each.verbose_name for each in shown]
    rows = exported()[model._meta.label].rows(organisation.pk).order_by("pk")
    yield from (list(row) for row in rows.values_list(*(_lookup(each) for each in shown))[:MOST_LINES].iterator(500))


def _is_readable(field: Field) -> bool:
    return not isinstance(field, JSONField | BinaryField) and field.related_model is not Organisation


def _lookup(field: Field) -> str:
    """For a key the words by which people call what it points at."""
    if not isinstance(field, ForeignKey):
        return field.name
    there = {each.name for each in field.related_model._meta.concrete_fields}
    called = next((each for each in CALLED if each in there), None)
    return f"{field.name}__{called}" if called else field.attname
