"""What depends on whose project it is."""

from __future__ import annotations

import rules

from plumbline.office.people.permissions import role_has
from plumbline.office.projects.permissions import belongs_here, manages

rules.add_perm(
    "report_status",
    belongs_here & (role_has("report_any_status") | (role_has("report_own_status") & manages)),
)
"""Takes a project: who may write and publish its reports, contest its status, plan the way to green."""
