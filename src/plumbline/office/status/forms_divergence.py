"""What people fill in about contests, go-to-green plans, and the page of divergence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_in
from plumbline.office.projects.models import Portfolio, Programme, Project
from plumbline.office.registers.models import Entry, Kind
from plumbline.office.status.actions.go_to_green import Step
from plumbline.office.status.queries.divergence import GROUPS, SHOWN

NEW_STEPS = 3
ENTRIES_OFFERED = 50
DAY = forms.DateInput(attrs={"type": "date"})


class ContestForm(forms.Form):
    reason = forms.CharField(
        max_length=4000,
        label="Why it is wrong",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="What the evidence does not show, and where others can see it.",
    )
    last_day = forms.DateField(
        label="Through", widget=DAY, help_text="Three months at most. Then it ends, and the evidence stands alone."
    )


class StepForm(forms.Form):
    """One action more."""

    title_1 = forms.CharField(max_length=200, label="What is done")
    owner_1 = forms.ModelChoiceField(Person.objects.none(), label="Who does it", empty_label="Choose somebody")
    due_on_1 = forms.DateField(label="Done by", widget=DAY)

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner_1"].queryset = people_in(organisation)  # type: ignore[attr-defined]

    def step(self) -> Step:
        given = self.cleaned_data
        return Step(given["title_1"], given["owner_1"], given["due_on_1"])


class PlanForm(forms.Form):
    """The plan with up to three new actions; more can be added to it afterwards."""

    approach = forms.CharField(
        max_length=4000,
        label="How it becomes green",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="What is wrong at its root, and what changes that.",
    )
    owner = forms.ModelChoiceField(Person.objects.none(), label="Who leads it", empty_label="Choose somebody")
    green_on = forms.DateField(
        label="Green by", widget=DAY, help_text="On this day the evidence decides whether the plan worked."
    )

    def __init__(self, project: Project, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = people_in(project.organisation)
        self.fields["owner"].queryset = people  # type: ignore[attr-defined]
        for number in range(1, NEW_STEPS + 1):
            self.fields[f"title_{number}"] = forms.CharField(max_length=200, label="What is done", required=False)
            self.fields[f"owner_{number}"] = forms.ModelChoiceField(
                people, label="Who does it", empty_label="Choose somebody", required=False
            )
            self.fields[f"due_on_{number}"] = forms.DateField(label="Done by", widget=DAY, required=False)
        self._offer_entries(project)

    def _offer_entries(self, project: Project) -> None:
        """Actions of the register that are open."""
        found = Entry.objects.filter(project=project, kind=Kind.ACTION, closed_at=None).order_by("due_on", "number")
        keys = list(found.values_list("pk", flat=True)[:ENTRIES_OFFERED])
        if keys:
            self.fields["entries"] = forms.ModelMultipleChoiceField(
                Entry.objects.filter(pk__in=keys).order_by("due_on", "number"),
                required=False,
                label="Actions that the register has already",
                widget=forms.CheckboxSelectMultiple,
            )

    def clean(self) -> dict[str, Any]:
        """An action is told whole or not at all."""
        given = super().clean() or {}
        for number in range(1, NEW_STEPS + 1):
            parts = [f"{name}_{number}" for name in ("title", "owner", "due_on")]
            if any(given.get(part) for part in parts):
                for part in parts:
                    if not given.get(part) and part not in self.errors:
                        self.add_error(part, "Fill this in too, or empty the whole action.")
        return given

    def step_fields(self) -> list[tuple[int, list[forms.BoundField]]]:
        """(number, fields) of each new action."""
        return [
            (number, [self[f"{name}_{number}"] for name in ("title", "owner", "due_on")])
            for number in range(1, NEW_STEPS + 1)
        ]

    def told(self) -> dict[str, Any]:
        """As ``plan_go_to_green`` takes it."""
        given = self.cleaned_data
        filled = [number for number in range(1, NEW_STEPS + 1) if given.get(f"title_{number}")]
        return {
            **{name: given[name] for name in ("approach", "owner", "green_on")},
            "steps": [self._step(each) for each in filled],
            "entries": list(given.get("entries") or ()),
        }

    def _step(self, row: int) -> Step:
        given = self.cleaned_data
        return Step(given[f"title_{row}"], given[f"owner_{row}"], given[f"due_on_{row}"], row)


class WithdrawForm(forms.Form):
    because = forms.CharField(
        max_length=1000,
        label="Why it is given up",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="One sentence for whoever asks later.",
    )


class FilterForm(forms.Form):
    """What the filter bar of the divergence page offers; ``Filters`` reads what comes back."""

    show = forms.ChoiceField(required=False, choices=list(SHOWN.items()))
    dimension = forms.ChoiceField(required=False)
    portfolio = forms.ChoiceField(required=False)
    programme = forms.ChoiceField(required=False)
    manager = forms.ChoiceField(required=False)
    by = forms.ChoiceField(required=False, label="Compare by", choices=list(GROUPS.items()))

    def __init__(self, organisation: Organisation, titles: Mapping[str, str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        open_ones = {"organisation": organisation, "archived_at": None}
        managers = Person.objects.filter(
            managed_projects__organisation=organisation, managed_projects__archived_at=None
        ).distinct()
        self._offer("dimension", titles.items())
        self._offer("portfolio", Portfolio.objects.filter(**open_ones).values_list("pk", "name"))
        self._offer("programme", Programme.objects.filter(**open_ones).values_list("pk", "name"))
        self._offer("manager", managers.values_list("pk", "name"))

    def _offer(self, field: str, options: Iterable[tuple[object, str]]) -> None:
        """A choice of one is none: it only takes room."""
        choices = [(str(value), name) for value, name in options]
        if len(choices) > 1:
            self.fields[field].choices = [("", "All"), *choices]  # type: ignore[attr-defined]
        else:
            del self.fields[field]
