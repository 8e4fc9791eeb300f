"""What people fill in about organisations and people."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.contrib.auth.forms import SetPasswordMixin

from plumbline.office.people.fiscal_year import MONTHS
from plumbline.office.people.models import Language, Membership, Organisation, Unit
from plumbline.office.people.queries import unit_tree
from plumbline.office.people.roles import Role

CURRENCY = r"^[A-Za-z]{3}$"


@cache
def time_zones() -> list[tuple[str, str]]:
    names = sorted(name for name in available_timezones() if "/" in name and not name.startswith(("Etc/", "posix/")))
    return [(name, name.replace("_", " ")) for name in ["UTC", *names]]


class TimeZoneField(forms.ChoiceField):
    def __init__(self, empty: str = "", **options: Any) -> None:
        super().__init__(choices=[*([("", empty)] if empty else []), *time_zones()], **options)


class CurrencyField(forms.RegexField):
    def __init__(self) -> None:
        super().__init__(
            CURRENCY, max_length=3, initial="EUR", error_messages={"invalid": "Three letters, for example EUR."}
        )


class UnitField(forms.ModelChoiceField):
    """A unit of one organisation, shown in outline order."""

    def __init__(self, organisation: Organisation, *, none: str = "No unit", **options: Any) -> None:
        super().__init__(Unit.objects.filter(organisation=organisation), required=False, **options)
        outline = [(str(each.unit.pk), f"{'— ' * each.depth}{each.unit.name}") for each in unit_tree(organisation)]
        self.choices = [("", none), *outline]


class SetUpForm(forms.Form):
    organisation_name = forms.CharField(label="Name of your organisation", max_length=120)
    person_name = forms.CharField(
        label="Your name", max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = forms.EmailField(
        label="Your email address", max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    password = forms.CharField(
        max_length=200,
        help_text="At least 10 characters.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    time_zone = TimeZoneField(initial="UTC")
    currency = CurrencyField()


class OrganisationForm(forms.Form):
    name = forms.CharField(max_length=120)
    time_zone = TimeZoneField()
    currency = CurrencyField()
    fiscal_year_starts_in = forms.TypedChoiceField(
        coerce=int,
        choices=list(enumerate(MONTHS, start=1)),
        help_text="A year that starts in January is named 2026, one that starts in April FY 2026/27.",
    )
    mail_language = forms.ChoiceField(
        label="Language of mail",
        choices=Language.choices,
        help_text="Of every mail that goes to people here. Pages and reports are in English.",
    )

    def __init__(self, organisation: Organisation, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.initial = {name: getattr(organisation, name) for name in self.fields}


class PeopleFilterForm(forms.Form):
    """Filters live in the address; one that makes no sense is as if it were not given."""

    search = forms.CharField(required=False, max_length=100)
    role = forms.ChoiceField(required=False, choices=[("", "Every role"), *Role.choices])
    left = forms.BooleanField(required=False, label="Those who left")

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"] = UnitField(organisation, none="Every unit")
        self.order_fields(["search", "role", "unit", "left"])

    def filters(self) -> dict[str, Any]:
        self.full_clean()
        given = self.cleaned_data
        return {
            "search": given.get("search", ""),
            "role": given.get("role", ""),
            "unit": given.get("unit"),
            "active": not given.get("left"),
        }


class AddPersonForm(forms.Form):
    email = forms.EmailField(label="Email address", max_length=254)
    name = forms.CharField(max_length=120)
    role = forms.ChoiceField(choices=Role.choices, initial=Role.PROJECT_MANAGER)

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"] = UnitField(organisation)


class MembershipForm(forms.Form):
    role = forms.ChoiceField(choices=Role.choices)

    def __init__(self, membership: Membership, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial={"role": membership.role, "unit": membership.unit_id})
        self.fields["unit"] = UnitField(membership.organisation)


class UnitForm(forms.Form):
    name = forms.CharField(max_length=120)

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"] = UnitField(organisation, none="Nothing: it is at the top", label="Part of")


class AccountForm(forms.Form):
    name = forms.CharField(max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    time_zone = TimeZoneField(empty="That of the organisation", required=False)


class FirstPasswordForm(SetPasswordMixin, forms.Form):
    password, repeated = SetPasswordMixin.create_password_fields("Password", "Password again")

    def clean(self) -> dict[str, Any]:
        self.validate_passwords("password", "repeated")
        return super().clean() or self.cleaned_data
