"""What the city's people learn."""

from __future__ import annotations

import pytest

from plumbline.office.academy.models import Assignment, Certificate, Reading, Sitting

pytestmark = pytest.mark.usefixtures("world", "db")


def test_five_have_passed_one_of_them_at_the_second_attempt_and_one_is_late() -> None:
    exams = Sitting.objects.filter(course="network_logic", lesson="")
    passed = {each.person.name.split()[0] for each in exams.filter(passed=True).select_related("person")}
    assert passed == {"Petra", "Bastian", "Noor", "Tomas", "Jory"}
    assert list(
        exams.filter(person__name__startswith="Noor").order_by("begun_at").values_list("passed", flat=True)
    ) == [
        False,
        True,
    ]
    assert Certificate.objects.filter(course="network_logic").count() == 5
    (late,) = Assignment.objects.filter(course="network_logic", done_at=None).select_related("person")
    assert late.person.name.startswith("Aurel")


def test_ilka_is_in_the_middle_of_what_is_asked_of_her() -> None:
    (reading,) = Reading.objects.filter(finished_at=None).select_related("person")
    assert reading.person.name.startswith("Ilka")
    assert reading.course == "constraints"
    assert reading.read
    assert Assignment.objects.filter(person=reading.person, course="constraints", done_at=None).exists()
