"""Where an organisation draws the lines between classes of projects."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from plumbline.office.leading import queries
from plumbline.office.leading.actions import Drawn, draw_classes
from plumbline.office.leading.classes import USUAL
from plumbline.office.leading.proficiency import Proficiency
from plumbline.office.people.models import Organisation

pytestmark = pytest.mark.django_db


def drawn(small: int = 100, medium: int = 500) -> list[Drawn]:
    return [
        Drawn(None, 1, Proficiency.NOVICE),
        Drawn(Decimal(small), 3, Proficiency.COMPETENT),
        Drawn(Decimal(medium), 9, Proficiency.EXPERT),
    ]


def test_an_organisation_draws_the_lines_elsewhere_and_loads_follow(harbour: Organisation) -> None:
    assert queries.classes_in(harbour) == USUAL
    draw_classes(harbour, by=None, classes=drawn())
    classes = queries.classes_in(harbour)
    assert [classes.of(Decimal(each)).points for each in (99, 100, 499, 500)] == [1, 3, 3, 9]
    assert classes.of(None).points == 3
    draw_classes(harbour, by=None, classes=drawn(medium=600))
    assert queries.classes_in(harbour).of(Decimal(500)).points == 3


@pytest.mark.parametrize("wrong", [drawn(500, 100), drawn(0, 100), drawn()[:2]])
def test_lines_that_cross_are_refused(harbour: Organisation, wrong: list[Drawn]) -> None:
    with pytest.raises(ValidationError):
        draw_classes(harbour, by=None, classes=wrong)
    assert queries.classes_in(harbour) == USUAL
