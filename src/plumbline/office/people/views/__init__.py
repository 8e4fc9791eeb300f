"""Pages about organisations and people."""

from plumbline.office.people.views.members import add, come_back, leave, link, member, people
from plumbline.office.people.views.organisation import settings, unit, units
from plumbline.office.people.views.site import account, first_password, home, organisations

__all__ = [
    "account",
    "add",
    "come_back",
    "first_password",
    "home",
    "leave",
    "link",
    "member",
    "organisations",
    "people",
    "settings",
    "unit",
    "units",
]
