"""Somebody who opens pages at random, fills in their forms with whatever comes to hand, and sends them."""

from __future__ import annotations

import io
import random
import re
import zipfile
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.test import Client

from plumbline.office.archive.ownership import owned_models
from plumbline.office.people.models import Organisation, Person
from web.addresses import VALUES, Address

STAYS_OUT_OF = {"people:leave", "people:member", "archive:delete", "archive:confirm"}
"""Otherwise nobody might be left to look."""


@dataclass
class Form:
    action: str
    values: dict[str, list[str]] = field(default_factory=dict)
    typed: set[str] = field(default_factory=set)


class FormsOf(HTMLParser):
    """The forms of a page that are sent by POST."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._open: Form | None = None
        self._select = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form" and given.get("method", "").lower() == "post":
            self._open = Form(given.get("action", ""))
            self.forms.append(self._open)
        elif self._open and tag in ("input", "textarea") and given.get("name"):
            name, kind = given["name"], given.get("type", "text")
            if kind != "file":
                self._open.values.setdefault(name, []).append(given.get("value", "on"))
            if tag == "textarea" or kind in ("text", "search", "email", "url"):
                self._open.typed.add(name)
        elif self._open and tag == "select" and given.get("name"):
            self._select = given["name"]
            self._open.values.setdefault(self._select, [])
        elif self._open and tag == "option" and self._select:
            self._open.values[self._select].append(given.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None
        elif tag == "select":
            self._select = ""


def _rows(model: type[Model], organisation: int) -> Any:
    """People belong to several organisations; everything else that has a page belongs to one."""
    if model is Person:
        return Person.objects.filter(memberships__organisation=organisation)
    return owned_models()[model._meta.label].rows(organisation)


@dataclass
class Monkey:
    """``word`` is in everything that it types."""

    organisation: Organisation
    people: list[Person]
    word: str
    neighbour: Organisation
    chance: random.Random

    def path(self, address: Address, of: Organisation | None = None) -> str | None:
        """With numbers of its own things, or of the other's; nothing where there is none."""
        from django.urls import reverse

        kwargs: dict[str, Any] = {}
        for parameter in address.parameters[1:]:
            if parameter in VALUES:
                kwargs[parameter] = VALUES[parameter]
                continue
            model = address._model(parameter.removesuffix("_id"))
            assert model is not None
            keys = list(_rows(model, (of or self.organisation).pk).order_by("pk").values_list("pk", flat=True)[:5])
            if not keys:
                return None
            kwargs[parameter] = self.chance.choice(keys)
        return reverse(address.name, kwargs={"organisation": self.organisation.slug, **kwargs})

    def act(self, address: Address) -> list[str]:
        """What it was answered, page after page. Half of the time it tries numbers of its neighbour's things."""
        of = self.chance.choice([self.organisation, self.neighbour])
        path = self.path(address, of)
        if path is None or address.name in STAYS_OUT_OF:
            return []
        client = client_of(self.chance.choice(self.people))
        answers = []
        try:
            with transaction.atomic():
                page = text_of(client.get(path))
                answers.append(page)
                forms = [each for each in FormsOf(page).forms if self.organisation.slug in (each.action or path)]
                if forms:
                    form = self.chance.choice(forms)
                    answers.append(text_of(client.post(form.action or path, self._filled(form), follow=True)))
        except Exception:
            pass  # whether pages fail is what other tests are about
        return answers

    def _filled(self, form: Form) -> dict[str, str]:
        filled = {}
        for name, values in form.values.items():
            value = self.chance.choice(values) if values else ""
            if name in form.typed:
                value = value if value and self.chance.random() < 0.3 else f"{self.word} {self.chance.randrange(99)}"
                value = value.replace(" ", "") + "@monkey.example" if "email" in name else value
            elif value.isdigit() and self.chance.random() < 0.3:
                value = str(self.chance.randrange(1, 40))
            filled[name] = value
        return filled


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(person, "allauth.account.auth_backends.AuthenticationBackend")
    return client


def text_of(answer: Any) -> str:
    """What an answer says, also inside workbooks and archives; without tokens, which spell any short word one day."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            content = b"\n".join(each.encode() + file.read(each) for each in file.namelist())
    return re.sub(r"\b[A-Za-z0-9]{64}\b", "", content.decode(errors="replace")).lower()
