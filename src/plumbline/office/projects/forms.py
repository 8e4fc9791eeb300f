"""What people fill in about portfolios, programmes and projects."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

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
    purpose = forms.CharField(
        max_length=4000, required=False, widget=PURPOSE, help_text="What will be different when it is done."
    )
    phase = forms.CharField(max_length=80, required=False, help_text="Where in its life cycle it is: Delivery.")
    budget = forms.DecimalField(max_digits=16, decimal_places=2, min_value=0, required=False)

    groups: tuple[tuple[str, tuple[str, ...]], ...] = (
        ("The project", ("code", "name", "purpose")),
        ("Where it belongs", ("portfolio", "programme")),
        ("Who answers for it", ("manager", "sponsor")),
        ("Where it stands", ("phase", "budget")),
    )

    def __init__(self, organisation: Organisation, *args: Any, project: Project | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["budget"].label = f"Budget in {organisation.currency}"
        self.fields["portfolio"] = forms.ModelChoiceField(
            queries.portfolios(organisation), required=False, empty_label="Choose a portfolio"
        )
        self.fields["programme"] = ProgrammeChoice(
            queries.programmes(organisation), required=False, empty_label="No programme"
        )
        self._offer_people(organisation, [project.manager_id, project.sponsor_id] if project else [])
        names = [name for _, names in self.groups for name in names]
        self.order_fields(names)
        if project:
            self.initial = {name: getattr(project, name) for name in names}

    def _offer_people(self, organisation: Organisation, named: list[int | None]) -> None:
        def people(found: QuerySet[Person]) -> QuerySet[Person]:
            return Person.objects.filter(pk__in=[*found.values_list("pk", flat=True), *filter(None, named)])

        managers = people_with(organisation, "record_own_plan") | people_with(organisation, "record_any_plan")
        self.fields["manager"] = forms.ModelChoiceField(
            people(managers), required=False, empty_label="Nobody yet", label="Project manager"
        )
        self.fields["sponsor"] = forms.ModelChoiceField(
            people(people_in(organisation)), required=False, empty_label="Nobody yet"
        )

    def grouped(self) -> list[tuple[str, list[forms.BoundField]]]:
        """Headings, each with the fields below it."""
        return [(title, [self[name] for name in names if name in self.fields]) for title, names in self.groups]


class NewProjectForm(ProjectForm):
    """The portfolio and the programme may be new too, so that the first project needs no other page first."""

    groups = (
        ("The project", ("code", "name", "purpose")),
        ("Where it belongs", ("portfolio", "new_portfolio", "programme", "new_programme")),
        ("Who answers for it", ("manager", "sponsor")),
        ("Where it stands", ("phase", "budget")),
    )

    new_portfolio = forms.CharField(max_length=160, required=False, label="or a new portfolio")
    new_programme = forms.CharField(max_length=160, required=False, label="or a new programme of that portfolio")

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(organisation, *args, **kwargs)
        if not self.fields["portfolio"].queryset.exists():  # type: ignore[attr-defined]
            del self.fields["portfolio"], self.fields["programme"]
            self.fields["new_portfolio"].label = "Portfolio"
            self.fields["new_portfolio"].required = True
            self.fields["new_portfolio"].help_text = "The first one. A portfolio holds the projects that serve one aim."
            self.fields["new_programme"].label = "Programme"
            self.fields["new_programme"].help_text = "Projects that together bring one change, if this is one of them."

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if "portfolio" not in self.fields:
            return given
        for place in ("portfolio", "programme"):
            if given.get(place) and given.get(f"new_{place}"):
                self.add_error(f"new_{place}", f"Choose a {place} or name a new one, not both.")
        if not given.get("portfolio") and not given.get("new_portfolio"):
            if given.get("programme"):
                given["portfolio"] = given["programme"].portfolio
            elif "portfolio" not in self.errors:
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
    """What the filter bar offers; ``queries.ProjectFilters`` reads what comes back."""

    search = forms.CharField(
        required=False, max_length=100, label="Name, code or manager", widget=forms.TextInput(attrs={"type": "search"})
    )
    portfolio = forms.ModelChoiceField(Portfolio.objects.none(), required=False, empty_label="All")
    programme = ProgrammeChoice(Programme.objects.none(), required=False, empty_label="All")
    manager = forms.ModelChoiceField(Person.objects.none(), required=False, empty_label="Anybody")
    archived = forms.BooleanField(required=False, label="Archived ones")

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, found in (
            ("portfolio", queries.portfolios(organisation)),
            ("programme", queries.programmes(organisation)),
            ("manager", queries.managers_of(organisation)),
        ):
            self.fields[name].queryset = found  # type: ignore[attr-defined]
