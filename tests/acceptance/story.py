"""Who and what a scenario has told of so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from acceptance.plan_files import PLANS
from plumbline.office.foundation.worker import run_waiting_tasks
from plumbline.office.people.actions import add_person, create_organisation
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import create_portfolio, create_project
from plumbline.office.projects.models import Portfolio, Project
from plumbline.office.standards.actions import publish_builtin


@dataclass
class Story:
    """``page`` is the last answer somebody got, ``address`` where it came from."""

    organisations: dict[str, Organisation] = field(default_factory=dict)
    projects: dict[str, Project] = field(default_factory=dict)
    clients: dict[str, Client] = field(default_factory=dict)
    page: Any = None
    address: str = ""

    def organisation(self, name: str = "Harbour Works") -> Organisation:
        """Set up with the predictive standard when it is first told of."""
        if name not in self.organisations:
            self.organisations[name] = create_organisation(name=name, by=None, time_zone="Europe/Lisbon")
            publish_builtin(self.organisations[name], "predictive", by=None)
        return self.organisations[name]

    def enrol(self, name: str, role: Role, organisation: str = "Harbour Works") -> Person:
        """A person of the organisation, signed in."""
        place = self.organisation(organisation)
        email = f"{name.lower().replace(' ', '.')}@{place.slug}.example"
        person = add_person(place, by=None, email=email, name=name, role=role).person
        self.clients[name] = Client()
        self.clients[name].force_login(person, "allauth.account.auth_backends.AuthenticationBackend")
        return person

    def portfolio(self, organisation: str = "Harbour Works") -> Portfolio:
        owner = self.organisation(organisation)
        return owner.portfolios.first() or create_portfolio(owner, by=None, name="Quays")

    def add_project(self, name: str, manager: Person | None = None, organisation: str = "Harbour Works") -> Project:
        portfolio = self.portfolio(organisation)
        code = f"P-{len(self.projects) + 1}"
        self.projects[name] = create_project(
            portfolio.organisation, by=None, code=code, name=name, portfolio=portfolio, manager=manager
        )
        return self.projects[name]

    def open(self, who: str, path: str, organisation: str = "Harbour Works") -> Any:
        """``path`` is within the organisation."""
        self.address = f"/o/{self.organisation(organisation).slug}/{path}"
        self.page = self.clients[who].get(self.address)
        return self.page

    def project_path(self, name: str = "Quay crossing") -> str:
        return f"projects/{self.projects[name].pk}/"

    def upload(self, who: str, plan: str) -> Any:
        """Hands the file in by the upload page, and waits until a worker has read it."""
        address = f"/o/{self.organisation().slug}/{self.project_path()}upload/"
        sent = self.clients[who].post(address, {"plan": SimpleUploadedFile(plan, PLANS[plan])})
        run_waiting_tasks()
        if sent.status_code != 302:
            self.page = sent
            return self.page
        self.address = sent["Location"]
        self.page = self.clients[who].get(self.address)
        return self.page

    def confirm(self, who: str, message: str) -> Any:
        """Confirms what was read, and waits until a worker has recorded and assessed it."""
        sent = self.clients[who].post(f"{self.address}confirm/", {"chosen": "0", "message": message})
        assert sent.status_code == 302, sent.status_code
        run_waiting_tasks()
        self.page = self.clients[who].get(self.address)
        return self.page
