"""The form of one kind of entry, made from what the kind says about its columns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms

from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_with
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Project
from plumbline.office.registers.kinds import Column, RegisterKind
from plumbline.office.registers.models import SCALE, Entry

LONGEST = {"title": 200, "category": 80, "outside_party": 160}
NOT_RATED = [("", "Not rated"), *SCALE]


class PeopleChoice(forms.ModelChoiceField):
    """People of the organisation who may see registers; somebody already named stays a choice after leaving."""

    def __init__(self, organisation: Organisation, named: tuple[int | None, ...] = (), **kwargs: Any) -> None:
        known = people_with(organisation, "see_registers").values_list("pk", flat=True)
        people = Person.objects.filter(pk__in=[*known, *filter(None, named)])
        super().__init__(people, required=kwargs.pop("required", False), empty_label="Nobody yet", **kwargs)


def date_input() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class EntryForm(forms.Form):
    """``fast`` has only what the line for adding holds. ``seen`` is the version of the entry that was read."""

    def __init__(
        self,
        kind: RegisterKind,
        project: Project,
        *args: Any,
        entry: Entry | None = None,
        fast: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kind, self.project, self.entry = kind, project, entry
        columns = [each for each in kind.columns if not fast or each.fast or each.name == "title"]
        for each in columns:
            self.fields[each.name] = _MAKERS[each.name](self, each)
        if entry is not None:
            self._about(entry)
        if fast:
            for field in self.fields.values():
                field.help_text = ""
            self.fields["title"].widget.attrs |= {"autocomplete": "off", "placeholder": kind.columns[0].label}

    def _about(self, entry: Entry) -> None:
        states = dict(self.kind.open_states)
        if entry.state not in states:
            states = {entry.state: self.kind.words_for(entry.state)}  # type: ignore[dict-item]
        self.fields["state"] = forms.ChoiceField(choices=list(states.items()))
        self.fields["seen"] = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)
        self.initial = {name: getattr(entry, name) for name in self.fields if name != "seen"} | {"seen": entry.version}
        for name in ("owner", "decider", "other_project"):
            if name in self.fields:
                self.initial[name] = getattr(entry, f"{name}_id")

    @property
    def organisation(self) -> Organisation:
        return self.project.organisation

    @property
    def named(self) -> tuple[int | None, ...]:
        return (self.entry.owner_id, self.entry.decider_id) if self.entry else ()


def _line(form: EntryForm, column: Column) -> forms.Field:
    return forms.CharField(
        max_length=LONGEST[column.name], required=column.required, label=column.label, help_text=column.help
    )


def _text(form: EntryForm, column: Column) -> forms.Field:
    area = forms.Textarea(attrs={"rows": 4})
    return forms.CharField(max_length=4000, required=False, label=column.label, help_text=column.help, widget=area)


def _person(form: EntryForm, column: Column) -> forms.Field:
    return PeopleChoice(form.organisation, form.named, label=column.label, help_text=column.help)


def _day(form: EntryForm, column: Column) -> forms.Field:
    return forms.DateField(required=False, label=column.label, help_text=column.help, widget=date_input())


def _step(form: EntryForm, column: Column) -> forms.Field:
    return forms.TypedChoiceField(
        choices=NOT_RATED, coerce=int, empty_value=None, required=False, label=column.label, help_text=column.help
    )


def _money(form: EntryForm, column: Column) -> forms.Field:
    label = f"{column.label}, in {form.organisation.currency}"
    least = None if form.kind.name == "change" else 0
    return forms.DecimalField(
        max_digits=16, decimal_places=2, min_value=least, required=False, label=label, help_text=column.help
    )


def _project(form: EntryForm, column: Column) -> forms.Field:
    found = projects.projects(form.organisation).exclude(pk=form.project.pk)
    return forms.ModelChoiceField(found, required=False, empty_label="None", label=column.label, help_text=column.help)


_MAKERS: dict[str, Callable[[EntryForm, Column], forms.Field]] = {
    "title": _line,
    "description": _text,
    "response": _text,
    "category": _line,
    "outside_party": _line,
    "owner": _person,
    "decider": _person,
    "due_on": _day,
    "probability": _step,
    "impact": _step,
    "amount": _money,
    "other_project": _project,
}
