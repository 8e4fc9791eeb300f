"""Forms about services and what is asked for."""

from __future__ import annotations

from typing import Any

from django import forms

from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_in, people_with
from plumbline.office.projects.models import Project
from plumbline.office.services import queries
from plumbline.office.services.models import Service, ServiceRequest
from plumbline.office.services.questions import KINDS

DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
MOST_HOURS = 2000
MATURITY = [(1, "1 Begun"), (2, "2 Repeated"), (3, "3 Defined"), (4, "4 Measured"), (5, "5 Improving")]


def text_area(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def hours(label: str, help_text: str = "") -> forms.FloatField:
    return forms.FloatField(required=False, min_value=0.25, max_value=MOST_HOURS, label=label, help_text=help_text)


class ServiceForm(forms.Form):
    title = forms.CharField(max_length=120)
    group = forms.CharField(max_length=80, required=False, help_text="Services of one group stand together.")
    level = forms.ChoiceField(choices=Service.Level.choices, initial=Service.Level.OPERATIONAL)
    what = forms.CharField(max_length=4000, required=False, widget=text_area(), label="What one gets")
    customers = forms.CharField(max_length=300, required=False, label="For whom")
    trigger = forms.CharField(max_length=300, required=False, label="When one asks for it")
    inputs = forms.CharField(max_length=2000, required=False, widget=text_area(2), label="What the office needs for it")
    outputs = forms.CharField(max_length=2000, required=False, widget=text_area(2), label="What comes out of it")
    respond_hours = hours("First answer within", "Hours of working time; a working day has eight.")
    deliver_hours = hours("Result within", "Hours of working time, without the time that it waits for who asked.")
    effort_hours = hours("Usual effort", "Hours that one request takes.")
    owner = forms.ModelChoiceField(queryset=Person.objects.none(), required=False, empty_label="Nobody yet")
    kpi = forms.CharField(max_length=200, required=False, label="How one sees that it is good")
    maturity = forms.TypedChoiceField(
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", "Not judged"), *MATURITY],
    )
    is_open = forms.BooleanField(required=False, initial=True, label="It can be asked for")

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = people_in(organisation)  # type: ignore[attr-defined]

    @property
    def facts(self) -> dict[str, Any]:
        """Of a valid form, as columns of a service."""
        given = dict(self.cleaned_data)
        for column, name in _HOURS.items():
            value = given.pop(name)
            given[column] = None if value is None else round(value * 60)
        return given


_HOURS = {"respond_in": "respond_hours", "deliver_in": "deliver_hours", "effort": "effort_hours"}


def facts_of(service: Service) -> dict[str, Any]:
    """What the form begins with."""
    same = {name: getattr(service, name) for name in ServiceForm.base_fields if name not in _HOURS.values()}
    minutes = {name: getattr(service, column) for column, name in _HOURS.items()}
    return same | {name: None if value is None else f"{value / 60:g}" for name, value in minutes.items()}


class QuestionForm(forms.Form):
    text = forms.CharField(max_length=200, label="Question")
    kind = forms.ChoiceField(choices=list(KINDS.items()), label="Answered by")
    choices = forms.CharField(
        max_length=2000, required=False, widget=text_area(), help_text="Only for a choice: one answer in each line."
    )
    needed = forms.BooleanField(required=False, label="It has to be answered")

    @property
    def facts(self) -> dict[str, Any]:
        return self.cleaned_data | {"choices": self.cleaned_data["choices"].splitlines()}


class AskForm(forms.Form):
    """The request form of one service, with its own questions."""

    title = forms.CharField(max_length=160, label="What do you need?")
    details = forms.CharField(max_length=8000, required=False, widget=text_area(4), label="What should we know?")
    project = forms.ModelChoiceField(
        queryset=Project.objects.none(), required=False, empty_label="It is for no single project"
    )

    def __init__(self, service: Service, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        running = Project.objects.filter(organisation=service.organisation, archived_at=None).order_by("name")
        self.fields["project"].queryset = running  # type: ignore[attr-defined]
        self._asked = {f"question_{place}": each for place, each in enumerate(service.questions)}
        for name, each in self._asked.items():
            self.fields[name] = _field(each)

    @property
    def answers(self) -> dict[str, Any]:
        return {each["text"]: self.cleaned_data.get(name) for name, each in self._asked.items()}


def _field(question: dict[str, Any]) -> forms.Field:
    usual = {"label": question["text"], "required": question["needed"]}
    if question["kind"] == "choice":
        offered = [("", "Choose one"), *((each, each) for each in question["choices"])]
        return forms.ChoiceField(choices=offered, **usual)
    if question["kind"] == "date":
        return forms.DateField(widget=DAY, **usual)
    if question["kind"] == "number":
        return forms.DecimalField(max_digits=14, decimal_places=2, **usual)
    return forms.CharField(max_length=2000, **usual)


class QueueForm(forms.Form):
    service = forms.ModelChoiceField(queryset=Service.objects.none(), required=False, empty_label="All")
    assignee = forms.ChoiceField(required=False)
    state = forms.ChoiceField(
        required=False, choices=[("", "All open"), *ServiceRequest.State.choices, ("closed", "All closed")]
    )
    near = forms.BooleanField(required=False, label="Near or past the limit")

    def __init__(self, organisation: Organisation, me: Person, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["service"].queryset = queries.choices(organisation)  # type: ignore[attr-defined]
        self._staff = {str(each.pk): each for each in people_with(organisation, "work_on_service_requests")}
        others = [(key, each.name) for key, each in self._staff.items() if each.pk != me.pk]
        self.fields["assignee"].choices = [("", "Anybody"), (str(me.pk), "Me"), ("nobody", "Nobody yet"), *others]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> queries.QueueFilter:
        """What does not fit is left out."""
        given = self.cleaned_data if self.is_valid() else {}
        who = given.get("assignee") or ""
        assignee = who if who == "nobody" else self._staff.get(who)
        state, near = given.get("state", ""), given.get("near", False)
        return queries.QueueFilter(service=given.get("service"), assignee=assignee, state=state, near=near)


class EffortForm(forms.Form):
    on = forms.DateField(label="Day", widget=DAY)
    minutes = forms.IntegerField(min_value=1, max_value=1440)
    note = forms.CharField(max_length=300, required=False)


class WeekForm(EffortForm):
    """On the week's page: on an open request, on a service, or on neither."""

    request = forms.ModelChoiceField(
        queryset=ServiceRequest.objects.none(), required=False, empty_label="No single request"
    )
    service = forms.ModelChoiceField(
        queryset=Service.objects.none(), required=False, empty_label="None", help_text="A request has its own."
    )
    field_order = ("on", "minutes", "request", "service", "note")

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = ServiceRequest.objects.filter(organisation=organisation, state__in=ServiceRequest.OPEN)
        self.fields["request"].queryset = asked  # type: ignore[attr-defined]
        self.fields["service"].queryset = queries.choices(organisation)  # type: ignore[attr-defined]


class PeriodForm(forms.Form):
    by = forms.ChoiceField(required=False, choices=list(queries.GROUPS.items()), label="By")
    months = forms.TypedChoiceField(
        required=False,
        coerce=int,
        empty_value=None,
        label="Period",
        choices=[(12, "12 months"), (3, "3 months"), (6, "6 months"), (24, "24 months")],
    )


class RateForm(forms.Form):
    per_hour = forms.DecimalField(max_digits=10, decimal_places=2, min_value=0, label="Cost of an hour")
    since = forms.DateField(label="From", widget=DAY)
