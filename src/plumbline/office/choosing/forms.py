"""What people fill in about criteria, scenarios and candidates."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import combinations
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from plumbline.engine.scoring import STEPS
from plumbline.office.choosing.actions import CALCULATED, RANKED
from plumbline.office.choosing.actions.criteria import MOST_CRITERIA
from plumbline.office.choosing.amounts import plain, read_lines, read_list, shown_lines, shown_list
from plumbline.office.choosing.models import MOST_POINTS, Candidate, Scenario, Tie, Weighting
from plumbline.office.choosing.queries import open_requests, running_projects
from plumbline.office.foundation.forms import SearchedBoxes
from plumbline.office.intake.models import ProjectRequest
from plumbline.office.projects.models import Project

HOW_OFTEN = [
    *((f"1/{each}", f"1/{each}: the second counts {each} times as much") for each in range(9, 1, -1)),
    ("1", "1: both count the same"),
    *((str(each), f"{each}: the first counts {each} times as much") for each in range(2, 10)),
]
_STEPS = [("", "–"), *((each, str(each)) for each in STEPS)]
_JOB = (
    ("job_value", "WSJF: value to users and business"),
    ("job_urgency", "WSJF: time criticality"),
    ("job_risk", "WSJF: risk reduction or opportunity"),
    ("job_size", "WSJF: size of the job"),
)


class _Read(forms.CharField):
    """A text that is read into something else; what cannot be read is told at the field."""

    def __init__(self, read: Callable[[str], Any], rows: int = 1, **kwargs: Any) -> None:
        widget = forms.Textarea(attrs={"rows": rows}) if rows > 1 else forms.TextInput()
        super().__init__(required=kwargs.pop("required", False), max_length=8000, widget=widget, **kwargs)
        self.read = read

    def clean(self, value: Any) -> Any:
        return self.read(super().clean(value))


def _names(text: str) -> list[str]:
    found = [each.strip() for each in text.replace("\n", ",").split(",") if each.strip()]
    if len(set(found)) < len(found) or any(len(each) > 40 for each in found):
        raise ValidationError("Names of periods are short, and each stands once.")
    return found


def _shares(text: str) -> dict[str, list[str]]:
    found = {}
    for name, amounts in read_lines(text).items():
        if len(amounts) != 2:
            raise ValidationError(f"“{name}”: write the least and the most percent, as in “{name}: 20, 60”.")
        found[name] = [str(each) for each in amounts]
    return found


class ScenarioForm(forms.Form):
    name = forms.CharField(max_length=160)
    note = forms.CharField(required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 2}))
    basis = forms.ChoiceField(choices=Scenario.Basis.choices, label="What is added up")
    periods = _Read(_names, required=True, help_text="Their names, parted by commas: 2027-Q1, 2027-Q2.")
    budget = _Read(
        lambda text: read_list(text, may_be_open=True),
        help_text="An amount for each period, parted by commas. A dash has no limit; leave it empty for none at all.",
    )
    capacity = _Read(
        lambda text: read_lines(text, may_be_open=True),
        rows=4,
        help_text="One role a line, with an amount for each period: Engineer: 4, 4, 5.",
    )
    buckets = _Read(
        _shares, rows=3, help_text="One a line, with the least and the most percent of the money: Grow: 20, 60."
    )


def facts_of(scenario: Scenario) -> dict[str, Any]:
    return {
        "name": scenario.name,
        "note": scenario.note,
        "basis": scenario.basis,
        "periods": ", ".join(scenario.periods),
        "budget": shown_list(scenario.budget),
        "capacity": shown_lines(scenario.capacity),
        "buckets": shown_lines(scenario.buckets),
    }


class NameForm(forms.Form):
    name = forms.CharField(max_length=160, label="Name of the copy")


class GatherForm(forms.Form):
    requests = forms.ModelMultipleChoiceField(
        queryset=ProjectRequest.objects.none(), required=False, widget=SearchedBoxes
    )
    projects = forms.ModelMultipleChoiceField(queryset=Project.objects.none(), required=False, widget=SearchedBoxes)

    def __init__(self, scenario: Scenario, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["requests"].queryset = open_requests(scenario)  # type: ignore[attr-defined]
        self.fields["projects"].queryset = running_projects(scenario)  # type: ignore[attr-defined]


class CandidateForm(forms.Form):
    """With a field for each criterion of the organisation."""

    name = forms.CharField(max_length=200)
    must = forms.BooleanField(required=False, label="It must be in")
    value = forms.DecimalField(max_digits=14, decimal_places=2, initial=0)
    cost = _Read(read_list, help_text="By period from its start, parted by commas: 200, 150.")
    roles = _Read(read_lines, rows=3, help_text="One role a line, by period from its start: Engineer: 1, 2.")
    bucket = forms.CharField(required=False, max_length=60)
    earliest = forms.IntegerField(
        min_value=1, max_value=60, initial=1, label="Earliest start", help_text="Period, from 1."
    )
    latest = forms.IntegerField(
        required=False, min_value=1, max_value=60, label="Latest start", help_text="Empty: it starts then or never."
    )
    loss_per_period = forms.DecimalField(
        required=False, min_value=0, max_digits=14, decimal_places=2, label="Value lost by each period of waiting"
    )
    risk = forms.TypedChoiceField(
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", "Not judged"), (1, "1: low"), (2, "2"), (3, "3"), (4, "4"), (5, "5: high")],
    )
    needs = forms.ModelMultipleChoiceField(queryset=Candidate.objects.none(), required=False, widget=SearchedBoxes)
    excludes = forms.ModelMultipleChoiceField(queryset=Candidate.objects.none(), required=False, widget=SearchedBoxes)

    def __init__(
        self, scenario: Scenario, candidate: Candidate | None, weighting: Weighting | None, *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = weighting.criteria if weighting else []
        others = scenario.candidates.exclude(pk=candidate.pk) if candidate else scenario.candidates.all()
        for kind in Tie.Kind.values:
            self.fields[kind].queryset = others  # type: ignore[attr-defined]
        for each in self.criteria:
            self.fields[f"points_{each['key']}"] = forms.DecimalField(
                required=False, min_value=0, max_value=MOST_POINTS, max_digits=4, decimal_places=2, label=each["title"]
            )
        for name, label in _JOB:
            self.fields[name] = forms.TypedChoiceField(
                required=False, coerce=int, empty_value=None, choices=_STEPS, label=label
            )

    @property
    def facts(self) -> dict[str, Any]:
        """Of a valid form: what the action wants to know."""
        given = dict(self.cleaned_data)
        points = {each["key"]: given.pop(f"points_{each['key']}") for each in self.criteria}
        job = [given.pop(name) for name, _ in _JOB]
        given["points"] = {key: plain(each) for key, each in points.items() if each is not None}
        given["job"] = job if any(job) else []
        given["latest"] = given["latest"] or given["earliest"]
        given["loss_per_period"] = given["loss_per_period"] or Decimal(0)
        return given


def candidate_facts(candidate: Candidate) -> dict[str, Any]:
    ties = list(candidate.ties.all())
    found: dict[str, Any] = {
        name: getattr(candidate, name) for name in ("name", "must", "bucket", "earliest", "latest", "risk")
    }
    found |= {name: plain(getattr(candidate, name)) for name in ("value", "loss_per_period")}
    found |= {"cost": shown_list(candidate.cost), "roles": shown_lines(candidate.roles)}
    found |= {kind: [each.other_id for each in ties if each.kind == kind] for kind in Tie.Kind.values}
    found |= {f"points_{key}": given for key, given in candidate.points.items()}
    return found | dict(zip([name for name, _ in _JOB], candidate.job, strict=False))


class CriteriaForm(forms.Form):
    """Ten rows of title and weight; a row that loses its title is a criterion no more."""

    def __init__(self, weighting: Weighting | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.there = weighting.criteria if weighting else []
        for number in range(MOST_CRITERIA):
            now = self.there[number] if number < len(self.there) else None
            self.fields[f"title_{number}"] = forms.CharField(
                required=False, max_length=80, label=f"Criterion {number + 1}", initial=now["title"] if now else ""
            )
            self.fields[f"weight_{number}"] = forms.FloatField(
                required=False,
                min_value=0,
                max_value=1000,
                label=f"Weight {number + 1}",
                initial=now["weight"] if now else None,
            )

    @property
    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[f"title_{number}"], self[f"weight_{number}"]) for number in range(MOST_CRITERIA)]

    @property
    def given(self) -> list[tuple[str, str, float]]:
        found = []
        for number in range(MOST_CRITERIA):
            title, weight = self.cleaned_data[f"title_{number}"], self.cleaned_data[f"weight_{number}"]
            if title.strip():
                key = self.there[number]["key"] if number < len(self.there) else ""
                found.append((key, title, weight or 0))
        return found


class PairsForm(forms.Form):
    """How often the first counts of the second, for every two criteria."""

    def __init__(self, weighting: Weighting, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        before = {(first, second): how for first, second, how in weighting.judgements}
        self.pairs = list(combinations(weighting.criteria, 2))
        for number, (first, second) in enumerate(self.pairs):
            self.fields[f"pair_{number}"] = forms.ChoiceField(
                choices=HOW_OFTEN,
                initial=_nearest(before.get((first["key"], second["key"]), 1.0)),
                label=f"{first['title']} beside {second['title']}",
            )

    @property
    def judgements(self) -> dict[tuple[str, str], float]:
        return {
            (first["key"], second["key"]): _number(self.cleaned_data[f"pair_{number}"])
            for number, (first, second) in enumerate(self.pairs)
        }


def _number(choice: str) -> float:
    return 1 / int(choice.removeprefix("1/")) if "/" in choice else float(choice)


def _nearest(how: float) -> str:
    return min((choice for choice, _ in HOW_OFTEN), key=lambda each: abs(_number(each) - how))


class ApproveForm(forms.Form):
    how = forms.ChoiceField(
        choices=[(CALCULATED, "The choice as it was calculated"), (RANKED, "By rank, down to the cut line")],
        label="What is approved",
        widget=forms.RadioSelect,
    )
    note = forms.CharField(required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}), label="Why")


class RankForm(forms.Form):
    to = forms.IntegerField(min_value=1, max_value=100_000)
