"""What people fill in about portfolios, programmes and projects."""

from __future__ import annotations

from typing import Any

from django import forms

from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_in, people_with
from plumbline.office.projects import queries
from plumbline.office.projects.models import Portfolio, Programme, Project
from plumbline.office.projects.plan_forms import VersionChoice

PURPOSE = forms.Textarea(attrs={"rows": 3})


class ProgrammeChoice(forms.ModelChoiceField):
    def label_from_instance(self, programme: Programme) -> str:
        return f"{programme.portfolio.name} / {programme.name}"


class ProjectForm(forms.Form):
    """Places and people are those of the organisation; somebody already named stays a choice after leaving."""

    code = forms.CharField(max_length=40, help_text="Short and unique, as people say it: QC-1.")
    name = forms.CharField(max_length=200)
    purpose = forms.CharField(max_length=4000, required=False, widget=PURPOSE)
    phase = forms.CharField(max_length=80, required=False)
    budget = forms.DecimalField(max_digits=16, decimal_places=2, min_value=0, required=False)

    def __init__(self, organisation: Organisation, *args: Any, project: Project | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if project:
            self.initial = {
                name: getattr(project, name)
                for name in (
                    "code",
                    "name",
                    "purpose",
                    "phase",
                    "budget",
                    "portfolio",
                    "programme",
                    "manager",
                    "sponsor",
                )
            }
        named = [each for each in (project.manager_id, project.sponsor_id) if each] if project else []
        everybody = Person.objects.filter(pk__in=[*people_in(organisation).values_list("pk", flat=True), *named])
        managers = people_with(organisation, "record_own_plan") | people_with(organisation, "record_any_plan")
        self.fields["portfolio"] = forms.ModelChoiceField(queries.portfolios(organisation), required=False)
        self.fields["programme"] = ProgrammeChoice(queries.programmes(organisation), required=False)
        self.fields["manager"] = forms.ModelChoiceField(
            Person.objects.filter(pk__in=[*managers.values_list("pk", flat=True), *named]), required=False
        )
        self.fields["sponsor"] = forms.ModelChoiceField(everybody, required=False)
        self.order_fields(
            ["code", "name", "portfolio", "programme", "manager", "sponsor", "phase", "budget", "purpose"]
        )


class NewProjectForm(ProjectForm):
    """The portfolio and the programme may be new too, so that the first project needs no other page first."""

    new_portfolio = forms.CharField(max_length=160, required=False, label="or a new portfolio")
    new_programme = forms.CharField(max_length=160, required=False, label="or a new programme")

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(organisation, *args, **kwargs)
        self.order_fields(["code", "name", "portfolio", "new_portfolio", "programme", "new_programme"])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        for place in ("portfolio", "programme"):
            if given.get(place) and given.get(f"new_{place}"):
                self.add_error(f"new_{place}", f"Choose a {place} or name a new one, not both.")
        if not given.get("portfolio") and not given.get("new_portfolio"):
            self.add_error("portfolio", "Choose a portfolio, or name a new one below.")
        return given


class PlaceForm(forms.Form):
    """A portfolio or a programme."""

    name = forms.CharField(max_length=160)
    purpose = forms.CharField(max_length=4000, required=False, widget=PURPOSE)

    def __init__(self, *args: Any, place: Portfolio | Programme | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if place:
            self.initial = {"name": place.name, "purpose": place.purpose}


class BaselineForm(forms.Form):
    reason = forms.CharField(
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="A baseline is a promise. Whoever looks at it later wants to know why it changed.",
    )

    def __init__(self, project: Project, *args: Any, suggested: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["version"] = VersionChoice(
            project,
            required=False,
            label="Measured against",
            empty_label="The baseline inside each plan file",
            initial=suggested or (project.baseline.number if project.baseline else None),
        )
        self.order_fields(["version", "reason"])


class ProjectFilterForm(forms.Form):
    search = forms.CharField(required=False, max_length=100)
    archived = forms.BooleanField(required=False)

    def filters(self) -> dict[str, Any]:
        self.full_clean()
        return {"search": self.cleaned_data.get("search", ""), "archived": self.cleaned_data.get("archived", False)}
