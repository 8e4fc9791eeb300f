"""Words that are sealed before they are kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.test import override_settings

from plumbline.office.foundation.sealed import MOST_SEALED, MOST_WORDS, _keys, _lock, place, sealed, words_in
from plumbline.office.mentoring.models import CheckIn, PairNote

WORDS = "She is tired of the quay. Ünder us: 港"
BEFORE = "before " * 10
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
HERE = place(PairNote(), "kept", NOON)


def test_what_is_sealed_reads_as_before_and_is_not_in_what_is_kept() -> None:
    assert words_in(sealed(WORDS, HERE), HERE) == WORDS
    assert "quay" not in sealed(WORDS, HERE)
    assert sealed("", HERE) == words_in("", HERE) == ""


@pytest.mark.parametrize(
    "elsewhere",
    [
        place(CheckIn(), "kept", NOON),
        place(PairNote(), "kept_words", NOON),
        place(PairNote(), "kept", NOON + timedelta(microseconds=1)),
        "",
    ],
)
def test_copied_into_another_row_or_field_they_do_not_open(elsewhere: str) -> None:
    assert words_in(sealed(WORDS, HERE), elsewhere) is None


def test_the_same_moment_in_another_zone_is_the_same_place() -> None:
    later = NOON.astimezone(timezone(timedelta(hours=5)))
    assert words_in(sealed(WORDS, HERE), place(PairNote(), "kept", later)) == WORDS


def test_words_sealed_before_they_knew_their_place_open_as_they_did() -> None:
    assert words_in(_lock(_keys()).encrypt(WORDS.encode()).decode(), HERE) == WORDS


def test_a_secret_that_was_in_force_before_still_opens() -> None:
    with override_settings(SECRET_KEY=BEFORE):
        kept = sealed(WORDS, HERE)
    assert words_in(kept, HERE) is None
    with override_settings(SECRET_KEY_FALLBACKS=[BEFORE]):
        assert words_in(kept, HERE) == WORDS


@pytest.mark.parametrize("damaged", ["plain words", "gAAAA", "é", sealed(WORDS, HERE)[:-8]])
def test_what_is_damaged_never_fails(damaged: str) -> None:
    assert words_in(damaged, HERE) is None


def test_the_longest_words_fit_where_they_are_kept() -> None:
    assert len(sealed("\U0001f680" * MOST_WORDS, HERE)) <= MOST_SEALED
