"""What people fill in about the culture of their organisation."""

from __future__ import annotations

from typing import Any

from django import forms

from plumbline.office.founding.models import CultureProfile
from plumbline.office.founding.queries import CHOICES, LABELS, MOST_DAYS


class CultureForm(forms.ModelForm):
    class Meta:
        model = CultureProfile
        fields = ["sector", "projects_a_year", "agile_share", "decisions", "formality", "appetite", "maturity"]
        labels = {
            "decisions": "How are decisions taken?",
            "formality": "How formal is the work?",
            "appetite": "How is risk seen?",
            "agile_share": "Projects that work in increments, in percent",
            "projects_a_year": "Projects in a year",
            "maturity": "How mature is project management?",
        }
        help_texts = {"maturity": "From 1, by chance, to 5, always improving. Most offices begin at 1 or 2."}


class OverruleForm(forms.Form):
    """For the one proposal of ``key``: a list where there is one, a number of days, or a word."""

    key = forms.CharField(widget=forms.HiddenInput)
    reason = forms.CharField(max_length=500, label="Why")
    field_order = ("key", "value", "reason")

    def __init__(self, key: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"key": key}} | kwargs)
        self.fields["value"] = self._value(key)
        self.order_fields(self.field_order)

    def _value(self, key: str) -> forms.Field:
        label = LABELS[key]
        if key in CHOICES:
            return forms.ChoiceField(choices=CHOICES[key], label=label)
        if key.endswith("_days"):
            return forms.IntegerField(min_value=1, max_value=MOST_DAYS, label=label)
        return forms.CharField(min_length=2, max_length=30, label=label)

    def clean_value(self) -> str:
        return str(self.cleaned_data["value"])
