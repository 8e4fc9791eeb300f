"""Numbers that are named in addresses and forms, whatever is sent instead of them."""

from __future__ import annotations

import pytest

from plumbline.office.foundation.whole_numbers import whole_number_in, whole_numbers_in
from plumbline.office.people.models import Person


@pytest.mark.parametrize("text", ["", "-1", "+1", "1.5", "1e3", "²", "٣", " 1", "9" * 19, "9" * 5000, "a"])
def test_what_is_no_number_of_a_row_is_none(text: str) -> None:
    assert whole_number_in(text) is None


def test_plain_digits_are_a_number() -> None:
    assert whole_number_in("0042") == 42
    assert whole_numbers_in(["1", "²", "9" * 18]) == [1, 10**18 - 1]


@pytest.mark.django_db
def test_a_number_too_large_to_be_kept_is_not_found_among_others(ada: Person) -> None:
    found = Person.objects.filter(pk__in=[ada.pk, 2**63, -(2**63) - 1, str(2**80)])
    assert list(found) == [ada]
    assert not Person.objects.filter(pk__in=[2**63]).exists()
    assert Person.objects.exclude(pk__in=[2**63]).contains(ada)
