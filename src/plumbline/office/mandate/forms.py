"""What people fill in about the mandate of their office."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from plumbline.office.mandate import catalogue_of
from plumbline.office.mandate.models import (
    Authority,
    Challenge,
    Mandate,
    OfPlace,
    Post,
    Responsibility,
    RoadmapItem,
    SuccessMeasure,
)
from plumbline.office.people.models import Organisation, Person, Unit
from plumbline.office.people.queries import people_in
from plumbline.office.services.models import Service

LONG = {"rows": 4}
LABELS = {
    "above": "Reports to",
    "budget": "Budget for a year",
    "control": "How much it controls",
    "covers": "Which projects it is for",
    "does": "What whoever has it does",
    "due_on": "Done by",
    "heads": "People wanted",
    "is_milestone": "It is a milestone",
    "kind": "The office",
    "mandate": "What it is charged with, and by whom",
    "metric": "Measured by",
    "office_name": "What the office is called",
    "post": "In which post",
    "reach": "Whom it serves",
    "reports_to": "The post it reports to",
    "review_on": "To be reviewed on",
    "starts_on": "Begins",
    "sunset": "When it ends, or is asked whether it should",
    "target_on": "To be reached by",
    "what": "What",
    "why": "Why",
}


SAID = {
    "budget": "In the currency of the organisation.",
    "covers": "From which size, from which departments.",
    "heads": "In full-time terms.",
    "metric": "Without a baseline, what it says now becomes the baseline.",
    "why": "How it shows here, and what it costs.",
}


class OfOrganisationForm(forms.ModelForm):
    """Offers only what belongs to the organisation."""

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = {
            Person: people_in(organisation),
            Unit: Unit.objects.filter(organisation=organisation),
            Post: Post.objects.filter(organisation=organisation).exclude(pk=self.instance.pk),
            Challenge: Challenge.objects.filter(organisation=organisation),
        }
        for name, field in self.fields.items():
            if isinstance(field, forms.ModelChoiceField) and field.queryset is not None:
                field.queryset = offered[field.queryset.model]
                field.empty_label = field.empty_label and "None"
            if isinstance(field, forms.DateField):
                field.widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs |= LONG
            if name in LABELS:
                field.label, field.help_text = LABELS[name], SAID.get(name, "")


def mandate_form(fields: tuple[str, ...]) -> Any:
    return forms.modelform_factory(Mandate, OfOrganisationForm, fields=fields)


class MeasuredForm(OfOrganisationForm):
    metric = forms.ChoiceField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(name, f"{each.title} ({each.unit})") for name, each in catalogue_of.metrics().items()]
        self.fields["metric"].choices = [("", "Nothing that is measured here"), *known]  # type: ignore[attr-defined]


class ChallengeForm(MeasuredForm):
    class Meta:
        model = Challenge
        fields = ("title", "why", "metric", "baseline", "target", "target_on")


class MeasureForm(MeasuredForm):
    class Meta:
        model = SuccessMeasure
        fields = ("title", "metric", "baseline", "target", "target_on", "value", "value_on")
        help_texts = {"value": "What it is now, if it is not measured here."}


class AuthorityForm(OfOrganisationForm):
    class Meta:
        model = Authority
        fields = ("kind", "what", "post")


class ResponsibilityForm(OfOrganisationForm):
    class Meta:
        model = Responsibility
        fields = ("title", "detail")


class LevelsField(forms.CharField):
    """Lines of “competency: level” to a dictionary and back."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(f"{title}: {level}" for title, level in value.items()) if isinstance(value, dict) else value

    def clean(self, value: Any) -> dict[str, int]:
        found: dict[str, int] = {}
        for line in (super().clean(value) or "").splitlines():
            title, _, level = line.rpartition(":")
            if not line.strip():
                continue
            if not title.strip() or level.strip() not in {"1", "2", "3", "4", "5"}:
                raise ValidationError(f"“{line.strip()[:80]}” is no competency with a level, as in “Coaching: 3”.")
            found[title.strip()] = int(level)
        return found

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.prepare_value(initial) != data)


class PostForm(OfOrganisationForm):
    competencies = LevelsField(
        required=False,
        max_length=2000,
        help_text="One a line with the level wanted, from 1 (begins) to 5 (leads others): Coaching: 3",
    )

    class Meta:
        model = Post
        fields = ("title", "does", "above", "heads", "competencies")


class RoadmapItemForm(OfOrganisationForm):
    class Meta:
        model = RoadmapItem
        fields = ("title", "why", "challenge", "owner", "starts_on", "due_on", "is_milestone", "done_on")


PART_FORMS: dict[type[OfPlace], type[OfOrganisationForm]] = {
    each.Meta.model: each
    for each in (ChallengeForm, AuthorityForm, ResponsibilityForm, PostForm, MeasureForm, RoadmapItemForm)
}


class CommonChallengesForm(forms.Form):
    keys = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, label="Common challenges")

    def __init__(self, taken: set[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(each.key, each.title) for each in catalogue_of.challenges().values() if each.key not in taken]
        self.fields["keys"].choices = offered  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    challenge = forms.ModelChoiceField(queryset=Challenge.objects.none(), empty_label=None)
    service = forms.ModelChoiceField(queryset=Service.objects.none(), empty_label=None)
    how = forms.CharField(required=False, max_length=300)

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["challenge"].queryset = Challenge.objects.filter(organisation=organisation)  # type: ignore[attr-defined]
        offered = Service.objects.filter(organisation=organisation, archived_at=None)
        self.fields["service"].queryset = offered  # type: ignore[attr-defined]


class HolderForm(forms.Form):
    person = forms.ModelChoiceField(queryset=Person.objects.none(), empty_label=None)
    share = forms.IntegerField(min_value=1, max_value=100, initial=100, label="Percent of a full week")
    levels = LevelsField(required=False, max_length=2000, label="How able they are", help_text="Coaching: 3")

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people_in(organisation)  # type: ignore[attr-defined]
        self.fields["levels"].widget.attrs |= LONG


class DecisionForm(forms.Form):
    note = forms.CharField(required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
