"""From a form or a button to an action and back: what the action refuses is shown where it was asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django import forms
from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import HttpRequest

Result = TypeVar("Result")


class SearchedBoxes(forms.CheckboxSelectMultiple):
    """Many boxes, found by typing a part of their words; without script they are all there to scroll."""


def attempt(form: forms.BaseForm, do: Callable[[], Result]) -> Result | None:
    """Does it if the form was sent and is valid; else ``None``, and the form tells what it or the action refused."""
    if not form.is_valid():
        return None
    try:
        return do()
    except ValidationError as refused:
        for field, errors in _by_field(refused).items():
            form.add_error(field if field in form.fields else None, errors)
        return None


def tried(request: HttpRequest, do: Callable[[], object], said: str) -> bool:
    """For a button without fields: does it and says so, or says what the action refused."""
    try:
        do()
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return False
    messages.success(request, said)
    return True


def _by_field(refused: ValidationError) -> dict[str, list[ValidationError]]:
    return refused.error_dict if hasattr(refused, "error_dict") else {NON_FIELD_ERRORS: refused.error_list}
