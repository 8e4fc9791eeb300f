"""What people fill in about competencies."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from plumbline.engine.competence import may_say_of_oneself
from plumbline.office.competence.models import LEVELS


class AssessmentForm(forms.Form):
    """A level in one competency, with what shows it where somebody wants to enter that too."""

    competency = forms.ChoiceField()
    level = forms.TypedChoiceField(coerce=int)
    note = forms.CharField(required=False, max_length=500, help_text="Why, in a sentence.")
    what = forms.CharField(
        required=False, max_length=300, label="What shows it",
        help_text="Certificates, projects led and gates passed are found by themselves.",
    )  # fmt: skip
    on = forms.DateField(
        required=False, label="When that was", widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )

    def __init__(self, competencies: dict[str, str], *args: Any, of_oneself: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        levels = [each for each in LEVELS if not of_oneself or may_say_of_oneself(each[0])]
        self.fields["competency"].choices = [("", "Choose"), *competencies.items()]  # type: ignore[attr-defined]
        self.fields["level"].choices = [("", "Choose"), *levels]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if bool(said.get("what")) != bool(said.get("on")):
            self.add_error("on", "Say both what shows it and when that was, or neither.")
        return said

    @property
    def evidence(self) -> tuple[str, date] | None:
        said = self.cleaned_data
        return (said["what"], said["on"]) if said["what"] else None


class SinceForm(forms.Form):
    since = forms.DateField(
        required=False, label="Compare with", help_text="The day before a training, for instance.",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )  # fmt: skip
