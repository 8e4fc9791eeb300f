"""What people fill in about policies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from plumbline.office.people import queries as people
from plumbline.office.people.models import Organisation, Person, Unit
from plumbline.office.people.roles import Role
from plumbline.office.policies.actions import Facts
from plumbline.office.policies.models import LONGEST_READING_DAYS, LONGEST_REVIEW_DAYS, Policy, PolicyDraft
from plumbline.office.policies.queries.policies import DRAFTED, HELD, WAITING, WITHDRAWN, Filters
from plumbline.office.policies.texts import MAX_BYTES

STATES = [
    ("", "Not withdrawn"),
    (HELD, "Published"),
    (DRAFTED, "With a draft"),
    (WAITING, "Waiting for approval"),
    (WITHDRAWN, "Withdrawn"),
]


def text_field() -> forms.CharField:
    return forms.CharField(
        label="What it says",
        strip=False,
        max_length=MAX_BYTES,
        help_text="Markdown: ## for a heading, - for a list, **bold**. 64 KB at most.",
        widget=forms.Textarea(attrs={"rows": 24}),
    )


class FactsForm(forms.Form):
    """All about a policy but its text."""

    title = forms.CharField(max_length=200)
    kind = forms.ChoiceField(choices=Policy.Kind.choices)
    area = forms.CharField(required=False, max_length=80, help_text="What it is about: Planning, Money, Contracts.")
    owner = forms.ModelChoiceField(
        queryset=Person.objects.none(), help_text="Who answers for it and looks at it again in time."
    )
    review_days = forms.IntegerField(
        label="Looked at again after (days)", min_value=1, max_value=LONGEST_REVIEW_DAYS, initial=365
    )
    concerns = forms.ChoiceField(
        label="Whom does it concern?",
        choices=Policy.Concerns.choices,
        initial=Policy.Concerns.EVERYBODY,
        widget=forms.RadioSelect,
    )
    roles = forms.MultipleChoiceField(
        required=False,
        label="Which roles",
        choices=Role.choices,
        help_text="Counts where it concerns some roles.",
        widget=forms.CheckboxSelectMultiple,
    )
    units = forms.ModelMultipleChoiceField(
        queryset=Unit.objects.none(),
        required=False,
        label="Which units",
        help_text="Counts where it concerns some units.",
        widget=forms.CheckboxSelectMultiple,
    )
    reading_days = forms.IntegerField(
        required=False,
        label="To be read within (days)",
        min_value=1,
        max_value=LONGEST_READING_DAYS,
        help_text="Left empty, nobody is asked to say that they have read it.",
    )

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = people.people_in(organisation)  # type: ignore[attr-defined]
        self.fields["units"].queryset = Unit.objects.filter(organisation=organisation)  # type: ignore[attr-defined]
        outline = [(each.unit.pk, f"{'— ' * each.depth}{each.unit.name}") for each in people.unit_tree(organisation)]
        self.fields["units"].choices = outline  # type: ignore[attr-defined]

    def facts(self) -> Facts:
        return Facts(**{name: self.cleaned_data[name] for name in Facts.__dataclass_fields__})


class BeginForm(FactsForm):
    text = text_field()


def facts_of(policy: Policy) -> dict[str, Any]:
    """What the form begins with."""
    plain = ("title", "kind", "area", "owner", "review_days", "concerns", "reading_days")
    many = {"roles": [each.role for each in policy.roles.all()], "units": list(policy.units.all())}
    return {name: getattr(policy, name) for name in plain} | many


class DraftForm(forms.Form):
    text = text_field()
    what_changed = forms.CharField(
        required=False, max_length=300, label="What changes, in a sentence", help_text="Its readers see it first."
    )
    minor = forms.BooleanField(
        required=False, label="A small correction: whoever has read the version before need not read it again"
    )

    def __init__(self, policy: Policy, draft: PolicyDraft | None, data: Mapping[str, Any] | None = None) -> None:
        text = policy.current.text if policy.current else ""
        initial = (
            {"text": draft.text, "what_changed": draft.what_changed, "minor": draft.minor} if draft else {"text": text}
        )
        super().__init__(data, initial=initial)
        if policy.current is None:
            del self.fields["what_changed"], self.fields["minor"]


class DecisionForm(forms.Form):
    decision = forms.ChoiceField(
        label="Decision",
        choices=[("approve", "Approve and publish it"), ("back", "Send it back to be changed")],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        required=False,
        max_length=2000,
        label="What has to change",
        help_text="Needed to send it back.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ReadForm(forms.Form):
    """The version that was on the page comes along, so that nobody is said to have read what came after it."""

    number = forms.IntegerField(min_value=1, max_value=1_000_000)


class ReviewForm(forms.Form):
    note = forms.CharField(
        required=False, max_length=2000, help_text="What you looked at.", widget=forms.Textarea(attrs={"rows": 2})
    )


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        max_length=2000, help_text="Everybody who looks for it reads this.", widget=forms.Textarea(attrs={"rows": 3})
    )


class FilterForm(forms.Form):
    """Filters live in the address; one that makes no sense is as if it were not given."""

    search = forms.CharField(required=False, max_length=100)
    kind = forms.ChoiceField(required=False, choices=[("", "Every kind"), *Policy.Kind.choices])
    state = forms.ChoiceField(required=False, choices=STATES)
    overdue = forms.BooleanField(required=False, label="Review overdue")

    def filters(self) -> Filters:
        self.full_clean()
        given = self.cleaned_data
        return Filters(
            search=given.get("search", ""),
            kind=given.get("kind", ""),
            state=given.get("state", ""),
            overdue=bool(given.get("overdue")),
        )


class CompareForm(forms.Form):
    before = forms.TypedChoiceField(coerce=int, label="Before")
    after = forms.TypedChoiceField(coerce=int, label="After")

    def __init__(self, numbers: list[int], data: Mapping[str, Any]) -> None:
        latest, one_before = numbers[0], numbers[min(1, len(numbers) - 1)]
        super().__init__({"before": data.get("before", one_before), "after": data.get("after", latest)})
        for name in ("before", "after"):
            self.fields[name].choices = [(each, f"Version {each}") for each in numbers]  # type: ignore[attr-defined]
