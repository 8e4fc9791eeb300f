"""An organisation's own vocabulary stands on the screen, where Plumbline's word would."""

from __future__ import annotations

import pytest

from plumbline.engine.standard.schema import Word
from plumbline.web.components.words import own_word

WORDS = {"project": Word(one="venture", many="ventures"), "gate": Word(one="Tollgate", many="Tollgates")}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("project", "venture"),
        ("Projects", "Ventures"),
        ("Gate", "Tollgate"),
        ("gates", "Tollgates"),
        ("Portfolio", "Portfolio"),
        ("projection", "projection"),
    ],
)
def test_a_term_is_said_in_the_organisations_word(ours: str, theirs: str) -> None:
    assert own_word(WORDS, ours) == theirs
