"""What somebody chooses to see of a plan. The queries read it back from the address."""

from __future__ import annotations

from typing import Any

from django import forms

from plumbline.office.projects import queries
from plumbline.office.projects.models import PlanVersion, Project
from plumbline.office.projects.queries.gantt_rows import ZOOMS
from plumbline.office.projects.queries.plan_columns import PRESETS
from plumbline.office.projects.queries.plan_filters import CHANGED, MOST_LEVELS, SHOWN

SEARCH = forms.TextInput(attrs={"type": "search"})


def version_words(version: PlanVersion) -> str:
    dated = f" · {version.data_date.day} {version.data_date:%b %Y}" if version.data_date else ""
    return f"{version.number}{dated}"


class VersionChoice(forms.ModelChoiceField):
    """Versions are known by their number, in addresses too."""

    def __init__(self, project: Project, **options: Any) -> None:
        super().__init__(queries.versions(project), to_field_name="number", **options)

    def label_from_instance(self, version: PlanVersion) -> str:
        return version_words(version)


class PlanFilterForm(forms.Form):
    text = forms.CharField(required=False, max_length=100, label="Id or name", widget=SEARCH)
    show = forms.ChoiceField(
        required=False,
        choices=[("", "Every activity"), *((key, title) for key, (title, _) in SHOWN.items()), (CHANGED, "Changed")],
    )
    depth = forms.ChoiceField(
        required=False,
        label="Outline",
        choices=[("", "All levels"), *((str(each), f"To level {each}") for each in range(1, MOST_LEVELS + 1))],
    )

    def __init__(self, project: Project, current: PlanVersion, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["version"] = VersionChoice(project, required=False, empty_label=None, initial=current.number)
        if "version" not in self.data:
            self.data = {**{key: self.data[key] for key in self.data}, "version": current.number}


class PlanTableForm(PlanFilterForm):
    columns = forms.ChoiceField(required=False, choices=[(key, title) for key, (title, _) in PRESETS.items()])


class GanttForm(PlanFilterForm):
    zoom = forms.ChoiceField(
        required=False, choices=[("", "The whole plan"), *((key, title) for key, (title, _) in ZOOMS.items())]
    )
    draw = forms.ChoiceField(
        required=False,
        choices=[("", "With baseline"), ("links", "With driving links"), ("all", "With both"), ("bars", "Bars alone")],
    )


class CompareForm(forms.Form):
    text = forms.CharField(required=False, max_length=100, label="Id or name", widget=SEARCH)

    def __init__(self, project: Project, before: PlanVersion, after: PlanVersion, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["before"] = VersionChoice(project, required=False, empty_label=None, label="From version")
        self.fields["after"] = VersionChoice(project, required=False, empty_label=None, label="To version")
        self.order_fields(["before", "after", "text"])
        self.data = {**{key: self.data[key] for key in self.data}, "before": before.number, "after": after.number}
