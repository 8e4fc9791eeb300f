"""Who may set what a project is to cost, and tell what it did."""

from __future__ import annotations

import rules

from plumbline.office.people.permissions import role_has
from plumbline.office.projects.permissions import belongs_here, manages

edits: rules.Predicate = belongs_here & (role_has("edit_any_value") | (role_has("edit_own_value") & manages))
rules.add_perm("edit_value", role_has("see_value") & edits)
