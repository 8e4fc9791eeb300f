"""A portfolio from a table: what becomes of every row."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from office.conftest import Enrol
from office.portfolio_imports.importing import checked, everything_kept, imported, reasons
from plumbline.office.foundation.models import AuditLine
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.portfolio_imports.actions import (
    CannotImport,
    cancel_import,
    check_file,
    confirm_import,
    receive_file,
    save_map,
)
from plumbline.office.portfolio_imports.column_map import MapSpec
from plumbline.office.portfolio_imports.jobs import work_on_what_is_due
from plumbline.office.portfolio_imports.models import ImportRow, PortfolioImport, ProjectPeriod
from plumbline.office.portfolio_imports.originals import bytes_of
from plumbline.office.portfolio_imports.steps.working import take_next_step
from plumbline.office.projects.actions import archive, create_portfolio, create_project
from plumbline.office.projects.models import Project
from plumbline.office.status.models import Reporting, StatusReport

pytestmark = pytest.mark.django_db

HEADS = "Code,Name,Ministry,Rating,As of,Budget,Forecast finish,Commentary\n"
MOLE = "M-1,The mole,Harbours,Amber,2024-03-31,1200,2026-06-30,All is calm.\n"
PIER = "M-2,The pier,Harbours,Red,2024-03-31,800,2025-06-30,It leans.\n"
MOLE_LATER = "M-1,The new mole,Harbours,Green,2025-03-31,1500,2026-09-30,Calmer.\n"


def table(*rows: str) -> bytes:
    return (HEADS + "".join(rows)).encode()


def test_the_first_file_adds_projects_with_their_history(harbour: Organisation, ada: Person) -> None:
    done = imported(harbour, ada, table(MOLE, PIER))
    assert (done.state, done.counts["added"], done.counts["error"]) == ("done", 2, 0)
    mole = harbour.projects.get(code="M-1")
    assert (mole.name, mole.portfolio.name, mole.budget) == ("The mole", "Harbours", Decimal(1200))
    report = StatusReport.objects.get(project=mole)
    assert (report.source, report.rating, report.overall, report.as_of) == (
        "imported", "Amber", "amber", date(2024, 3, 31),
    )  # fmt: skip
    assert report.summary == "All is calm."
    assert not Reporting.objects.exists(), "nobody is late with what was never asked for here"


def test_a_dry_run_writes_no_project(harbour: Organisation, ada: Person) -> None:
    found = checked(harbour, ada, table(MOLE, PIER))
    assert (found.state, found.counts["added"]) == ("checked", 2)
    assert not Project.objects.exists()
    assert [each.verdict for each in found.rows.all()] == ["added", "added"]


def test_the_same_file_again_changes_nothing(harbour: Organisation, ada: Person) -> None:
    imported(harbour, ada, table(MOLE, PIER))
    before = everything_kept()
    again = imported(harbour, ada, table(PIER, MOLE), "renamed.csv", family="works")
    assert again.counts["unchanged"] == 2
    assert everything_kept() == before


def test_a_changed_row_of_the_same_day_updates_the_project_and_adds_a_report(
    harbour: Organisation, ada: Person
) -> None:
    imported(harbour, ada, table(MOLE))
    done = imported(harbour, ada, table(MOLE.replace("1200", "1300").replace("Amber", "Red")))
    assert done.counts["changed"] == 1
    assert done.rows.get().changes == [{"what": "Budget", "before": "1200.00", "after": "1300.00"}]
    mole = Project.objects.get()
    assert mole.budget == 1300
    assert [each.rating for each in mole.reports.order_by("pk")] == ["Amber", "Red"]
    assert mole.periods.get().report.rating == "Red"


def test_a_changed_name_alone_adds_no_report(harbour: Organisation, ada: Person) -> None:
    imported(harbour, ada, table(MOLE))
    imported(harbour, ada, table(MOLE.replace("The mole", "The long mole")))
    assert Project.objects.get().name == "The long mole"
    assert StatusReport.objects.count() == 1


@pytest.mark.parametrize("files", [(MOLE, MOLE_LATER), (MOLE_LATER, MOLE)])
def test_an_older_period_never_speaks_over_a_newer_one(
    files: tuple[str, str], harbour: Organisation, ada: Person
) -> None:
    for each in files:
        imported(harbour, ada, table(each))
    mole = Project.objects.get()
    assert (mole.name, mole.budget) == ("The new mole", 1500)
    periods = list(mole.periods.all())
    assert [(each.as_of.year, each.moved, each.finish_moved) for each in periods] == [(2024, None, None), (2025, 1, 92)]


def test_several_periods_in_one_file_are_one_project(harbour: Organisation, ada: Person) -> None:
    done = imported(harbour, ada, table(MOLE_LATER, MOLE))
    assert (done.counts["added"], done.counts["reported"]) == (1, 1)
    assert Project.objects.get().name == "The new mole"


def test_ratings_of_different_scales_are_not_compared(harbour: Organisation, ada: Person) -> None:
    imported(harbour, ada, table(MOLE), rating_scale="five")
    imported(harbour, ada, table(MOLE_LATER), rating_scale="three")
    assert [each.moved for each in ProjectPeriod.objects.all()] == [None, None]
    assert [each.rating_scale for each in StatusReport.objects.order_by("as_of")] == ["five", "three"]


def test_every_row_that_cannot_go_in_says_where_and_why(harbour: Organisation, ada: Person) -> None:
    rows = (
        MOLE,
        "M-3,,Harbours,Red,2024-03-31,1,,\n",
        "M-4,Lamps,Harbours,Red,soon,many,,\n",
        "M-5,Steps,,Red,2024-03-31,-5,,\n",
        ",,,,,,,\n",
        MOLE,
        "M-9,Rails,Harbours,Blue,2024-03-31,7,,\n",
        f"M-8,{'x' * 201},Harbours,Red,2024-03-31,7,,\n",
    )
    done = imported(harbour, ada, table(*rows))
    assert reasons(done) == [
        "row 3 Name: A project needs a name.",
        "row 4 As of: 'soon' is not a date; write it as 2026-03-31.",
        "row 4 Budget: It is not an amount; write it as 1234.50, or leave the cell empty.",
        "row 5 Budget: A budget cannot be negative.",
        "row 5 Ministry: A project needs a portfolio; fill the cell, or give one portfolio for all rows in the map.",
        "row 7 : It is the same project on the same day as row 2. Give each a key, or a day, of its own.",
        "row 9 Name: It has 201 characters; at most 200 can be kept.",
    ]
    assert done.counts["rows"] == 8 == sum(done.counts[each] for each in ImportRow.Verdict.values)
    assert (done.counts["added"], done.counts["skipped"], done.counts["warnings"]) == (2, 1, 1)
    assert done.totals[0] == {
        "name": "budget",
        "title": "Budget",
        "file": "2410.00",
        "in": "1207.00",
        "errors": "1203.00",
    }
    assert StatusReport.objects.get(rating="Blue").overall == ""


def test_words_of_secrecy_give_no_value_and_no_warning(harbour: Organisation, ada: Person) -> None:
    row = "M-1,The mole,Harbours,Exempt under section 9,2024-03-31,Exempt,exempt (see note),\n"
    done = imported(harbour, ada, table(row), not_given=["Exempt"])
    assert (done.counts["added"], done.counts["warnings"]) == (1, 0)
    report = StatusReport.objects.get()
    assert (report.rating, report.overall, report.budget, report.forecast_finish) == (
        "Exempt under section 9",
        "",
        None,
        None,
    )


def test_a_project_that_exists_is_known_by_its_code(harbour: Organisation, ada: Person) -> None:
    portfolio = create_portfolio(harbour, by=None, name="harbours")
    create_project(harbour, by=None, code="m-1", name="Mole", portfolio=portfolio, phase="Building")
    done = imported(harbour, ada, table(MOLE))
    assert done.counts["reported"] == 1
    mole = Project.objects.get()
    assert (mole.code, mole.name, mole.phase, mole.portfolio) == ("m-1", "The mole", "Building", portfolio)


def test_names_lead_to_a_project_where_keys_are_new(harbour: Organisation, ada: Person) -> None:
    by_name = b"Name,Ministry,As of\nThe mole (phase 1),Harbours,2023-03-31\nThe pier,Harbours,2023-03-31\n"
    imported(harbour, ada, by_name, family="works", match_names=True, code_prefix="H-")
    imported(harbour, ada, table(MOLE, "M-7,The quay,Harbours,Red,2024-03-31,1,,\n"), family="works", match_names=True)
    assert sorted(harbour.projects.values_list("code", "name")) == [
        ("H-1", "The mole"), ("H-2", "The pier"), ("M-7", "The quay"),
    ]  # fmt: skip
    assert harbour.projects.get(code="H-1").periods.count() == 2


def test_an_archived_project_or_portfolio_is_left_as_it_is(harbour: Organisation, ada: Person) -> None:
    imported(harbour, ada, table(MOLE))
    archive(Project.objects.get(), by=None)
    create_portfolio(harbour, by=None, name="Closed")
    archive(harbour.portfolios.get(name="Closed"), by=None)
    done = imported(harbour, ada, table(MOLE_LATER, PIER.replace("Harbours", "Closed")))
    assert reasons(done) == [
        "row 2 : M-1 The mole is archived. Take it out of the archive first.",
        "row 3 Portfolio: It is archived here. Take it out of the archive first.",
    ]


def test_a_manager_is_known_by_address_and_a_stranger_is_told(
    harbour: Organisation, ada: Person, enrol: Enrol, northern: Organisation
) -> None:
    mira = enrol(harbour, Role.PROJECT_MANAGER, "Mira Pontoon").person
    elsewhere = enrol(northern, Role.PROJECT_MANAGER, "Olav Sleeper").person
    rows = f"Name,Portfolio,As of,Manager\nMole,H,2024,{mira.email.upper()}\nPier,H,2024,{elsewhere.email}\n"
    done = imported(harbour, ada, rows.encode())
    assert Project.objects.get(name="Mole").manager == mira
    assert Project.objects.get(name="Pier").manager is None
    assert done.counts["warnings"] == 1


def test_one_organisation_never_touches_the_projects_of_another(
    harbour: Organisation, northern: Organisation, ada: Person, olav: Person
) -> None:
    imported(harbour, ada, table(MOLE))
    done = imported(northern, olav, table(MOLE_LATER))
    assert done.counts["added"] == 1
    assert harbour.projects.get().name == "The mole"


def test_the_file_is_kept_as_it_came(harbour: Organisation, ada: Person) -> None:
    assert bytes_of(imported(harbour, ada, table(MOLE)).file) == table(MOLE)


def test_one_import_is_one_audit_line_with_its_counts(harbour: Organisation, ada: Person) -> None:
    imported(harbour, ada, table(MOLE, PIER))
    line = AuditLine.objects.get(verb="import_portfolio")
    assert (line.actor_name, line.details["added"], line.details["rows"]) == (str(ada), 2, 2)
    assert not AuditLine.objects.filter(verb="create_project").exists()


def test_a_map_that_was_kept_is_offered_when_the_headings_fit(harbour: Organisation, ada: Person) -> None:
    first = receive_file(harbour, "works.csv", table(MOLE), by=ada)
    spec = MapSpec.model_validate({**first.spec, "name": "Ministry of Harbours", "rating_scale": "three"})
    save_map(harbour, spec, by=ada)
    save_map(harbour, spec, by=ada)
    assert harbour.column_maps.count() == 1
    assert receive_file(harbour, "other.csv", table(PIER), by=ada).spec["name"] == "Ministry of Harbours"
    assert receive_file(harbour, "other.csv", b"Title,Dept\na,b\n", by=ada).spec["name"] == "other"


def test_headings_are_guessed(harbour: Organisation, ada: Person) -> None:
    data = (
        "Project Title;Project Number;Department;RAG Rating;Budget (£ million);End Date;Ärger\nx;1;y;Amber/Red;2;3;z\n"
    )
    spec = receive_file(harbour, "list.csv", data.encode("cp1252"), by=ada).spec
    assert spec["columns"] == {
        "name": ["Project Title"],
        "key": ["Project Number"],
        "portfolio": ["Department"],
        "rating": ["RAG Rating"],
        "budget": ["Budget (£ million)"],
        "forecast_finish": ["End Date"],
    }
    assert spec["money_scale"] == 1_000_000
    assert [word for word, _ in spec["ratings"]] == ["Green", "Amber/Green", "Amber", "Amber/Red", "Red"]


def test_a_column_that_is_missing_refuses_the_file_whole(harbour: Organisation, ada: Person) -> None:
    found = receive_file(harbour, "works.csv", table(MOLE), by=ada)
    spec = MapSpec.model_validate({**found.spec, "columns": {"name": ["Title"], "portfolio": ["Ministry"]}})
    check_file(found, spec, by=ada)
    take_next_step(found.pk)
    found.refresh_from_db()
    assert (found.state, found.problem) == (
        "refused",
        "The file has no column Title. Change the map, or choose another.",
    )


def test_a_cancelled_file_cannot_be_confirmed_and_a_confirmed_one_not_cancelled(
    harbour: Organisation, ada: Person
) -> None:
    found = checked(harbour, ada, table(MOLE))
    cancel_import(found, by=ada)
    with pytest.raises(CannotImport, match="cancelled"):
        confirm_import(found, by=ada)
    found = checked(harbour, ada, table(MOLE))
    confirm_import(found, by=ada)
    with pytest.raises(CannotImport):
        cancel_import(found, by=ada)


def test_what_a_lost_worker_left_is_taken_up_by_the_sweep_once(harbour: Organisation, ada: Person) -> None:
    found = checked(harbour, ada, table(MOLE))
    confirm_import(found, by=ada)
    work_on_what_is_due()
    work_on_what_is_due()
    assert PortfolioImport.objects.get(pk=found.pk).state == "done"
    assert StatusReport.objects.count() == 1
