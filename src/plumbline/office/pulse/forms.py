"""What people fill in about the pulse."""

from __future__ import annotations

from typing import Any

from django import forms

from plumbline.engine.divergence import WEAK_CONFIDENCE
from plumbline.office.foundation.forms import SearchedBoxes
from plumbline.office.people.models import Organisation, Unit
from plumbline.office.projects.models import Project
from plumbline.office.pulse.actions import DEFAULT_QUESTIONS
from plumbline.office.pulse.models import MOST_QUESTIONS, Pulse, TeamRound

SCALE = ((1, "1 Not at all"), (2, "2 A little"), (3, "3 So-so"), (4, "4 Mostly"), (5, "5 Fully"))

EVIDENCE = f"If the mean of all is {WEAK_CONFIDENCE} or less, that stands beside the project's report; no answer does."


class AnswerForm(forms.Form):
    """One choice from 1 to 5 for each question, and no room for words."""

    def __init__(self, team: TeamRound, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, question in enumerate(team.round.questions):
            is_evidence = number == 0 and team.round.asks_confidence and team.project_id is not None
            self.fields[f"answer_{number}"] = forms.TypedChoiceField(
                choices=SCALE, coerce=int, label=question, widget=forms.RadioSelect,
                help_text=EVIDENCE if is_evidence else "",
            )  # fmt: skip

    @property
    def values(self) -> list[int]:
        return [self.cleaned_data[name] for name in self.fields]


NAMED = ("cadence", "asks_confidence", "projects", "units", "is_running")
ORDER = ("cadence", *(f"question_{each}" for each in range(MOST_QUESTIONS)), "asks_confidence", "projects", "units")


class SetUpForm(forms.Form):
    cadence = forms.ChoiceField(choices=Pulse.Cadence.choices, label="How often")
    projects = forms.ModelMultipleChoiceField(
        Project.objects.none(),
        required=False,
        widget=SearchedBoxes,
        help_text="Whoever holds a role in it is asked, with its manager and its sponsor.",
    )
    units = forms.ModelMultipleChoiceField(Unit.objects.none(), required=False, widget=SearchedBoxes)
    asks_confidence = forms.BooleanField(
        required=False,
        label="The first question asks how confident people are in the next milestone",
        help_text=f"A mean of {WEAK_CONFIDENCE} or less then stands beside the report of a project that says green.",
    )
    is_running = forms.BooleanField(required=False, label="New rounds are opened")

    def __init__(self, organisation: Organisation, pulse: Pulse | None, *args: Any, **kwargs: Any) -> None:
        asked = list(pulse.questions if pulse else DEFAULT_QUESTIONS)
        super().__init__(*args, **kwargs)
        for name, model in (("projects", Project), ("units", Unit)):
            self.fields[name].queryset = model._default_manager.filter(organisation=organisation)  # type: ignore[attr-defined]
        for number in range(MOST_QUESTIONS):
            self.fields[f"question_{number}"] = forms.CharField(
                max_length=160, required=number == 0, label=f"Question {number + 1}",
                initial=asked[number] if number < len(asked) else "",
            )  # fmt: skip
        self.order_fields(ORDER)
        self.initial.update(cadence=pulse.cadence if pulse else Pulse.Cadence.FORTNIGHTLY, is_running=True)
        self.initial["asks_confidence"] = pulse is None or pulse.asks_confidence
        if pulse:
            self.initial.update(is_running=pulse.is_running, projects=pulse.projects.all(), units=pulse.units.all())

    @property
    def said(self) -> dict[str, Any]:
        named = {name: self.cleaned_data[name] for name in NAMED}
        return named | {"questions": [self.cleaned_data[f"question_{each}"] for each in range(MOST_QUESTIONS)]}
