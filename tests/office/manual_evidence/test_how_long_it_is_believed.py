"""Pages, matrix and facts hold evidence for as long as the standard of the project says."""

from __future__ import annotations

from datetime import timedelta

import pytest

from engine.small_project import sound_schedule
from office.manual_evidence.conftest import NOW, Look, client_of, standings
from plumbline.engine.acceptance import believed
from plumbline.office.acceptance.models import Criterion
from plumbline.office.assurance.actions import assess_while_due
from plumbline.office.assurance.gather_acceptance import acceptance_facts
from plumbline.office.assurance.models import Finding
from plumbline.office.foundation.clock import clock_at
from plumbline.office.governance.queries import standard_for
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import today
from plumbline.office.projects.actions import record_plan
from plumbline.office.projects.models import Project
from plumbline.office.standards.actions import publish_builtin
from plumbline.office.test_runs.trace import TraceFilter, trace


@pytest.mark.parametrize(("name", "days"), [("predictive", 30), ("agile", 14)])
def test_matrix_page_and_facts_agree_on_the_last_day_and_the_next(
    harbour: Organisation, project: Project, criteria: list[Criterion], look: Look, name: str, days: int, tess: Person
) -> None:
    look()
    if name != "predictive":
        Project.objects.update(standard_version=publish_builtin(harbour, name, by=None))
        project.refresh_from_db()
    for later, standing in ((days, "green"), (days + 1, "stale")):
        with clock_at(NOW + timedelta(days=later)):
            matrix = trace(project, TraceFilter())
            facts, standard = acceptance_facts(project), standard_for(project)
            assert facts is not None
            assert standard is not None
            told = believed(facts.criteria, today(harbour), standard.evidence_days)
        assert standings(project, NOW + timedelta(days=later))[0] == standing
        assert (matrix.lines[0].standing, str(told[0].result)) == (standing, standing)
        assert matrix.figures.stale == (standing == "stale")
    page = client_of(tess).get(f"/o/harbour-works/projects/{project.pk}/acceptance/criteria/{criteria[0].pk}/evidence/")
    assert f"{days} days</dd>" in page.content.decode()


def test_a_project_is_assessed_anew_on_the_day_on_which_evidence_ceases_to_be_believed(
    project: Project, look: Look
) -> None:
    record_plan(project, by=None, schedule=sound_schedule(), source_format="test")
    look()
    found = []
    for later in (0, 30, 31):
        with clock_at(NOW + timedelta(days=later)):
            assess_while_due(project.pk)
        findings = Finding.objects.filter(rule="stale_acceptance_evidence").order_by("assessment__facts_as_of")
        found.append([each.numerator for each in findings][-1])
    assert found == [0, 0, 1]
