"""What is missing from a charter is said, with the chapter that mends it."""

from __future__ import annotations

import pytest

from plumbline.office.mandate import actions
from plumbline.office.mandate.chapters import CHAPTERS
from plumbline.office.mandate.lint import mistakes
from plumbline.office.mandate.models import Challenge
from plumbline.office.mandate.queries import document_of
from plumbline.office.people.models import Organisation
from plumbline.office.services.models import Service

pytestmark = pytest.mark.django_db


def said(harbour: Organisation) -> list[str]:
    return [each.says for each in mistakes(document_of(harbour))]


def test_an_empty_charter_lacks_what_matters_first(harbour: Organisation) -> None:
    found = mistakes(document_of(harbour))
    assert found[0].is_serious
    assert {each.step for each in found} <= set(CHAPTERS)
    serious = {each.step for each in found if each.is_serious}
    assert serious == {"challenges", "purpose", "authority", "place", "review"}


def test_a_written_one_has_nothing_serious(harbour: Organisation, written: Challenge) -> None:
    assert not [each for each in mistakes(document_of(harbour)) if each.is_serious]


def test_a_challenge_needs_a_service_a_metric_a_baseline_and_a_target(harbour: Organisation) -> None:
    actions.add_challenge(harbour, by=None, title="Fog")
    actions.add_challenge(harbour, by=None, title="Mud", metric="gate_discipline")
    assert {
        "No service answers “Fog”.",
        "“Fog” is measured by nothing: nobody will see whether it is overcome.",
        "“Mud” has no baseline: nobody will see whether it gets better.",
        "“Mud” has no target.",
    } <= set(said(harbour))


def test_a_service_needs_an_owner_and_a_challenge(harbour: Organisation) -> None:
    Service.objects.create(organisation=harbour, title="Singing")
    assert {"Nobody owns the service “Singing”.", "The service “Singing” answers no challenge."} <= set(said(harbour))


def test_authority_needs_a_post_and_has_to_fit_the_kind_of_office(harbour: Organisation) -> None:
    actions.change_mandate(harbour, by=None, control="supportive")
    actions.add_authority(harbour, by=None, kind="stops", what="boats")
    assert "Nobody’s post has the authority “may stop boats”." in said(harbour)
    assert "A supportive office stops nothing, but this one may stop “boats”." in said(harbour)
    actions.change_mandate(harbour, by=None, control="directive")
    assert "A supportive office stops nothing, but this one may stop “boats”." not in said(harbour)


def test_a_controlling_office_has_to_decide_something(harbour: Organisation) -> None:
    actions.change_mandate(harbour, by=None, control="controlling")
    decides_nothing = "A controlling office decides something; this one decides nothing."
    assert decides_nothing in said(harbour)
    actions.add_authority(harbour, by=None, kind="decides", what="the standard")
    assert decides_nothing not in said(harbour)


def test_a_measure_without_a_baseline_and_a_post_that_nobody_has_are_named(harbour: Organisation) -> None:
    actions.add_measure(harbour, by=None, title="Calm", target=1)
    actions.add_post(harbour, by=None, title="Pilot")
    assert {"The measure “Calm” has no baseline.", "The post “Pilot” is vacant."} <= set(said(harbour))


def test_a_target_has_to_be_better_than_the_baseline_as_its_metric_goes(harbour: Organisation) -> None:
    for title, metric, target in (("Fog", "rule_conformance", 80), ("Mud", "change_cycle_time", 80)):
        actions.add_challenge(harbour, by=None, title=title, metric=metric, baseline=90, target=target)
    assert "The target of “Fog” asks for less than its baseline." in said(harbour)
    assert "The target of “Mud” asks for less than its baseline." not in said(harbour)
