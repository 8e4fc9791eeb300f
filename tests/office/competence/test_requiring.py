"""What is asked of a role by class of project: the standard's, and what the organisation sets in its place."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from plumbline.office.competence import queries
from plumbline.office.competence.actions import ask_what_the_standard_asks, assess, require_levels, undo_levels
from plumbline.office.competence.models import RequiredLevels
from plumbline.office.foundation.models import AuditLine
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import today

PM = "project_manager"


def asked(organisation: Organisation, name: str = "time", role: str = PM) -> list[int]:
    standard = queries.standard_in_force(organisation)
    assert standard is not None
    return queries.requirements_in(organisation, standard)[role].of(name)


def test_the_standard_asks_a_level_less_of_a_small_project_and_one_more_of_a_large(harbour: Organisation) -> None:
    assert (asked(harbour), asked(harbour, "scope")) == ([2, 3, 4], [0, 0, 0])


def test_what_is_set_counts_for_gap_coverage_and_fit(harbour: Organisation, ada: Person, mira: Person) -> None:
    assess(harbour, mira, by=ada, competency="time", level=3)
    day = today(harbour)

    def gap() -> int:
        return next(each.gap for each in queries.of(harbour, mira, day).rows if each.name == "time")

    assert gap() == 0
    before = queries.of(harbour, mira, day).fit
    require_levels(harbour, PM, {"time": [2, 5, 5], "scope": [1, 1, 1]}, by=ada)
    after = queries.of(harbour, mira, day).fit
    assert (gap(), asked(harbour), asked(harbour, "scope")) == (2, [2, 5, 5], [1, 1, 1])
    assert len(after.gaps) == len(before.gaps) + 1
    assert (after.share or 0) < (before.share or 0)


def test_what_is_as_the_standard_has_it_is_not_kept(harbour: Organisation, ada: Person) -> None:
    assert require_levels(harbour, PM, {"time": [2, 3, 4]}, by=ada) is None
    kept = require_levels(harbour, PM, {"time": [2, 3, 5], "quality": [2, 3, 4]}, by=ada)
    assert kept is not None
    assert kept.levels == {"time": [None, None, 5]}
    assert require_levels(harbour, PM, {"time": [2, 3, 5]}, by=ada) is None


def test_a_role_is_set_by_itself(harbour: Organisation, ada: Person) -> None:
    require_levels(harbour, "sponsor", {"time": [1, 1, 2]}, by=ada)
    assert (asked(harbour), asked(harbour, role="sponsor")) == ([2, 3, 4], [1, 1, 2])


def test_it_goes_back_to_the_standard_and_is_undone(harbour: Organisation, ada: Person) -> None:
    first = require_levels(harbour, PM, {"time": [2, 3, 5]}, by=ada)
    second = ask_what_the_standard_asks(harbour, PM, by=ada)
    assert (asked(harbour), ask_what_the_standard_asks(harbour, PM, by=ada)) == ([2, 3, 4], None)
    assert first is not None
    assert second is not None
    with pytest.raises(ValidationError, match="meanwhile"):
        undo_levels(first, by=ada)
    third = undo_levels(second, by=ada)
    assert asked(harbour) == [2, 3, 5]
    assert third is not None
    undo_levels(third, by=ada)
    assert asked(harbour) == [2, 3, 4]


def test_the_first_setting_is_undone_to_the_standard(harbour: Organisation, ada: Person) -> None:
    first = require_levels(harbour, PM, {"time": [0, 0, 0]}, by=ada)
    assert asked(harbour) == [0, 0, 0]
    assert first is not None
    undo_levels(first, by=ada)
    assert asked(harbour) == [2, 3, 4]


def test_who_set_what_is_told_and_stays(harbour: Organisation, ada: Person) -> None:
    require_levels(harbour, PM, {"time": [2, 3, 5]}, by=ada)
    require_levels(harbour, PM, {"time": [2, 4, 5]}, by=ada)
    standard = queries.standard_in_force(harbour)
    assert standard is not None
    told = [(each.row.by, each.words) for each in queries.changes_of(harbour, standard, PM)]
    assert told == [(ada, ["Time, medium: 3 to 4"]), (ada, ["Time, large: 4 to 5"])]
    assert AuditLine.objects.filter(verb="require_levels", actor_id=ada.pk).count() == 2
    with pytest.raises(DatabaseError), transaction.atomic():
        RequiredLevels.objects.update(levels={})


@pytest.mark.parametrize(
    ("levels", "words"),
    [
        ({"juggling": [1, 1, 1]}, "does not know one"),
        ({"time": [1, 1]}, "for each class"),
        ({"time": [1, 1, 6]}, "for each class"),
        ({"time": [3, 2, 4]}, "no less than a smaller"),
    ],
)
def test_what_makes_no_sense_is_refused(
    harbour: Organisation, ada: Person, levels: dict[str, list[int]], words: str
) -> None:
    with pytest.raises(ValidationError, match=words):
        require_levels(harbour, PM, levels, by=ada)
    with pytest.raises(ValidationError, match="does not know this role"):
        require_levels(harbour, "juggler", {}, by=ada)
    assert not RequiredLevels.objects.exists()


def test_another_organisation_keeps_its_own(harbour: Organisation, northern: Organisation, ada: Person) -> None:
    require_levels(harbour, PM, {"time": [2, 3, 5]}, by=ada)
    assert not RequiredLevels.objects.filter(organisation=northern).exists()
