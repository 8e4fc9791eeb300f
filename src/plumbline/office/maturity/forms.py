"""What people fill in about maturity."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from plumbline.office.maturity.actions.answering import Said
from plumbline.office.maturity.models import Target, Value
from plumbline.office.maturity.queries.answering import AnsweringPage, Question
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_with

DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
LEFT_OPEN = [("", "Not answered"), *Value.choices]


class RoundForm(forms.Form):
    title = forms.CharField(max_length=160, help_text="As in “Autumn 2026”.")
    scope = forms.CharField(
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Which part of the organisation is looked at; left empty, all of it.",
    )
    period_from = forms.DateField(label="From", widget=DAY, help_text="How it was in this time is what is assessed.")
    period_to = forms.DateField(label="To", widget=DAY)
    due_on = forms.DateField(label="Answers by", widget=DAY)
    lead = forms.ModelChoiceField(
        queryset=Person.objects.none(), help_text="Brings the views together and closes the round."
    )
    assessors = forms.ModelMultipleChoiceField(
        queryset=Person.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text="Three to six, from different sides: the office, project managers, those above, those who do it.",
    )

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lead"].queryset = people_with(organisation, "run_maturity").order_by("name")  # type: ignore[attr-defined]
        asked = people_with(organisation, "assess_maturity").order_by("name")
        self.fields["assessors"].queryset = asked  # type: ignore[attr-defined]


class InviteForm(forms.Form):
    people = forms.ModelMultipleChoiceField(
        queryset=Person.objects.none(), widget=forms.CheckboxSelectMultiple, label="Ask further people"
    )

    def __init__(self, organisation: Organisation, already: set[int], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = people_with(organisation, "assess_maturity").exclude(pk__in=already).order_by("name")
        self.fields["people"].queryset = found  # type: ignore[attr-defined]


class JudgementForm(forms.Form):
    """One question. The form's prefix is the key of its attribute."""

    value = forms.ChoiceField(required=False, choices=LEFT_OPEN, widget=forms.RadioSelect, label="Your view")
    comment = forms.CharField(required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))
    link = forms.URLField(required=False, max_length=500, assume_scheme="https", label="Link to what shows it")

    def __init__(self, question: Question, data: Any = None) -> None:
        given = question.judgement
        initial = {each: getattr(given, each) for each in self.base_fields} if given else {"value": ""}
        super().__init__(data, prefix=question.attribute.key, initial=initial)
        self.question = question

    @property
    def is_sent(self) -> bool:
        """What was not sent is no answer taken back."""
        return any(self.add_prefix(name) in self.data for name in self.fields)


def judgement_forms(page: AnsweringPage, data: Any = None) -> list[JudgementForm]:
    return [JudgementForm(each, data) for each in page.questions]


def said_in(forms_given: list[JudgementForm]) -> dict[str, Said]:
    """Of valid forms that were sent, by the key of the attribute."""
    return {each.question.attribute.key: Said(**each.cleaned_data) for each in forms_given if each.is_sent}


class ConsensusForm(forms.Form):
    value = forms.ChoiceField(
        required=False, choices=[("", "The majority counts"), *Value.choices], label="Agreed on together"
    )
    reason = forms.CharField(required=False, max_length=500, help_text="How you came to agree.")


class CloseForm(forms.Form):
    note = forms.CharField(
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What readers should know about this round.",
    )


class TargetForm(forms.Form):
    """Of one perspective; the prefix is its key."""

    level = forms.TypedChoiceField(
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", "No target"), *((each, f"Level {each}") for each in range(1, 6))],
    )
    by_day = forms.DateField(required=False, label="By", widget=DAY)

    def __init__(self, key: str, title: str, target: Target | None, data: Any = None) -> None:
        initial = {"level": target.level, "by_day": target.by_day} if target else {}
        super().__init__(data, prefix=key, initial=initial)
        self.key, self.title = key, title

    @property
    def wanted(self) -> tuple[int | None, date | None]:
        """Of a valid form."""
        return self.cleaned_data["level"], self.cleaned_data["by_day"]
