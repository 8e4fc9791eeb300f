"""Pages about organisations and people."""

from plumbline.office.people.views.looks import colour, logo, look, remove_picture
from plumbline.office.people.views.members import add, come_back, leave, link, member, people
from plumbline.office.people.views.organisation import settings, unit, units
from plumbline.office.people.views.site import account, first_password, home, organisations
from plumbline.office.people.views.working_times import export_days, holidays, import_days, remove_day, week

__all__ = [
    "account",
    "add",
    "colour",
    "come_back",
    "export_days",
    "first_password",
    "holidays",
    "home",
    "import_days",
    "leave",
    "link",
    "logo",
    "look",
    "member",
    "organisations",
    "people",
    "remove_day",
    "remove_picture",
    "settings",
    "unit",
    "units",
    "week",
]
