"""What people fill in about objectives."""

from __future__ import annotations

from typing import Any

from django import forms

from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_in
from plumbline.office.projects.models import Programme, Project
from plumbline.office.strategy.models import Alignment, Objective
from plumbline.office.strategy.queries import outline

DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class ObjectiveForm(forms.Form):
    name = forms.CharField(max_length=160, label="What is to be reached")
    parent = forms.ModelChoiceField(
        queryset=Objective.objects.none(), required=False, label="Part of", empty_label="Nothing: it stands at the top"
    )
    why = forms.CharField(required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))
    owner = forms.ModelChoiceField(
        queryset=Person.objects.none(), required=False, help_text="Who answers for reaching it."
    )
    measure = forms.CharField(required=False, max_length=160, help_text="What is counted: trips made by tram each day.")
    unit = forms.CharField(required=False, max_length=40, help_text="In what: trips, %, minutes.")
    baseline = forms.DecimalField(required=False, max_digits=16, decimal_places=4, label="Where it began")
    target = forms.DecimalField(required=False, max_digits=16, decimal_places=4)
    target_on = forms.DateField(required=False, label="To be reached by", widget=DAY)

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        place, owner = self.fields["parent"], self.fields["owner"]
        owner.queryset = people_in(organisation)  # type: ignore[attr-defined]
        place.queryset = Objective.objects.filter(organisation=organisation, archived_at=None)  # type: ignore[attr-defined]
        tree = [(each.pk, f"{'— ' * depth}{each.name}") for each, depth in outline(organisation)]
        place.choices = [("", "Nothing: it stands at the top"), *tree]  # type: ignore[attr-defined]


def facts_of(objective: Objective) -> dict[str, Any]:
    """What the form begins with; numbers without the zeros that the database keeps behind them."""
    found = {name: getattr(objective, name) for name in ObjectiveForm.base_fields}
    return found | {name: plain(found[name]) for name in ("baseline", "target") if found[name] is not None}


def plain(value: Any) -> str:
    return f"{value.normalize():f}"


class MeasurementForm(forms.Form):
    value = forms.DecimalField(max_digits=16, decimal_places=4)
    on = forms.DateField(label="Day", widget=DAY)
    note = forms.CharField(required=False, max_length=500)


class _HowForm(forms.Form):
    strength = forms.TypedChoiceField(
        coerce=int, choices=Alignment.Strength.choices, initial=Alignment.Strength.CLEAR, label="How much is it for it"
    )
    why = forms.CharField(required=False, max_length=500, label="Why")


class AlignThingForm(_HowForm):
    """On the page of an objective: a programme, or a project by its code."""

    programme = forms.ModelChoiceField(queryset=Programme.objects.none(), required=False, empty_label="None")
    code = forms.CharField(required=False, max_length=40, label="Or one project, by its code")
    field_order = ("programme", "code", "strength", "why")

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organisation = organisation
        running = Programme.objects.filter(organisation=organisation, archived_at=None)
        self.fields["programme"].queryset = running  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        code, programme = given.get("code"), given.get("programme")
        if bool(code) == bool(programme):
            self.add_error("programme", "Choose a programme, or name one project by its code.")
        elif code:
            running = Project.objects.filter(organisation=self.organisation, archived_at=None)
            given["project"] = running.filter(code__iexact=code).first()
            if given["project"] is None:
                self.add_error("code", "No running project has this code. It stands below the name of the project.")
        return given

    @property
    def thing(self) -> Project | Programme:
        """Of a valid form."""
        found: Project | Programme = self.cleaned_data.get("project") or self.cleaned_data["programme"]
        return found


class AlignProjectForm(_HowForm):
    """On the page of a project."""

    objective = forms.ModelChoiceField(queryset=Objective.objects.none())
    field_order = ("objective", "strength", "why")

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tree = [(each.pk, f"{'— ' * depth}{each.name}") for each, depth in outline(organisation)]
        field = self.fields["objective"]
        field.queryset = Objective.objects.filter(organisation=organisation, archived_at=None)  # type: ignore[attr-defined]
        field.choices = [("", "Choose one"), *tree]  # type: ignore[attr-defined]
