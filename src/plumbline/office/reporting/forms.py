"""What people fill in about reports and packs."""

from __future__ import annotations

from typing import Any

from django import forms

from plumbline.office.people.models import Organisation
from plumbline.office.projects import queries as projects
from plumbline.office.reporting.catalogue import reports
from plumbline.office.reporting.models import Schedule, Snapshot
from plumbline.office.reporting.queries.packs import DAYS
from plumbline.office.reporting.queries.readers import readers_of
from plumbline.office.reporting.report import Report
from plumbline.office.reporting.scope import EVERYTHING, scopes

MOST_TO_COMPARE_WITH = 50
LAST, NONE = "last", "none"


def offered() -> dict[str, Report]:
    """Those that somebody can ask for."""
    return {name: each for name, each in reports().items() if each.asks}


class ReportForm(forms.Form):
    """The fields that the report asks for."""

    def __init__(self, organisation: Organisation, name: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._organisation, self._name = organisation, name
        for each in reports()[name].asks:
            self.fields[each] = getattr(self, f"_{each}")()

    @property
    def parameters(self) -> dict[str, Any]:
        given = self.cleaned_data
        if "project" in given:
            return {"project": given["project"].pk}
        return {"scope": given["scope"]}

    def previous(self) -> Snapshot | None:
        """The pack to compare with."""
        since = self.cleaned_data.get("since", NONE)
        if since == NONE:
            return None
        earlier = self._earlier()
        if since == LAST:
            return earlier.filter(parameters__scope=self.cleaned_data["scope"]).first()
        return earlier.filter(pk=int(since)).first()

    def _scope(self) -> forms.Field:
        return forms.ChoiceField(label="About", choices=scopes(self._organisation), initial=EVERYTHING)

    def _since(self) -> forms.Field:
        earlier = [
            (str(each.pk), f"{each.subtitle}, {each.made_at:%-d %b %Y}")
            for each in self._earlier()[:MOST_TO_COMPARE_WITH]
        ]
        choices = [(LAST, "The last one about the same projects"), *earlier, (NONE, "Nothing: without changes")]
        return forms.ChoiceField(label="Changes since", choices=choices, initial=LAST)

    def _project(self) -> forms.Field:
        found = projects.projects(self._organisation)
        return forms.ModelChoiceField(found, empty_label="Choose a project")

    def _earlier(self) -> Any:
        return Snapshot.objects.filter(organisation=self._organisation, report=self._name).defer("document")


class ReadersForm(forms.Form):
    """Who is told of it."""

    def __init__(self, organisation: Organisation, report: Report, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["readers"] = forms.ModelMultipleChoiceField(
            readers_of(organisation, report),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            help_text="They get a notice. Everybody whose role may see what is in it finds it in any case.",
        )


class ScheduleForm(forms.Form):
    """A report that comes by itself."""

    report = forms.ChoiceField()
    scope = forms.ChoiceField(label="About")
    every = forms.ChoiceField(label="How often", choices=Schedule.Every.choices, initial=Schedule.Every.MONTH)
    weekday = forms.TypedChoiceField(label="On", coerce=int, choices=list(enumerate(DAYS)), initial=0)

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        regular = {name: each for name, each in offered().items() if each.can_be_scheduled}
        self.fields["report"].choices = [(name, each.title) for name, each in regular.items()]  # type: ignore[attr-defined]
        self.fields["scope"].choices = scopes(organisation)  # type: ignore[attr-defined]
        able = {each.pk for report in regular.values() for each in readers_of(organisation, report)}
        everybody = readers_of(organisation, next(iter(regular.values()))).model.objects.filter(pk__in=able)
        self.fields["recipients"] = forms.ModelMultipleChoiceField(
            everybody,
            label="Sent to",
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": "Choose at least one person."},
            help_text="By mail, with the PDF where it can be made, at seven in the morning.",
        )


class ColourForm(forms.Form):
    accent = forms.CharField(
        label="Colour",
        max_length=7,
        widget=forms.TextInput(attrs={"type": "color"}),
        help_text="Of headings, table heads and the cover. White words stand on it.",
    )
