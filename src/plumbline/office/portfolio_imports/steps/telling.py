"""What becomes of each row, kept so that the pages only read it."""

from __future__ import annotations

from collections import Counter

from plumbline.office.portfolio_imports.column_map import MONEY, TARGETS
from plumbline.office.portfolio_imports.models import ImportRow, PortfolioImport
from plumbline.office.portfolio_imports.planning import Plan, PlannedRow
from plumbline.office.portfolio_imports.row_reading import sums_of, told

Verdict = ImportRow.Verdict
BATCH = 500


def tell(found: PortfolioImport, plan: Plan) -> None:
    """In the caller's transaction; the import itself is saved by the caller."""
    ImportRow.objects.filter(portfolio_import=found).delete()
    ImportRow.objects.bulk_create([_line(found, each) for each in plan.rows], batch_size=BATCH)
    verdicts = Counter(str(each.verdict) for each in plan.rows)
    found.counts = {
        **{str(each): verdicts[each] for each in Verdict.values},
        "rows": len(plan.rows),
        "warnings": sum(bool(each.row.warnings) for each in plan.rows),
    }
    found.totals = _totals(plan)


def _line(found: PortfolioImport, planned: PlannedRow) -> ImportRow:
    row = planned.row
    problems = list(told(row.problems))
    if row.skipped:
        problems = [{"column": "", "value": "", "reason": row.skipped}]
    return ImportRow(
        portfolio_import=found,
        number=row.number,
        place=row.place,
        name=row.name[:200],
        verdict=planned.verdict,
        problems=problems,
        warnings=list(told(row.warnings)),
        changes=planned.changes,
    )


def _totals(plan: Plan) -> list[dict[str, str]]:
    """For each sort of money: the sum of the file, of the rows that are in, and of those with errors."""
    whole = sums_of([each.row for each in plan.rows])
    errors = sums_of([each.row for each in plan.with_verdict(Verdict.ERROR)])
    return [
        {
            "name": name,
            "title": TARGETS[name].title,
            "file": str(whole[name]),
            "in": str(whole[name] - errors[name]),
            "errors": str(errors[name]),
        }
        for name in MONEY
        if any(name in each.row.values for each in plan.rows)
    ]
