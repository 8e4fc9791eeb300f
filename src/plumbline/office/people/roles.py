"""Which role may do what: the one table to read, and the only one to change."""

from __future__ import annotations

from django.db import models


class Role(models.TextChoices):
    EXECUTIVE = "executive", "Executive"
    PMO_MANAGER = "pmo_manager", "PMO manager"
    PMO_STAFF = "pmo_staff", "PMO staff"
    PROJECT_MANAGER = "project_manager", "Project manager"
    TEAM_MEMBER = "team_member", "Team member"
    GUEST = "guest", "Guest"


EVERYBODY = frozenset(Role)
STAFF = frozenset({Role.PMO_MANAGER, Role.PMO_STAFF})
PERMISSIONS: dict[str, frozenset[Role]] = {
    "see_portfolio": EVERYBODY,
    "see_projects": EVERYBODY,
    "see_artefact_drafts": EVERYBODY - {Role.GUEST},
    "see_standards": EVERYBODY,
    "see_people": EVERYBODY - {Role.GUEST},
    "manage_people": frozenset({Role.PMO_MANAGER}),
    "manage_units": STAFF,
    "manage_organisation": frozenset({Role.PMO_MANAGER}),
    "write_standards": STAFF,
    "review_standards": STAFF | {Role.EXECUTIVE},
    "publish_standard": STAFF,
    "appoint_deciders": STAFF,
    "decide_waivers": STAFF | {Role.EXECUTIVE},
    "decide_migrations": STAFF,
    "write_policies": STAFF,
    "approve_policies": STAFF | {Role.EXECUTIVE},
    "submit_requests": EVERYBODY - {Role.GUEST},
    "triage_requests": STAFF,
    "score_requests": STAFF | {Role.EXECUTIVE},
    "see_conformance": EVERYBODY - {Role.GUEST},
    "audit_projects": STAFF,
    "assess_gates": STAFF,
    "see_status": EVERYBODY,
    "see_divergence": STAFF | {Role.EXECUTIVE, Role.PROJECT_MANAGER},
    "see_status_desk": STAFF | {Role.EXECUTIVE},
    "report_any_status": STAFF,
    "report_own_status": frozenset({Role.PROJECT_MANAGER}),
    "acknowledge_reports": EVERYBODY - {Role.GUEST},
    "see_registers": EVERYBODY - {Role.GUEST},
    "raise_entries": EVERYBODY - {Role.GUEST},
    "see_work_items": EVERYBODY - {Role.GUEST},
    "see_stakeholders": STAFF | {Role.EXECUTIVE, Role.PROJECT_MANAGER},
    "edit_stakeholders": STAFF | {Role.PROJECT_MANAGER},
    "merge_stakeholders": STAFF,
    "see_acceptance": EVERYBODY - {Role.GUEST},
    "edit_acceptance": STAFF | {Role.PROJECT_MANAGER},
    "agree_on_criteria": EVERYBODY - {Role.GUEST},
    "see_products": EVERYBODY - {Role.GUEST},
    "see_strategy": EVERYBODY,
    "edit_strategy": STAFF | {Role.EXECUTIVE},
    "see_benefits": EVERYBODY - {Role.GUEST},
    "edit_any_benefits": STAFF,
    "edit_own_benefits": frozenset({Role.PROJECT_MANAGER}),
    "measure_own_benefits": EVERYBODY - {Role.GUEST},
    "see_executive_page": STAFF | {Role.EXECUTIVE},
    "save_views": EVERYBODY,
    "import_portfolio": STAFF,
    "see_packs": EVERYBODY - {Role.GUEST},
    "make_packs": STAFF,
    "see_inbox": EVERYBODY,
    "search": EVERYBODY,
    "see_office": EVERYBODY - {Role.GUEST},
    "write_mandate": STAFF,
    "approve_charter": STAFF | {Role.EXECUTIVE},
    "found_office": STAFF,
    "see_services": EVERYBODY - {Role.GUEST},
    "edit_services": STAFF,
    "ask_for_services": EVERYBODY - {Role.GUEST},
    "work_on_service_requests": STAFF,
    "book_effort": STAFF,
    "see_service_value": STAFF | {Role.EXECUTIVE},
    "see_operations": STAFF,
    "see_calendar": EVERYBODY - {Role.GUEST},
    "subscribe_to_calendar": EVERYBODY - {Role.GUEST},
    "plan_rhythm": STAFF,
    "plan_week": STAFF,
    "plan_week_of_others": frozenset({Role.PMO_MANAGER}),
    "see_caseload": STAFF | {Role.EXECUTIVE},
    "lead_managers": STAFF,
    "see_own_caseload": STAFF | {Role.PROJECT_MANAGER},
    "learn": EVERYBODY - {Role.GUEST},
    "oversee_learning": STAFF,
    "take_part_in_mentoring": EVERYBODY - {Role.GUEST},
    "run_mentoring": STAFF,
    "answer_pulse": EVERYBODY - {Role.GUEST},
    "run_pulse": STAFF,
    "raise_signals": EVERYBODY - {Role.GUEST},
    "run_signals": STAFF,
    "take_part_in_communities": EVERYBODY - {Role.GUEST},
    "run_communities": STAFF,
    "say_own_competence": EVERYBODY - {Role.GUEST},
    "assess_competence": STAFF,
    "set_required_levels": STAFF,
    "see_competence": STAFF | {Role.EXECUTIVE},
    "see_maturity": EVERYBODY - {Role.GUEST},
    "assess_maturity": EVERYBODY - {Role.GUEST},
    "run_maturity": STAFF,
    "see_clients": STAFF,
    "agree_with_clients": frozenset({Role.PMO_MANAGER}),
    "archive_organisation": frozenset({Role.PMO_MANAGER}),
    "edit_portfolio_tree": STAFF,
    "edit_any_project": STAFF,
    "edit_own_project": frozenset({Role.PROJECT_MANAGER}),
    "record_any_plan": STAFF,
    "record_own_plan": frozenset({Role.PROJECT_MANAGER}),
    "edit_plans": STAFF | {Role.PROJECT_MANAGER},
    "set_baseline": STAFF,
}


def roles_with(permission: str) -> frozenset[Role]:
    return PERMISSIONS[permission]
