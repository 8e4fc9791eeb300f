"""Who may change benefits and who may measure them. It depends on the project, and goes on after its end."""

from __future__ import annotations

import rules

from plumbline.office.benefits.models import Benefit, BenefitsReview
from plumbline.office.people.models import Membership
from plumbline.office.people.permissions import role_has
from plumbline.office.projects.permissions import belongs_here, manages


@rules.predicate
def owns(membership: Membership, benefit: Benefit | None) -> bool:
    """The owner, or who takes over from them."""
    profile = benefit.profile if benefit else None
    return profile is not None and membership.person_id in (profile.owner_id, profile.successor_id)


@rules.predicate
def of_a_project_one_edits(membership: Membership, thing: Benefit | BenefitsReview | None) -> bool:
    return thing is not None and bool(edits(membership, thing.project))


@rules.predicate
def reviews(membership: Membership, review: BenefitsReview | None) -> bool:
    return review is not None and review.reviewers.filter(person=membership.person_id).exists()


@rules.predicate
def of_this_organisation(membership: Membership, thing: Benefit | BenefitsReview | None) -> bool:
    return thing is not None and thing.project.organisation_id == membership.organisation_id


sees = role_has("see_benefits")
edits: rules.Predicate = belongs_here & (role_has("edit_any_benefits") | (role_has("edit_own_benefits") & manages))
rules.add_perm("edit_benefits", sees & edits)
rules.add_perm("measure_benefit", sees & of_this_organisation & (owns | of_a_project_one_edits))
rules.add_perm("hold_benefits_review", sees & of_this_organisation & (reviews | of_a_project_one_edits))
