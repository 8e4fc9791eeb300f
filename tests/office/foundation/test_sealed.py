"""Words that are sealed before they are kept."""

from __future__ import annotations

import pytest
from django.test import override_settings

from plumbline.office.foundation.sealed import MOST_SEALED, MOST_WORDS, sealed, words_in

WORDS = "She is tired of the quay. Ünder us: 港"
BEFORE = "before " * 10


def test_what_is_sealed_reads_as_before_and_is_not_in_what_is_kept() -> None:
    assert words_in(sealed(WORDS)) == WORDS
    assert "quay" not in sealed(WORDS)


def test_a_secret_that_was_in_force_before_still_opens() -> None:
    with override_settings(SECRET_KEY=BEFORE):
        kept = sealed(WORDS)
    assert words_in(kept) is None
    with override_settings(SECRET_KEY_FALLBACKS=[BEFORE]):
        assert words_in(kept) == WORDS


@pytest.mark.parametrize("damaged", ["plain words", "gAAAA", "é", sealed(WORDS)[:-8]])
def test_what_is_damaged_never_fails(damaged: str) -> None:
    assert words_in(damaged) is None


def test_the_longest_words_fit_where_they_are_kept() -> None:
    assert len(sealed("港" * MOST_WORDS)) <= MOST_SEALED
