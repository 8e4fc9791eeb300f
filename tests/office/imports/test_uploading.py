"""From a file to a plan version: received, read, confirmed, recorded, assessed, each once."""

from __future__ import annotations

import gzip
from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cli.plan_files import SOUND, Step, with_a_lead_before, xer
from plumbline.office.assurance.models import Assessment
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.models import AuditLine
from plumbline.office.foundation.worker import run_waiting_tasks
from plumbline.office.imports.actions import confirm, receive
from plumbline.office.imports.jobs import work_on_what_is_due
from plumbline.office.imports.locking import CannotUpload
from plumbline.office.imports.models import OriginalFile, Upload
from plumbline.office.imports.originals import bytes_of
from plumbline.office.imports.queries import is_moving, original_of
from plumbline.office.imports.queries import upload as found_upload
from plumbline.office.imports.steps.ending import discard
from plumbline.office.imports.steps.working import KEPT_UNCONFIRMED, LONGEST_STEP, MOST_ATTEMPTS, take_next_step
from plumbline.office.people.models import Person
from plumbline.office.projects.actions import archive
from plumbline.office.projects.models import PlanVersion, Project

pytestmark = pytest.mark.django_db(transaction=True)


def uploaded(project: Project, data: bytes, *, by: Person, filename: str = "line.xer") -> Upload:
    """A file that was handed in and read."""
    upload = receive(project, filename, data, by=by)
    run_waiting_tasks()
    upload.refresh_from_db()
    return upload


def recorded(project: Project, data: bytes, *, by: Person, message: str = "") -> Upload:
    upload = confirm(uploaded(project, data, by=by), chosen=0, message=message, by=by)
    run_waiting_tasks()
    upload.refresh_from_db()
    return upload


def test_a_file_is_read_and_previewed_before_anything_is_recorded(
    crossing: Project, mira: Person, sound_plan: bytes
) -> None:
    upload = uploaded(crossing, sound_plan, by=mira)
    assert upload.state == Upload.State.READABLE
    (plan,) = upload.preview
    assert (plan["name"], plan["data_date"], plan["activities"], plan["links"]) == ("LINE", "2026-03-02", 5, 4)
    assert not PlanVersion.objects.exists()


def test_a_confirmed_upload_becomes_a_plan_version_that_is_assessed(
    crossing: Project, mira: Person, sound_plan: bytes
) -> None:
    upload = recorded(crossing, sound_plan, by=mira, message="First baseline")
    version = PlanVersion.objects.get()
    assert (upload.state, upload.plan_version) == (Upload.State.RECORDED, version)
    assert (version.number, version.message, version.recorded_by) == (1, "First baseline", mira)
    assert Assessment.objects.get().plan_version == version
    assert not is_moving(upload)


def test_each_step_leaves_one_audit_line(crossing: Project, mira: Person, sound_plan: bytes) -> None:
    recorded(crossing, sound_plan, by=mira)
    lines = AuditLine.objects.filter(scope=crossing.organisation_id).order_by("id")
    told = [(each.verb, each.actor_name) for each in lines]
    assert told[-4:] == [
        ("upload_plan", "Mira Pontoon"),
        ("confirm_upload", "Mira Pontoon"),
        ("record_plan", "Mira Pontoon"),
        ("assess_project", "Plumbline"),
    ]


def test_a_discarded_file_is_forgotten(crossing: Project, mira: Person, sound_plan: bytes) -> None:
    upload = discard(uploaded(crossing, sound_plan, by=mira), by=mira)
    assert upload.state == Upload.State.DISCARDED
    assert not OriginalFile.objects.exists()
    assert AuditLine.objects.filter(verb="discard_upload", actor=mira).count() == 1


def test_a_file_handed_in_twice_is_kept_until_nobody_needs_it(
    crossing: Project, mira: Person, sound_plan: bytes
) -> None:
    first, second = (uploaded(crossing, sound_plan, by=mira) for _ in range(2))
    discard(first, by=mira)
    assert OriginalFile.objects.count() == 1
    discard(second, by=mira)
    assert not OriginalFile.objects.exists()


def test_a_plan_equal_to_the_current_one_adds_no_version(crossing: Project, mira: Person, sound_plan: bytes) -> None:
    first = recorded(crossing, sound_plan, by=mira)
    again = recorded(crossing, sound_plan, by=mira)
    assert first.plan_version == again.plan_version
    assert PlanVersion.objects.count() == Assessment.objects.count() == 1


def test_the_chosen_one_of_several_projects_is_recorded(crossing: Project, mira: Person) -> None:
    upload = uploaded(crossing, xer(("NORTH", SOUND), ("SOUTH", SOUND[:3])), by=mira)
    assert [each["name"] for each in upload.preview] == ["NORTH", "SOUTH"]
    confirm(upload, chosen=1, message="", by=mira)
    run_waiting_tasks()
    assert PlanVersion.objects.get().activity_count == 3


@pytest.mark.parametrize("chosen", [-1, 1, 99])
def test_a_project_that_is_not_in_the_file_cannot_be_chosen(
    crossing: Project, mira: Person, sound_plan: bytes, chosen: int
) -> None:
    upload = uploaded(crossing, sound_plan, by=mira)
    with pytest.raises(CannotUpload, match="Choose one"):
        confirm(upload, chosen=chosen, message="", by=mira)
    assert not AuditLine.objects.filter(verb="confirm_upload").exists()


def test_an_upload_is_confirmed_or_discarded_once(crossing: Project, mira: Person, sound_plan: bytes) -> None:
    upload = uploaded(crossing, sound_plan, by=mira)
    confirm(upload, chosen=0, message="", by=mira)
    with pytest.raises(CannotUpload, match="already confirmed"):
        confirm(upload, chosen=0, message="", by=mira)
    with pytest.raises(CannotUpload, match="already confirmed"):
        discard(upload, by=mira)


def test_a_step_that_is_taken_again_takes_effect_once(crossing: Project, mira: Person, sound_plan: bytes) -> None:
    upload = recorded(crossing, sound_plan, by=mira)
    for _ in range(3):
        take_next_step(upload.pk)
    assert PlanVersion.objects.count() == 1


def test_two_workers_do_not_take_the_same_step(crossing: Project, mira: Person, sound_plan: bytes) -> None:
    upload = receive(crossing, "line.xer", sound_plan, by=mira)
    Upload.objects.update(due_at=timezone.now() + LONGEST_STEP, attempts=1)  # another worker is at it
    take_next_step(upload.pk)
    upload.refresh_from_db()
    assert (upload.state, upload.attempts) == (Upload.State.RECEIVED, 1)


def test_an_upload_whose_task_was_lost_is_taken_up_by_the_next_sweep(
    crossing: Project, mira: Person, sound_plan: bytes
) -> None:
    upload = receive(crossing, "line.xer", sound_plan, by=mira)
    DBTaskResult.objects.all().delete()
    work_on_what_is_due()
    upload.refresh_from_db()
    assert upload.state == Upload.State.READABLE


def test_a_file_that_nobody_confirms_is_let_go_after_two_weeks(
    crossing: Project, mira: Person, sound_plan: bytes
) -> None:
    upload = uploaded(crossing, sound_plan, by=mira)
    with clock_at(timezone.now() + KEPT_UNCONFIRMED - timedelta(hours=1)):
        work_on_what_is_due()
    assert OriginalFile.objects.exists()
    with clock_at(timezone.now() + KEPT_UNCONFIRMED + timedelta(hours=1)):
        work_on_what_is_due()
    upload.refresh_from_db()
    assert upload.state == Upload.State.DISCARDED
    assert not OriginalFile.objects.exists()


def test_a_file_that_stops_the_program_again_and_again_is_given_up(
    crossing: Project, mira: Person, sound_plan: bytes
) -> None:
    upload = receive(crossing, "line.xer", sound_plan, by=mira)
    Upload.objects.update(attempts=MOST_ATTEMPTS)
    run_waiting_tasks()
    upload.refresh_from_db()
    assert upload.state == Upload.State.REFUSED
    assert "stopped the program" in upload.problems[0]["message"]
    assert not OriginalFile.objects.exists()


def test_an_archived_project_takes_no_upload(crossing: Project, mira: Person, sound_plan: bytes) -> None:
    archive(crossing, by=None)
    with pytest.raises(CannotUpload, match="archived"):
        receive(crossing, "line.xer", sound_plan, by=mira)
    assert not OriginalFile.objects.exists()


def test_an_upload_confirmed_before_its_project_was_archived_is_refused_with_the_reason(
    crossing: Project, mira: Person, sound_plan: bytes
) -> None:
    upload = confirm(uploaded(crossing, sound_plan, by=mira), chosen=0, message="", by=mira)
    archive(crossing, by=None)
    run_waiting_tasks()
    upload.refresh_from_db()
    assert upload.state == Upload.State.REFUSED
    assert "archived" in upload.problems[0]["message"]
    assert not PlanVersion.objects.exists()


def test_an_upload_overtaken_by_a_newer_plan_does_not_wait_for_ever(crossing: Project, mira: Person) -> None:
    """Plans of one project that arrive together are assessed once, as of the last."""
    for plan in (SOUND, with_a_lead_before("Test the signals", 16)):
        confirm(uploaded(crossing, xer(("LINE", plan)), by=mira), chosen=0, message="", by=mira)
    run_waiting_tasks()
    for each in Upload.objects.all():
        assert each.state == Upload.State.RECORDED
        assert not is_moving(each)


def test_the_original_comes_back_byte_for_byte(crossing: Project, mira: Person, sound_plan: bytes) -> None:
    packed = gzip.compress(sound_plan)
    upload = uploaded(crossing, packed, by=mira, filename="line.xer.gz")
    confirm(upload, chosen=0, message="", by=mira)
    run_waiting_tasks()
    found = original_of(PlanVersion.objects.get())
    assert found is not None
    assert (bytes_of(found[0]), found[1]) == (packed, "line.xer.gz")


def test_a_plan_whose_links_run_in_a_circle_is_recorded_with_that_as_its_defect(
    crossing: Project, mira: Person
) -> None:
    text = xer(("LINE", SOUND)).decode()
    back = "%R\t9999\t1001\t1003\t1\t1\tPR_FS\t0\r\n"
    looped = text.replace("%E", back + "%E")
    upload = uploaded(crossing, looped.encode(), by=mira)
    assert "cannot_be_calculated" in upload.preview[0]
    confirm(upload, chosen=0, message="", by=mira)
    run_waiting_tasks()
    version = PlanVersion.objects.get()
    assert version.calculation_problem
    assert version.calculation_document is None
    assert Assessment.objects.count() == 1


def test_nothing_of_another_organisation_is_found(
    crossing: Project, mira: Person, olav: Person, sound_plan: bytes
) -> None:
    from django.http import Http404

    upload = uploaded(crossing, sound_plan, by=mira)
    with pytest.raises(Http404):
        found_upload(olav.memberships.get().organisation, upload.pk)


def test_a_plan_of_a_thousand_activities_is_previewed_with_its_number(crossing: Project, mira: Person) -> None:
    steps = [SOUND[0], *(Step(f"Section {each}") for each in range(998)), SOUND[-1]]
    upload = uploaded(crossing, xer(("LINE", steps)), by=mira)
    assert upload.preview[0]["activities"] == 1000
