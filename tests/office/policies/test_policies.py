"""What is known of a policy beside its text, when it is looked at again, and who may know of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.http import Http404

from office.policies.conftest import Publish, again, place_of
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.actions import create_unit
from plumbline.office.people.models import Organisation, Person
from plumbline.office.policies import actions, queries
from plumbline.office.policies.models import Policy
from plumbline.office.policies.queries import Filters

pytestmark = pytest.mark.django_db
MARCH = datetime(2026, 3, 9, 12, tzinfo=UTC)


def titles(reader: Person, **filters: object) -> list[str]:
    return [each.title for each in queries.policies(place_of(reader), Filters(**filters))]  # type: ignore[arg-type]


def test_the_review_is_due_after_the_interval_from_the_last_approval_or_review(publish: Publish, ada: Person) -> None:
    with clock_at(MARCH):
        policy = publish(review_days=30)
    assert policy.review_due == date(2026, 4, 8)
    with clock_at(datetime(2026, 4, 10, 12, tzinfo=UTC)):
        assert titles(ada, overdue=True) == [policy.title]
        actions.confirm_review(policy, by=ada, note="Walked along it.")
        assert titles(ada, overdue=True) == []
    assert again(policy).review_due == date(2026, 5, 10)
    review = queries.reviews(policy).get()
    assert (review.person, review.note, review.due) == (ada, "Walked along it.", date(2026, 5, 10))


def test_another_interval_moves_the_day(publish: Publish, facts: actions.Facts, ada: Person) -> None:
    with clock_at(MARCH):
        policy = publish(review_days=30)
        actions.change_facts(policy, replace(facts, review_days=60), by=ada)
    assert again(policy).review_due == date(2026, 5, 8)


def test_only_what_is_published_can_be_found_to_be_right(
    harbour: Organisation, facts: actions.Facts, ada: Person
) -> None:
    policy = actions.begin_policy(harbour, facts, by=ada, text="Nobody runs.")
    with pytest.raises(ValidationError, match="published"):
        actions.confirm_review(policy, by=ada)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"concerns": "roles"}, "roles"),
        ({"concerns": "units"}, "units"),
        ({"concerns": "roles", "roles": ["admiral"]}, "role"),
        ({"review_days": 0}, "review_days"),
        ({"reading_days": 4000}, "reading_days"),
        ({"title": "x" * 201}, "title"),
        ({"kind": "law"}, "kind"),
    ],
)
def test_what_makes_no_policy_is_refused_at_its_field(
    harbour: Organisation, facts: actions.Facts, ada: Person, fields: dict[str, object], field: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        actions.begin_policy(harbour, replace(facts, **fields), by=ada, text="x")  # type: ignore[arg-type]
    assert field in refused.value.message_dict
    assert not Policy.objects.exists()


def test_owner_and_units_belong_to_the_organisation(
    harbour: Organisation, northern: Organisation, facts: actions.Facts, ada: Person, olav: Person
) -> None:
    foreign = create_unit(northern, by=None, name="Sheds", parent=None)
    for other in (replace(facts, owner=olav), replace(facts, concerns="units", units=[foreign])):
        with pytest.raises(ValidationError):
            actions.begin_policy(harbour, other, by=ada, text="x")


def test_what_was_never_published_is_for_the_office_and_its_owner(
    harbour: Organisation, facts: actions.Facts, ada: Person, rose: Person, mira: Person
) -> None:
    policy = actions.begin_policy(harbour, facts, by=ada, text="Nobody runs.")
    assert titles(rose) == [policy.title]
    assert titles(mira) == []
    with pytest.raises(Http404):
        queries.policy(place_of(mira), policy.pk)
    actions.change_facts(policy, replace(facts, owner=mira), by=ada)
    assert queries.policy(place_of(mira), policy.pk) == policy


def test_the_list_is_searched_and_filtered(publish: Publish, ada: Person, rose: Person, mira: Person) -> None:
    publish(title="Rules of the quay", area="Safety")
    lamps = publish("Lamps at dusk.", title="Lamps", kind="guideline")
    assert titles(mira, search="dusk") == titles(mira, kind="guideline") == ["Lamps"]
    assert titles(mira, search="safety quay") == ["Rules of the quay"]
    actions.write_draft(lamps, by=ada, text="Lamps at dawn.", what_changed="Dawn.")
    assert titles(rose, state="drafted") == ["Lamps"]
    assert titles(rose, state="waiting") == titles(mira, state="drafted") == []
    actions.withdraw_policy(lamps, by=rose, reason="Gas has gone.")
    assert titles(mira) == ["Rules of the quay"]
    assert titles(mira, state="withdrawn") == ["Lamps"]


def test_only_the_office_and_the_owner_are_told_what_is_overdue(publish: Publish, mira: Person, rose: Person) -> None:
    with clock_at(MARCH):
        publish(review_days=1)
        publish(title="Lamps", review_days=1, owner=mira)
    assert titles(mira, overdue=True) == ["Lamps"]
    assert [each.is_overdue for each in queries.listed(place_of(mira), queries.policies(place_of(mira)))] == [
        True,
        False,
    ]
