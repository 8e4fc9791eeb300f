"""What people fill in to begin a plan in one of the ways there are: what the way itself asks for."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from plumbline.engine.starts import Choice, Way

LONGEST = 20_000
EARLIEST, LATEST = date(1970, 1, 1), date(2199, 12, 31)


class WayForm(forms.Form):
    start = forms.DateField(
        label="Start of the plan", widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )

    def __init__(self, way: Way, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "earlier" in way.needs:
            self.fields["earlier"] = forms.CharField(
                max_length=40, label="Code of the project", help_text="Its current plan is copied."
            )
        for each in way.choices:
            self.fields[each.name] = _field(each)

    def clean_start(self) -> date:
        day: date = self.cleaned_data["start"]
        if not EARLIEST <= day <= LATEST:
            raise forms.ValidationError(f"Give a day from {EARLIEST.year} to {LATEST.year}.")
        return day

    @property
    def given(self) -> dict[str, str]:
        """The choices as text, as a way reads them."""
        data = {name: value for name, value in self.cleaned_data.items() if name != "start"}
        return {name: "keep" if value is True else str(value or "") for name, value in data.items()}


def _field(choice: Choice) -> forms.Field:
    about: dict[str, Any] = {"label": choice.label, "required": False, "help_text": choice.help}
    if choice.kind == "yes":
        return forms.BooleanField(**about)
    if choice.kind == "lines":
        widget = forms.Textarea(attrs={"rows": 6, "placeholder": choice.example})
        return forms.CharField(max_length=LONGEST, widget=widget, **about)
    return forms.CharField(
        max_length=12, initial=choice.example, widget=forms.TextInput({"inputmode": "numeric"}), **about
    )
