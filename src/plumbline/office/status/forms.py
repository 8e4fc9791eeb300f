"""What people fill in about the status of a project."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField

from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_in
from plumbline.office.status.actions import Seen
from plumbline.office.status.models import REPORTED, StatusDraft
from plumbline.office.status.queries.drafts import asks_why

DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
COMMENT = {"rows": 2}


@dataclass(frozen=True, slots=True)
class DimensionFields:
    """``hint`` says what the comment has to answer, by the colour chosen and the evidence."""

    name: str
    title: str
    colour: BoundField
    comment: BoundField
    evidence: str
    hint: str


class ReportForm(forms.Form):
    """Everything may be left open until it is published. ``seen_…`` and ``page`` are those of ``actions.Seen``."""

    as_of = forms.DateField(label="As of", widget=DAY, help_text="The day that the report speaks of.")
    overall = forms.ChoiceField(label="Overall", choices=REPORTED, required=False, widget=forms.RadioSelect)
    summary = forms.CharField(
        label="Summary",
        required=False,
        max_length=4000,
        help_text="What happened, what comes next, what you need from whom.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    forecast_finish = forms.DateField(label="Finish you expect", required=False, widget=DAY)
    budget = forms.DecimalField(required=False, max_digits=18, decimal_places=2, min_value=0)
    spent = forms.DecimalField(label="Spent so far", required=False, max_digits=18, decimal_places=2, min_value=0)
    forecast_cost = forms.DecimalField(
        label="Cost expected in all", required=False, max_digits=18, decimal_places=2, min_value=0
    )
    benefits = forms.DecimalField(label="Benefits so far", required=False, max_digits=18, decimal_places=2)
    seen_report = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    seen_draft = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    page = forms.CharField(required=False, max_length=32, widget=forms.HiddenInput)

    FIGURES = ("forecast_finish", "budget", "spent", "forecast_cost", "benefits")

    def __init__(self, titles: dict[str, str], evidence: dict[str, str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.titles, self.evidence = titles, evidence
        for name, title in titles.items():
            self.fields[f"colour_{name}"] = forms.ChoiceField(
                label=title, choices=REPORTED, required=False, widget=forms.RadioSelect
            )
            self.fields[f"comment_{name}"] = forms.CharField(
                label=f"Comment on {title.lower()}",
                required=False,
                max_length=4000,
                widget=forms.Textarea(attrs=COMMENT),
            )

    @staticmethod
    def begun_from(draft: StatusDraft) -> dict[str, Any]:
        """What the form holds at first: a draft, or the copy of the last report that a draft begins as."""
        initial = {name: getattr(draft, name) for name in ("as_of", "overall", "summary", *ReportForm.FIGURES)}
        for name, said in draft.dimensions.items():
            initial |= {f"colour_{name}": said.get("colour", ""), f"comment_{name}": said.get("comment", "")}
        return initial

    def given(self) -> dict[str, Any]:
        """Columns of the draft as far as they were filled in without a fault."""
        clean = self.cleaned_data
        told = {name: clean[name] for name in ("as_of", "overall", "summary", *self.FIGURES) if name in clean}
        said = {
            name: {"colour": clean.get(f"colour_{name}", ""), "comment": clean.get(f"comment_{name}", "")}
            for name in self.titles
        }
        return told | {"dimensions": said}

    def what_differs(self, draft: StatusDraft | None, seen: Seen) -> list[tuple[str, str]]:
        """Label and value of what another page saved otherwise. Saving again is saving over that, knowingly."""
        saved = self.begun_from(draft) if draft else {}
        self.go_on_from(seen)
        return [
            (str(self.fields[name].label), str(value))
            for name, value in saved.items()
            if name in self.cleaned_data and (value or "") != (self.cleaned_data[name] or "")
        ]

    def go_on_from(self, seen: Seen) -> None:
        sent = {name: self.data[name] for name in self.data}
        self.data = sent | {"seen_report": str(seen.report), "seen_draft": seen.draft}

    def dimensions(self) -> Iterator[DimensionFields]:
        for name, title in self.titles.items():
            colour, evidence = self[f"colour_{name}"], self.evidence.get(name, "unknown")
            hint = asks_why(str(colour.value() or ""), evidence)
            yield DimensionFields(name, title, colour, self[f"comment_{name}"], evidence, hint)

    def figures(self) -> list[BoundField]:
        return [self[name] for name in self.FIGURES]


class LineForm(forms.Form):
    name = forms.CharField(max_length=160, help_text="As in “Depot north”.")
    reporter = forms.ModelChoiceField(
        Person.objects.none(),
        required=False,
        empty_label="nobody of its own",
        help_text="May write the reports of this line, beside those who may report on the project.",
    )

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reporter"].queryset = people_in(organisation).order_by("name")  # type: ignore[attr-defined]


class DeskForm(forms.Form):
    """Filters of the desk; they live in the address."""

    STATES = [
        ("", "All that report"),
        ("due", "Due within a week"),
        ("late", "Late"),
        ("silent", "Silent"),
        ("unread", "Not read by the sponsor"),
        ("never", "Never reported"),
    ]
    q = forms.CharField(
        required=False, max_length=80, label="Project or code", widget=forms.TextInput(attrs={"type": "search"})
    )
    state = forms.ChoiceField(choices=STATES, required=False, label="State")
    manager = forms.ModelChoiceField(Person.objects.none(), required=False, empty_label="All managers")

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        managing = Person.objects.filter(
            managed_projects__organisation=organisation, managed_projects__archived_at=None
        )
        self.fields["manager"].queryset = managing.distinct().order_by("name")  # type: ignore[attr-defined]

    @property
    def filters(self) -> dict[str, Any]:
        """What is not a choice filters nothing."""
        return self.cleaned_data if self.is_valid() else {"q": "", "state": "", "manager": None}
