"""From a plan to projects, reports and periods, in the caller's transaction."""

from __future__ import annotations

from plumbline.office.portfolio_imports.column_map import MapSpec
from plumbline.office.portfolio_imports.models import ImportRow, PortfolioImport, ProjectKey, ProjectPeriod
from plumbline.office.portfolio_imports.planning import Plan, PlannedRow, project_values
from plumbline.office.portfolio_imports.recognising import Slot
from plumbline.office.portfolio_imports.steps.moves import tell_moves
from plumbline.office.projects.actions import ProjectRow, put_projects
from plumbline.office.status.actions.imported import ImportedReport, add_imported_reports
from plumbline.office.status.models import StatusReport

Verdict = ImportRow.Verdict
BATCH = 200
_OF_REPORT = ("summary", "start", "baseline_finish", "forecast_finish", "budget", "spent", "forecast_cost", "benefits")


def write(found: PortfolioImport, spec: MapSpec, plan: Plan) -> None:
    effective = plan.with_verdict(Verdict.ADDED, Verdict.REPORTED, Verdict.CHANGED)
    _put(found, spec, plan, effective)
    _remember_keys(found, spec, plan)
    _keep_periods(found, spec, effective)
    tell_moves({each.slot.project.pk for each in effective if each.slot and each.slot.project})


def _put(found: PortfolioImport, spec: MapSpec, plan: Plan, effective: list[PlannedRow]) -> None:
    """Of several periods of one project, the newest describes it."""
    rows: dict[Slot, ProjectRow] = {}
    for planned in effective:
        if planned.puts and planned.slot and (planned.changes or planned.slot.project is None):
            values, code = project_values(planned.row, plan.people), planned.row.values.get("code", "")
            rows[planned.slot] = ProjectRow(planned.slot.project, values, code, spec.code_prefix or "P-")
    for slot, project in zip(rows, put_projects(found.organisation, rows.values()), strict=True):
        slot.project = project


def _remember_keys(found: PortfolioImport, spec: MapSpec, plan: Plan) -> None:
    slots = {each.slot for each in plan.rows if each.slot}
    keys = [
        ProjectKey(organisation=found.organisation, project=slot.project, family=spec.family, kind=kind, key=key)
        for slot in slots
        if slot.project
        for kind, key in sorted(slot.keys)
    ]
    ProjectKey.objects.bulk_create(keys, batch_size=BATCH, ignore_conflicts=True)


def _keep_periods(found: PortfolioImport, spec: MapSpec, effective: list[PlannedRow]) -> None:
    """A report is added where it says anything else than the one before for the same day."""
    saying = [(each, _report(each, spec)) for each in effective]
    fresh = [(each, said) for each, said in saying if not each.known or not said.says_the_same_as(each.known.report)]
    added = add_imported_reports([said for _, said in fresh], by=found.confirmed_by)
    report_of = {id(each): report for (each, _), report in zip(fresh, added, strict=True)}
    new: list[ProjectPeriod] = []
    for planned, said in saying:
        report: StatusReport | None = report_of.get(id(planned))
        if planned.known is None:
            assert report
            new.append(_period(planned, said, report))
        else:
            planned.known.report = report or planned.known.report
            planned.known.fingerprint, planned.known.level = planned.fingerprint, planned.row.level
    ProjectPeriod.objects.bulk_create(new, batch_size=BATCH)
    known = [each.known for each in effective if each.known]
    ProjectPeriod.objects.bulk_create(
        known,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["report", "fingerprint", "level"],
        batch_size=BATCH,
    )


def _period(planned: PlannedRow, said: ImportedReport, report: StatusReport) -> ProjectPeriod:
    return ProjectPeriod(
        project=said.project,
        as_of=said.as_of,
        report=report,
        fingerprint=planned.fingerprint,
        level=planned.row.level,
    )


def _report(planned: PlannedRow, spec: MapSpec) -> ImportedReport:
    row = planned.row
    assert planned.slot
    assert planned.slot.project
    assert row.as_of
    return ImportedReport(
        project=planned.slot.project,
        as_of=row.as_of,
        overall=row.colour,
        rating=row.rating,
        rating_scale=spec.rating_scale if row.rating else "",
        **{name: row.values[name] for name in _OF_REPORT if name in row.values},
    )
