"""Who could lead a project, and what speaks for and against each."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from plumbline.office.leading.proficiency import Proficiency
from plumbline.office.leading.suggestion import Candidate, Wanted, suggestions

WANTED = Wanted(Proficiency.COMPETENT, points=3, location="North Quay", programme="Berths", sponsor="Ada Stone")
PLAIN = Candidate("Bo Reed", Proficiency.COMPETENT, load=5, capacity=8)
FITS = "Competent: the project asks for competent."
CARRIES = "Would carry 8 of 8 points."


@pytest.mark.parametrize(
    ("candidate", "reasons", "against"),
    [
        (PLAIN, (FITS, CARRIES), ()),
        (
            replace(PLAIN, proficiency=Proficiency.NOVICE),
            (CARRIES,),
            ("Novice: the project asks for competent.",),
        ),
        (replace(PLAIN, proficiency=None), (CARRIES,), ("The level of proficiency is not known.",)),
        (replace(PLAIN, load=6), (FITS,), ("Would carry 9 of 8 points.",)),
        (replace(PLAIN, location="north quay"), (FITS, CARRIES, "Works in north quay, as the project does."), ()),
        (
            replace(PLAIN, location="South Quay"),
            (FITS, CARRIES),
            ("Works in South Quay; the project is in North Quay.",),
        ),
        (replace(PLAIN, programmes=frozenset({"Berths"})), (FITS, CARRIES, "Has worked in Berths."), ()),
        (replace(PLAIN, sponsors=frozenset({"Ada Stone"})), (FITS, CARRIES, "Has worked with Ada Stone."), ()),
    ],
)
def test_each_manager_is_suggested_with_reasons_for_and_against(
    candidate: Candidate, reasons: tuple[str, ...], against: tuple[str, ...]
) -> None:
    (suggested,) = suggestions(WANTED, [candidate])
    assert (suggested.reasons, suggested.against) == (reasons, against)


def test_a_project_without_programme_or_sponsor_finds_nobody_who_worked_with_them() -> None:
    (suggested,) = suggestions(Wanted(Proficiency.NOVICE, points=1), [PLAIN])
    assert len(suggested.reasons) == 2


def test_fewest_against_come_first_then_most_for_and_ties_go_by_name() -> None:
    novice = replace(PLAIN, name="Abel Fen", proficiency=Proficiency.NOVICE)
    known = replace(PLAIN, name="Zoe Marsh", programmes=frozenset({"Berths"}))
    namesake = replace(PLAIN, name="al Dune")
    for order in permutations([novice, PLAIN, known, namesake]):
        names = [each.candidate.name for each in suggestions(WANTED, order)]
        assert names == ["Zoe Marsh", "al Dune", "Bo Reed", "Abel Fen"]
