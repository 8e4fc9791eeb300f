"""A model of two perspectives with two attributes at each level."""

from __future__ import annotations

from plumbline.engine.maturity import LEVELS, Answer, MaturityModel, model_from

WORDS = {"m": Answer.MET, "p": Answer.PARTLY, "n": Answer.NOT_MET, "-": None}


def small_model() -> MaturityModel:
    levels = [{"level": each, "title": f"Level {each}", "meaning": "So mature."} for each in LEVELS]
    perspectives = [
        {
            "key": key,
            "title": key.title(),
            "asks": "Is it so?",
            "levels": {
                level: [{"key": f"{level}{letter}", "text": f"{key} {level}{letter}"} for letter in "ab"]
                for level in LEVELS
            },
        }
        for key in ("risk", "money")
    ]
    return model_from("small", levels, perspectives)


def answered(perspective: str, letters: str) -> dict[str, Answer | None]:
    """``answered("risk", "mm pm")``: level by level, met, partly, not, - for not answered; what is left out too."""
    return {
        f"{perspective}-{level}{letter}": WORDS[given]
        for level, pair in enumerate(letters.split(), start=1)
        for letter, given in zip("ab", pair, strict=True)
    }
