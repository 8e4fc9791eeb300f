"""How the sign-in library meets our people: nobody signs up by themselves, and a person is called by name."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from plumbline.office.people.models import Person


class SignInAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


def name_of(person: Person) -> str:
    return person.name
