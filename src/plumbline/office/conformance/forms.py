"""What people fill in about audits."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from plumbline.office.conformance.models import Audit, AuditFinding, ChecklistAnswer, FindingEvent, SampleChoice
from plumbline.office.people import queries as people
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Project

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def _words(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class AuditForm(forms.Form):
    title = forms.CharField(max_length=160)
    scope = forms.CharField(max_length=4000, widget=_words(3), help_text="What is looked at, and what is not.")
    reason = forms.CharField(max_length=4000, widget=_words(2), help_text="Why now.")
    lead = forms.ModelChoiceField(
        label="Lead auditor",
        queryset=Person.objects.none(),
        help_text="Neither manager nor sponsor of a project that is looked at.",
    )
    planned_from = forms.DateField(label="From", widget=DAY)
    planned_to = forms.DateField(label="To", widget=DAY)

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lead"].queryset = people.people_with(organisation, "audit_projects")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first, last = given.get("planned_from"), given.get("planned_to")
        if first and last and last < first:
            self.add_error("planned_to", ValidationError("It cannot end before it begins."))
        return given

    @staticmethod
    def of(audit: Audit) -> dict[str, Any]:
        """What the form shows of an audit that is there already."""
        names = ("title", "scope", "reason", "lead", "planned_from", "planned_to")
        return {name: getattr(audit, name) for name in names}


class SampleForm(forms.Form):
    method = forms.ChoiceField(label="How", choices=SampleChoice.Method.choices, widget=forms.RadioSelect)
    size = forms.IntegerField(
        label="How many projects", required=False, min_value=1, max_value=50, help_text="At random and by risk."
    )
    seed = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=10**12,
        help_text="At random: the same seed draws the same projects again. Left empty, one is drawn and kept.",
    )
    codes = forms.CharField(
        required=False,
        max_length=3000,
        widget=_words(2),
        label="Codes of the projects",
        help_text="By hand: as in TR-01, ST-04.",
    )

    def clean_codes(self) -> list[str]:
        return [each for each in re.split(r"[\s,;]+", self.cleaned_data["codes"]) if each]


class StepForm(forms.Form):
    note = forms.CharField(required=False, max_length=4000, widget=_words(2))


class AnswerForm(forms.Form):
    value = forms.ChoiceField(label="Answer", choices=ChecklistAnswer.Value.choices, widget=forms.RadioSelect)
    note = forms.CharField(
        required=False, max_length=4000, widget=_words(3), help_text="What you saw. Needed where it is not relevant."
    )


class QuestionForm(forms.Form):
    project = forms.ModelChoiceField(queryset=Project.objects.none())
    text = forms.CharField(label="Question", max_length=500, widget=_words(2))

    def __init__(self, audit: Audit, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["project"].queryset = Project.objects.filter(sampled__audit=audit)  # type: ignore[attr-defined]


class FindingForm(forms.Form):
    text = forms.CharField(label="What is to be mended", max_length=4000, widget=_words(3))
    grade = forms.ChoiceField(choices=AuditFinding.Grade.choices, widget=forms.RadioSelect)
    owner = forms.ModelChoiceField(queryset=Person.objects.none(), help_text="Usually the manager of the project.")
    due = forms.DateField(widget=DAY)

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = people.people_in(organisation)  # type: ignore[attr-defined]


class DeedForm(forms.Form):
    """``deeds`` are those open to whoever sees the form; whether one really is, the action decides."""

    deed = forms.ChoiceField(label="What you do", choices=FindingEvent.Deed.choices, widget=forms.RadioSelect)
    words = forms.CharField(label="In words", max_length=4000, widget=_words(3))
    until = forms.DateField(required=False, widget=DAY, label="Done until", help_text="If you agree.")

    def __init__(self, deeds: list[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = dict(FindingEvent.Deed.choices)
        self.fields["deed"].widget.choices = [(each, labels[each]) for each in deeds]
        if "agree" not in deeds:
            del self.fields["until"]


class FollowUpForm(forms.Form):
    project = forms.ModelChoiceField(queryset=Project.objects.none(), required=False, empty_label="All projects")
    owner = forms.ModelChoiceField(queryset=Person.objects.none(), required=False, empty_label="Everybody")
    overdue = forms.BooleanField(required=False, label="Overdue only")

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = projects.projects(organisation).filter(audit_findings__isnull=False).distinct()
        self.fields["project"].queryset = found  # type: ignore[attr-defined]
        owners = people.people_in(organisation).filter(owned_audit_findings__isnull=False).distinct()
        self.fields["owner"].queryset = owners  # type: ignore[attr-defined]

    @property
    def filters(self) -> dict[str, Any]:
        """What is valid of it."""
        self.is_valid()
        return self.cleaned_data
