"""The steps of the guide: each with a form, and with answers that are sound before anybody gives any."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms

from plumbline.engine.standard.control import Degree
from plumbline.office.founding.choices import ROADMAP, USUAL_CHALLENGES
from plumbline.office.founding.forms import CultureForm
from plumbline.office.founding.queries import CHOICES
from plumbline.office.mandate import catalogue_of
from plumbline.office.mandate.models import Mandate
from plumbline.office.people.roles import Role
from plumbline.office.services.built_in import offers

MOST_OWN = 5
ROWS = len(ROADMAP)
INVITED = (Role.EXECUTIVE, Role.PMO_MANAGER, Role.PMO_STAFF, Role.PROJECT_MANAGER)


class ChallengesForm(forms.Form):
    chosen = forms.MultipleChoiceField(
        required=False,
        label="What is wrong today?",
        widget=forms.CheckboxSelectMultiple,
        choices=lambda: [(each.key, each.title) for each in catalogue_of.challenges().values()],
    )
    own = forms.CharField(
        required=False,
        max_length=800,
        label="In your own words",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=f"One on each line, at most {MOST_OWN}.",
    )

    def clean_own(self) -> str:
        lines = [each.strip() for each in self.cleaned_data["own"].splitlines() if each.strip()]
        if len(lines) > MOST_OWN or any(len(each) > 160 for each in lines):
            raise forms.ValidationError(f"Give at most {MOST_OWN} lines of at most 160 characters.")
        return "\n".join(lines)

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if not self.errors and not found["chosen"] and not found["own"]:
            raise forms.ValidationError("Choose at least one challenge, or write one: an office needs a reason.")
        return found


class AuthorityForm(forms.Form):
    office_name = forms.CharField(max_length=120, label="What is the office called?")
    reach = forms.ChoiceField(choices=Mandate.Reach.choices, label="How far does it reach?")
    control = forms.ChoiceField(
        label="How firmly does it control?",
        choices=[
            (Degree.SUPPORTIVE.value, "Supportive: it helps and advises. It may be ignored, and is welcome"),
            (Degree.CONTROLLING.value, "Controlling: rules count. Who sets one aside says why"),
            (Degree.DIRECTIVE.value, "Directive: serious faults stop a project. It needs a strong sponsor"),
        ],
    )
    purpose = forms.CharField(max_length=4000, label="What is it for?", widget=forms.Textarea(attrs={"rows": 3}))


class ServicesForm(forms.Form):
    chosen = forms.MultipleChoiceField(
        label="What will the office offer?",
        widget=forms.CheckboxSelectMultiple,
        choices=lambda: [(each.key, each.title) for each in offers().values()],
        help_text="Those that answer your challenges are chosen already. Fewer that work are better than many.",
    )


class StandardForm(forms.Form):
    standard = forms.ChoiceField(choices=CHOICES["standard"], label="Standard to base yours on")
    report_days = forms.IntegerField(min_value=1, max_value=366, label="Days between status reports")
    plan_days = forms.IntegerField(min_value=1, max_value=366, label="Days between plan updates")
    gate_word = forms.RegexField(r"^[^\W\d_][\w -]{1,29}$", label="Word for a gate")
    reason = forms.CharField(
        required=False, max_length=500, label="Why otherwise", help_text="If you changed a proposal: why?"
    )


class PeopleForm(forms.Form):
    posts = forms.MultipleChoiceField(
        label="Which posts does the office have?",
        widget=forms.CheckboxSelectMultiple,
        choices=lambda: [(each.title, f"{each.title}: {each.does}") for each in catalogue_of.posts()],
        help_text="You hold the first of them.",
    )
    name = forms.CharField(required=False, max_length=120, label="Somebody to invite")
    email = forms.EmailField(required=False, max_length=254, label="Their e-mail address")
    role = forms.ChoiceField(
        choices=[(each.value, each.label) for each in INVITED],
        label="Their role",
        help_text="An executive or somebody of the PMO can approve the standard and the charter. "
        "While you are alone, you may publish the first standard yourself, and the record says so.",
    )

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if bool(found.get("name")) != bool(found.get("email")) and not self.errors:
            self.add_error("name" if found.get("email") else "email", "Give both a name and an address, or neither.")
        return found


class RhythmForm(forms.Form):
    report_day = forms.IntegerField(min_value=1, max_value=28, label="Reports are due on this day of the month")
    board_day = forms.IntegerField(min_value=1, max_value=28, label="The board meets on this day of the month")

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if not self.errors and found["board_day"] <= found["report_day"]:
            self.add_error("board_day", "The board should meet after the reports are due.")
        return found


class RoadmapForm(forms.Form):
    """``ROWS`` steps; one without a title is left out."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        day = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        for row in range(1, ROWS + 1):
            self.fields[f"title_{row}"] = forms.CharField(required=False, max_length=160, label=f"Step {row}")
            self.fields[f"due_{row}"] = forms.DateField(required=False, widget=day, label=f"Step {row} is due on")

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        for row in range(1, ROWS + 1):
            if found.get(f"title_{row}") and not found.get(f"due_{row}") and f"due_{row}" not in self.errors:
                self.add_error(f"due_{row}", "Say when it is due, or clear the step.")
        return found


class ReviewForm(forms.Form):
    """Nothing to fill in: it is sent to found the office."""


FORMS: tuple[tuple[str, str, str, type[forms.BaseForm]], ...] = (
    ("who", "Who we are", "How you work decides what suits you. A guess will do.", CultureForm),
    ("challenges", "Challenges", "An office that answers nothing will not last. Name two or three.", ChallengesForm),
    ("authority", "Type and authority", "What the office may do follows from how firmly it controls.", AuthorityForm),
    ("services", "Services", "What people get from the office.", ServicesForm),
    ("standard", "Standard", "Proposed from how you work. Change what does not suit you.", StandardForm),
    ("people", "People and posts", "Who does the work, and who approves it.", PeopleForm),
    ("rhythm", "Rhythm", "Two fixed days in the month spare many calls.", RhythmForm),
    ("roadmap", "The first 90 days", "Change titles and days, or clear what you do not need.", RoadmapForm),
    ("review", "Review", "Read it once more. Nothing counts before you found the office.", ReviewForm),
)


def defaults(answers: dict[str, Any], presets: dict[str, str], organisation: str, begin: date) -> dict[str, Any]:
    """What each step says before somebody answers it, given the steps before and the ``presets`` of the culture."""
    chosen = answers.get("challenges", {}).get("chosen", USUAL_CHALLENGES)
    wanted = dict.fromkeys(key for each in chosen for key in catalogue_of.challenges()[each].services)
    roadmap: dict[str, str] = {}
    for row, (days, title) in enumerate(ROADMAP, start=1):
        roadmap |= {f"title_{row}": title, f"due_{row}": (begin + timedelta(days=days)).isoformat()}
    return {
        "challenges": {"chosen": USUAL_CHALLENGES, "own": ""},
        "authority": {
            "office_name": "Project Management Office",
            "reach": Mandate.Reach.ENTERPRISE.value,
            "control": presets["control"],
            "purpose": f"So that {organisation} begins the right projects, and ends well what it began.",
        },
        "services": {"chosen": list(wanted) or ["report_to_management", "standard_methodology"]},
        "standard": {
            "standard": presets["standard"],
            "report_days": int(presets["report_days"]),
            "plan_days": int(presets["plan_days"]),
            "gate_word": presets["gate_word"],
            "reason": "",
        },
        "people": {
            "posts": [each.title for each in catalogue_of.posts()[:2]],
            "name": "",
            "email": "",
            "role": Role.EXECUTIVE.value,
        },
        "rhythm": {"report_day": 5, "board_day": 12},
        "roadmap": roadmap,
    }
