"""What people fill in about test runs."""

from __future__ import annotations

from typing import Any

from django import forms

from plumbline.office.acceptance.models import Criterion
from plumbline.office.projects.models import Project
from plumbline.office.test_runs.models import Status
from plumbline.office.test_runs.models.runs import LONGEST_NAME
from plumbline.office.test_runs.queries import ResultFilter


class UploadForm(forms.Form):
    results = forms.FileField(
        label="File of results", help_text="JUnit XML, Cucumber messages (NDJSON) or Cucumber JSON."
    )
    revision = forms.CharField(
        required=False, max_length=120, help_text="The commit that was tested, where the file does not say it."
    )
    branch = forms.CharField(required=False, max_length=200)


class ResultForm(forms.Form):
    status = forms.ChoiceField(
        required=False, choices=[("", "Any result"), ("red", "All that failed"), *Status.choices], label="Result"
    )
    words = forms.CharField(required=False, max_length=100, label="Words", help_text="in name, place or message")

    @property
    def chosen(self) -> ResultFilter:
        """What does not fit is left out."""
        self.is_valid()
        given = getattr(self, "cleaned_data", {})
        return ResultFilter(given.get("status") or "", given.get("words") or "")


class RuleForm(forms.Form):
    pattern = forms.CharField(
        max_length=LONGEST_NAME,
        label="Name of the test",
        help_text="As it stands in a run, alone or as place::name. * stands for anything: tests/signals*",
    )
    criterion = forms.ModelChoiceField(queryset=Criterion.objects.none(), empty_label="Choose a criterion")

    def __init__(self, project: Project, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        criteria = Criterion.objects.filter(project=project, withdrawn_at=None).order_by("number")
        self.fields["criterion"].queryset = criteria  # type: ignore[attr-defined]


class MapFileForm(forms.Form):
    map = forms.FileField(
        label="Map file", help_text="CSV or XLSX with the columns test and criterion: tests/signals*, AC-12."
    )
