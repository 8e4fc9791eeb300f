"""What narrows the trace matrix; it lives in the address."""

from __future__ import annotations

from typing import Any

from django import forms

from plumbline.office.projects.models import Project
from plumbline.office.test_runs.models import Outcome
from plumbline.office.test_runs.trace import TraceFilter


class TraceForm(forms.Form):
    words = forms.CharField(
        required=False, max_length=100, label="Words", widget=forms.TextInput(attrs={"type": "search"})
    )
    standing = forms.ChoiceField(required=False, label="Stands", choices=[("", "Any"), *Outcome.choices])
    deliverable = forms.ChoiceField(required=False)

    def __init__(self, project: Project, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        there = [(str(each.pk), str(each)) for each in project.deliverables.filter(dropped_at=None)]
        self.fields["deliverable"].choices = [("", "Any"), *there]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> TraceFilter:
        """What does not fit is left out."""
        self.is_valid()
        given = getattr(self, "cleaned_data", {})
        return TraceFilter(*(given.get(name) or "" for name in ("standing", "deliverable", "words")))
