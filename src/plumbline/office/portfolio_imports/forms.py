"""Handing a file in, saying how it is laid out, and what its columns mean."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from pydantic import ValidationError as InvalidSpec

from plumbline.office.foundation.tabular import Limits
from plumbline.office.portfolio_imports.column_map import ORDERS, SCALES, TARGETS, MapSpec
from plumbline.office.portfolio_imports.models import PortfolioImport

MOST_BYTES = Limits().size
COLOURS = ("green", "amber", "red")


class UploadForm(forms.Form):
    file = forms.FileField(
        label="The file",
        help_text="CSV or Excel (.xlsx), at most 20 MB: one project in each row, or in each column.",
        error_messages={"required": "Choose the file first.", "empty": "This file is empty. Export it again."},
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt,.tsv,.xlsx,.xlsm"}),
    )

    def clean_file(self) -> Any:
        given = self.cleaned_data["file"]
        if given.size > MOST_BYTES:
            raise forms.ValidationError("The file is larger than 20 MB. Export a smaller part of it.")
        return given


class ChooseForm(forms.Form):
    chosen = forms.ChoiceField(label="Map")

    def __init__(self, maps: dict[str, MapSpec], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chosen"].choices = [(key, spec.name) for key, spec in maps.items()]  # type: ignore[attr-defined]


class LayoutForm(forms.Form):
    sheet = forms.ChoiceField(required=False)
    header_row = forms.IntegerField(min_value=1, max_value=100, label="Row of the headings")
    transposed = forms.BooleanField(required=False, label="One project in each column, headings in the first")

    def __init__(self, found: PortfolioImport, sent: QueryDict | None = None) -> None:
        super().__init__(sent, initial=found.spec)
        if found.sheets:
            self.fields["sheet"].choices = [("", "The first sheet"), *((each, each) for each in found.sheets)]  # type: ignore[attr-defined]
        else:
            del self.fields["sheet"]


def _lines(label: str, help_text: str) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 5})
    return forms.CharField(required=False, max_length=4000, label=label, help_text=help_text, widget=area)


class MapForm(forms.Form):
    """One choice for each column of the file, ``column_0`` and on, and what holds for all rows."""

    name = forms.CharField(max_length=120, label="Name of the map")
    as_of = forms.DateField(
        required=False,
        label="The day that the file speaks of",
        help_text="For rows whose own column does not say it.",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    portfolio = forms.CharField(
        required=False, max_length=160, label="Portfolio", help_text="For rows whose own column does not say it."
    )
    date_order = forms.ChoiceField(
        required=False, choices=list(ORDERS.items()), label="Dates such as 03/04 are written"
    )
    money_scale = forms.TypedChoiceField(coerce=int, choices=list(SCALES.items()), label="Money is given")
    decimal_mark = forms.ChoiceField(choices=[(".", "1,234.50"), (",", "1.234,50")], label="Money is written")
    family = forms.SlugField(
        max_length=60,
        label="Family",
        help_text="One name for the yearly files of a portfolio: a project is known again in them by its key or name.",
    )
    match_names = forms.BooleanField(required=False, label="Know projects again by their name where the key is new")
    code_prefix = forms.CharField(required=False, max_length=20, label="Begin every code with")
    rating_scale = forms.CharField(
        required=False,
        max_length=40,
        label="Scale of the ratings",
        help_text="Ratings are compared within one scale only.",
    )
    ratings = _lines(
        "Ratings, best first", "One a line: Amber/Green = amber. Nothing after the sign leaves it without a colour."
    )
    not_given = _lines("Cells that give no value", "One a line: what they begin with, such as Exempt.")
    skip = _lines("Rows to leave out", "One a line: what the name of such a row begins with, such as Total.")
    keep = forms.BooleanField(required=False, initial=True, label="Keep this map for the next file")

    def __init__(self, found: PortfolioImport, sent: QueryDict | None = None) -> None:
        spec = found.spec
        fills = {heading: name for name, headings in spec.get("columns", {}).items() for heading in headings}
        initial = {**spec, **{name: "\n".join(spec.get(name, [])) for name in ("not_given", "skip")}}
        initial["ratings"] = "\n".join(f"{word} = {colour}" for word, colour in spec.get("ratings", []))
        super().__init__(sent, initial={"keep": True, **initial})
        self.found = found
        choices = [("", "not used"), *((each.name, each.title) for each in TARGETS.values())]
        for place, column in enumerate(found.columns):
            self.fields[f"column_{place}"] = forms.ChoiceField(
                required=False, choices=choices, label=column["heading"], initial=fills.get(column["heading"], "")
            )

    def columns(self) -> list[tuple[forms.BoundField, list[str]]]:
        return [(self[f"column_{place}"], each["samples"]) for place, each in enumerate(self.found.columns)]

    def options(self) -> list[forms.BoundField]:
        return [field for field in self if not field.name.startswith("column_")]

    def clean_ratings(self) -> dict[str, str]:
        ratings: dict[str, str] = {}
        for line in _said(self.cleaned_data["ratings"]):
            word, _, colour = (part.strip() for part in line.rpartition("="))
            if not word or colour.lower() not in ("", *COLOURS):
                raise forms.ValidationError(
                    f"“{line[:60]}”: write a rating, the sign =, and green, amber, red or nothing."
                )
            ratings[word] = colour.lower()
        return ratings

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors:
            try:
                given["spec"] = self._spec(given)
            except InvalidSpec as invalid:
                for error in invalid.errors():
                    self._refuse(error)
        return given

    def _spec(self, given: dict[str, Any]) -> MapSpec:
        columns: dict[str, list[str]] = {}
        for place, column in enumerate(self.found.columns):
            if target := given[f"column_{place}"]:
                columns.setdefault(target, []).append(column["heading"])
        kept = {name: given[name] for name in given if name in MapSpec.model_fields}
        kept |= {name: _said(given[name]) for name in ("not_given", "skip")}
        return MapSpec.model_validate({**self.found.spec, **kept, "columns": columns})

    def _refuse(self, error: Any) -> None:
        field = str(error["loc"][0]) if error["loc"] else ""
        message = str(error["msg"]).removeprefix("Value error, ")
        self.add_error(field if field in self.fields else None, message)


def _said(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
