"""What people fill in at gates."""

from __future__ import annotations

from typing import Any

from django import forms

from plumbline.engine.standard.life_cycle import ConfidenceScale
from plumbline.office.gates.models import LONG, Answer, Recommendation
from plumbline.office.people import queries as people
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.models import Portfolio, Project


def _words(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"})


class AnswerForm(forms.Form):
    value = forms.ChoiceField(label="Answer", choices=Answer.Value.choices, widget=forms.RadioSelect)
    note = forms.CharField(
        required=False,
        max_length=LONG,
        widget=_words(),
        help_text="Needed where it is not relevant, and where you see it otherwise than the evidence.",
    )


class OpenForm(forms.Form):
    planned_on = forms.DateField(label="Planned for", widget=_day())
    lead = forms.ModelChoiceField(
        label="Lead reviewer",
        queryset=Person.objects.none(),
        empty_label="Choose somebody",
        help_text="Nobody who manages or sponsors the project.",
    )
    others = forms.ModelMultipleChoiceField(
        label="Further reviewers",
        help_text="Several with the control key held down.",
        queryset=Person.objects.none(),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 8}),
    )

    def __init__(self, project: Project, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        presents = [each for each in (project.manager_id, project.sponsor_id) if each]
        found = people.people_in(project.organisation).exclude(pk__in=presents).order_by("name")
        for name in ("lead", "others"):
            self.fields[name].queryset = found  # type: ignore[attr-defined]


class ReplanForm(forms.Form):
    planned_on = forms.DateField(label="Planned for", widget=_day())


class WithdrawForm(forms.Form):
    reason = forms.CharField(max_length=LONG, widget=_words(2))


class RatingForm(forms.Form):
    level = forms.ChoiceField(label="Confidence in delivery", widget=forms.RadioSelect)
    reasons = forms.CharField(max_length=LONG, widget=_words())
    of_review = forms.BooleanField(
        required=False, label="This is the rating of the whole review", help_text="The lead reviewer sets it."
    )

    def __init__(self, scale: ConfidenceScale | None, leads: bool, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        levels = scale.levels.items() if scale else ()
        self.fields["level"].choices = [(name, each.title) for name, each in levels]  # type: ignore[attr-defined]
        if not leads:
            del self.fields["of_review"]


class ConsentForm(forms.Form):
    role = forms.ChoiceField(label="As")
    agrees = forms.TypedChoiceField(
        label="What you say",
        choices=[("yes", "Agree"), ("no", "Dissent")],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
    )
    note = forms.CharField(required=False, max_length=LONG, widget=_words(2), help_text="Needed with a dissent.")

    def __init__(self, roles: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = roles  # type: ignore[attr-defined]


class ConditionForm(forms.Form):
    text = forms.CharField(
        label="Condition", max_length=1000, widget=_words(2), help_text="What will be true once it is met."
    )
    owner = forms.ModelChoiceField(queryset=Person.objects.none(), empty_label="Choose somebody")
    due_on = forms.DateField(label="Due", widget=_day())
    rule = forms.ChoiceField(label="Mends the failed rule", required=False)

    def __init__(self, organisation: Organisation, failed: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = people.people_in(organisation).order_by("name")  # type: ignore[attr-defined]
        self.fields["rule"].choices = [("", "None"), *failed]  # type: ignore[attr-defined]


class RecommendationForm(forms.Form):
    text = forms.CharField(label="Recommendation", max_length=1000, widget=_words(2))
    urgency = forms.ChoiceField(choices=Recommendation.Urgency.choices, widget=forms.RadioSelect)


class DecisionForm(forms.Form):
    outcome = forms.ChoiceField(label="Decision", widget=forms.RadioSelect)
    reason = forms.CharField(max_length=LONG, widget=_words())

    def __init__(self, allowed: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["outcome"].choices = allowed  # type: ignore[attr-defined]


class StepForm(forms.Form):
    """What somebody does with a condition; which of it is allowed depends on who it is."""

    step = forms.ChoiceField(label="What to do", widget=forms.RadioSelect)
    note = forms.CharField(required=False, max_length=LONG, widget=_words())

    def __init__(self, steps: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["step"].choices = steps  # type: ignore[attr-defined]


class CalendarForm(forms.Form):
    portfolio = forms.ModelChoiceField(queryset=Portfolio.objects.none(), required=False, empty_label="All portfolios")

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        portfolios = Portfolio.objects.filter(organisation=organisation, archived_at=None)
        self.fields["portfolio"].queryset = portfolios  # type: ignore[attr-defined]
