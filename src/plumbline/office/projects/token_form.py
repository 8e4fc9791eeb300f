"""What a new token is asked for."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms

from plumbline.office.projects.models import Scope

A_YEAR = timedelta(days=365)


class TokenForm(forms.Form):
    name = forms.CharField(max_length=80, help_text="Which program gets it: Build server, Jira.")
    scopes = forms.MultipleChoiceField(
        choices=Scope.choices, widget=forms.CheckboxSelectMultiple, label="What it may hand in"
    )
    expires_on = forms.DateField(
        label="Its last day",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Two years from today at most.",
    )

    def __init__(self, day: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["expires_on"] = day + A_YEAR
