"""A batch of results becomes rows: a few queries for all of them, whatever their number."""

from __future__ import annotations

import hashlib
from collections import Counter

from django.db import transaction

from plumbline.engine.test_results import TestResult, references_of
from plumbline.office.test_runs import models
from plumbline.office.test_runs.models import TestCase, TestRun

MOST_TRIES = 30_000


class Keeper:
    """Knows which tests of one name came before in the file, so that the third is the third in the next run as well."""

    def __init__(self, run: TestRun) -> None:
        self.kept = 0
        self._run = run
        self._before: Counter[tuple[str, int]] = Counter()

    def keep(self, batch: list[TestResult]) -> None:
        """In one transaction. What is there already, from a run that was broken off, is left as it is."""
        keyed = [(self._key(each), each) for each in batch]
        with transaction.atomic():
            cases = self._cases(dict(keyed))
            models.TestResult.objects.bulk_create(
                [self._row(cases[key], each) for key, each in keyed], ignore_conflicts=True
            )
        self.kept += len(batch)

    def _key(self, result: TestResult) -> str:
        name = f"{result.place}\n{result.name}"
        self._before[name, result.attempt] += 1
        return hashlib.sha256(f"{name}\n{self._before[name, result.attempt]}".encode()).hexdigest()

    def _cases(self, batch: dict[str, TestResult]) -> dict[str, TestCase]:
        """Those of the project, made where they are new; what they are for follows the latest run."""
        found = self._found(batch)
        new = [self._case(key, batch[key]) for key in sorted(batch.keys() - found.keys())]
        if new:
            TestCase.objects.bulk_create(new, ignore_conflicts=True)
            found |= self._found({each.key: batch[each.key] for each in new})
        changed = []
        for key, case in found.items():
            references = _references(batch[key])
            is_older = case.latest_at is not None and case.latest_at > self._run.ran_at
            if case.references != references and not is_older:
                case.references = references
                changed.append(case)
        if changed:
            TestCase.objects.bulk_update(sorted(changed, key=lambda each: each.pk), ["references"])
        return found

    def _found(self, batch: dict[str, TestResult]) -> dict[str, TestCase]:
        return {each.key: each for each in TestCase.objects.filter(project=self._run.project_id, key__in=list(batch))}

    def _case(self, key: str, result: TestResult) -> TestCase:
        references = _references(result)
        return TestCase(
            project_id=self._run.project_id, key=key, place=result.place, name=result.name, references=references
        )

    def _row(self, case: TestCase, result: TestResult) -> models.TestResult:
        return models.TestResult(
            run=self._run,
            case=case,
            attempt=min(result.attempt, MOST_TRIES),
            is_last=result.is_last,
            status=result.status.value,
            seconds=result.seconds,
            message=result.message,
        )


def _references(result: TestResult) -> list[list[str]]:
    return [list(each) for each in references_of(result)]
