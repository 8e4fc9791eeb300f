"""The pages of scenarios: for who may edit, who decides, who only reads, and who has nothing to do with them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from office.choosing.conftest import named
from plumbline.office.choosing import actions
from plumbline.office.choosing.models import Approval, Candidate, Scenario, Weighting
from plumbline.office.choosing.working import carry_out_selection
from plumbline.office.people.models import Organisation, Person

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
HOME = "/o/harbour-works/scenarios"


def calculated(scenario: Scenario, by: Person) -> None:
    carry_out_selection(actions.ask_for_selection(scenario, by=by).pk)


def text(answer: object) -> str:
    return answer.content.decode()  # type: ignore[attr-defined]


def test_a_scenario_is_made_up_calculated_and_explained(ada: Person, signed_in: SignedIn, scenario: Scenario) -> None:
    client = signed_in(ada)
    assert "Calculate the best choice" in text(client.get(f"{HOME}/{scenario.pk}/"))
    client.post(f"{HOME}/{scenario.pk}/select/")
    carry_out_selection(scenario.selections.get().pk)
    page = text(client.get(f"{HOME}/{scenario.pk}/"))
    assert "none is better" in page
    assert "Cut line" in page
    assert "With it the best choice is worth 10 less" in page
    assert "30 more than the budget of 2027 leaves" in page
    pictures = text(client.get(f"{HOME}/{scenario.pk}/pictures/"))
    assert pictures.count('aria-label="Picture: ') == 2
    assert "Best value by budget" in pictures


def test_a_form_says_what_cannot_be_read_at_its_field(ada: Person, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    given = {"name": "New", "basis": "value", "periods": "H1, H2", "budget": "10, much", "capacity": "", "buckets": ""}
    assert "“much” is not a number" in text(client.post(f"{HOME}/add/", given))
    assert "one amount for each of the 2 periods" in text(client.post(f"{HOME}/add/", given | {"budget": "10"}))
    assert client.post(f"{HOME}/add/", given | {"budget": "10, -", "capacity": "Crew: 1, 2"}).status_code == 302
    made = Scenario.objects.get()
    assert (made.budget, made.capacity) == (["10", None], {"Crew": ["1", "2"]})
    assert "10, –" in text(client.get(f"{HOME}/{made.pk}/edit/"))


def test_a_candidate_is_described_with_all_that_counts(ada: Person, signed_in: SignedIn, scenario: Scenario) -> None:
    client = signed_in(ada)
    actions.set_criteria(scenario.organisation, by=ada, criteria=[("", "Fit", 1.0)])
    crane, fence = named(scenario, "Crane"), named(scenario, "Fence")
    address = f"{HOME}/candidates/{crane.pk}/"
    assert "Fit" in text(client.get(address))
    given = {"name": "Crane", "value": "80", "cost": "50", "earliest": "1", "needs": [fence.pk], "points_fit": "7"}
    client.post(address, given | {"job_value": "8", "job_urgency": "5", "job_risk": "3", "job_size": "8", "risk": "2"})
    crane.refresh_from_db()
    assert (crane.points, crane.job, crane.risk) == ({"fit": "7"}, [8, 5, 3, 8], 2)
    assert [each.other for each in crane.ties.all()] == [fence]
    assert "WSJF needs all four" in text(client.post(address, given | {"job_value": "8"}))
    page = text(client.get(f"{HOME}/{scenario.pk}/"))
    assert "needs Fence" in page
    assert "nobody has a 1 in value, urgency, risk reduction, size" in page
    assert "2.00" in page


def test_a_candidate_moves_by_its_arrows_and_to_any_rank(ada: Person, signed_in: SignedIn, scenario: Scenario) -> None:
    client = signed_in(ada)
    client.post(f"{HOME}/candidates/{named(scenario, 'Cable').pk}/move/", {"to": "1"})
    assert [each.name for each in scenario.candidates.all()] == ["Cable", "Pier", "Crane", "Lights", "Fence"]
    client.post(f"{HOME}/{scenario.pk}/rank/", {"how": "density"})
    assert [each.name for each in scenario.candidates.all()] == ["Lights", "Pier", "Crane", "Fence", "Cable"]
    client.post(f"{HOME}/candidates/{named(scenario, 'Cable').pk}/remove/")
    assert [each.rank for each in scenario.candidates.all()] == [1, 2, 3, 4]


def test_weights_follow_from_comparisons_and_their_consistency_is_told(
    harbour: Organisation, ada: Person, signed_in: SignedIn
) -> None:
    client = signed_in(ada)
    assert client.get(f"{HOME}/criteria/pairs/").status_code == 302
    rows = {"title_0": "Value", "weight_0": "1", "title_1": "Fit", "weight_1": "1", "title_2": "Risk", "weight_2": "1"}
    client.post(f"{HOME}/criteria/", rows)
    client.post(f"{HOME}/criteria/pairs/", {"pair_0": "3", "pair_1": "5", "pair_2": "2"})
    weights = {each["title"]: round(each["weight"], 4) for each in Weighting.objects.latest("id").criteria}
    assert weights == {"Value": 0.6483, "Fit": 0.2297, "Risk": 0.1220}
    assert "The comparisons go together" in text(client.get(f"{HOME}/criteria/"))
    client.post(f"{HOME}/criteria/pairs/", {"pair_0": "9", "pair_1": "1/9", "pair_2": "9"})
    assert "do not go together" in text(client.get(f"{HOME}/criteria/"))
    assert Weighting.objects.count() == 3


def test_somebody_else_decides_and_what_was_decided_stays_as_it_was(
    harbour: Organisation, ada: Person, edo: Person, mira: Person, signed_in: SignedIn, scenario: Scenario
) -> None:
    calculated(scenario, ada)
    approve = f"{HOME}/{scenario.pk}/approve/"
    assert signed_in(ada).get(approve).status_code == 200
    refused = signed_in(ada).post(approve, {"how": "calculated"})
    assert "does not approve it" in text(refused)
    assert signed_in(edo).post(approve, {"how": "calculated", "note": "It fits."}).status_code == 302
    actions.change_candidate(named(scenario, "Crane"), by=ada, name="Bigger crane", value=1)
    record = Approval.objects.get()
    page = text(signed_in(mira).get(f"{HOME}/record/{record.pk}/"))
    assert "It fits." in page
    assert "Bigger crane" not in page
    assert (record.content["value"], record.content["count"]) == ("175.00", 3)
    assert "has changed since" in text(signed_in(edo).post(approve, {"how": "calculated"}))
    signed_in(edo).post(approve, {"how": "ranked"})
    assert [each.number for each in Approval.objects.all()] == [2, 1]
    assert "Plan of record 2" in text(signed_in(ada).get(f"{HOME}/compare/"))


def test_who_only_looks_is_offered_nothing_to_change(
    mira: Person, edo: Person, signed_in: SignedIn, scenario: Scenario
) -> None:
    page = text(signed_in(edo).get(f"{HOME}/{scenario.pk}/"))
    assert "Next year" in page
    assert "Add a candidate" not in page
    assert signed_in(edo).post(f"{HOME}/{scenario.pk}/select/").status_code == 403
    assert signed_in(mira).get(f"{HOME}/{scenario.pk}/").status_code == 403
    assert signed_in(mira).get(f"{HOME}/record/").status_code == 200


def test_in_another_organisation_it_does_not_exist(olav: Person, signed_in: SignedIn, scenario: Scenario) -> None:
    client, candidate = signed_in(olav), named(scenario, "Pier")
    assert client.get(f"{HOME}/{scenario.pk}/").status_code == 404
    assert client.get(f"/o/northern-line/scenarios/{scenario.pk}/").status_code == 404
    assert client.get(f"/o/northern-line/scenarios/candidates/{candidate.pk}/").status_code == 404
    assert "Next year" not in text(client.get(f"/o/northern-line/scenarios/compare/?scenario={scenario.pk}"))


def test_tables_leave_as_files(ada: Person, edo: Person, signed_in: SignedIn, scenario: Scenario) -> None:
    calculated(scenario, ada)
    record = actions.approve_scenario(scenario, by=edo, how="calculated")
    client = signed_in(ada)
    for address in (f"{scenario.pk}/candidates", "comparison", f"record/{record.pk}"):
        assert "Crane" in client.get(f"{HOME}/{address}.csv").content.decode("utf-8-sig")
        assert client.get(f"{HOME}/{address}.xlsx").content.startswith(b"PK")


def test_the_page_costs_the_same_for_five_candidates_and_for_fifty(
    ada: Person, signed_in: SignedIn, scenario: Scenario, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client, address = signed_in(ada), f"{HOME}/{scenario.pk}/"
    calculated(scenario, ada)
    client.get(address)
    with django_assert_max_num_queries(40) as with_few:
        client.get(address)
    Candidate.objects.bulk_create(Candidate(scenario=scenario, name=f"More {each}", rank=each) for each in range(6, 51))
    with django_assert_max_num_queries(len(with_few.captured_queries)):
        assert client.get(address).status_code == 200
