"""How the sign-in library meets our people: nobody signs up by themselves, and a person is called by name."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.core.mail import EmailMessage
from django.http import HttpRequest

from plumbline.office.people.models import Language, Person
from plumbline.office.people.queries import mail_language_for


class SignInAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def render_mail(
        self, template_prefix: str, email: str, context: dict[str, Any], headers: Any = None
    ) -> EmailMessage:
        """Each mail of the library has its German words in a folder beside the English ones."""
        if mail_language_for(email) == Language.GERMAN:
            template_prefix = template_prefix.replace("account/email/", "account/email/de/")
        return super().render_mail(template_prefix, email, context, headers)


def name_of(person: Person) -> str:
    return person.name
