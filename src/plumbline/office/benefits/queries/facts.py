"""Benefits as the engine's rules see them."""

from __future__ import annotations

from plumbline.engine.benefits import BenefitFact, BenefitFacts
from plumbline.office.benefits.models import Benefit, Status
from plumbline.office.benefits.queries.networks import key_of, networks_of
from plumbline.office.projects.models import Project


def benefit_facts(project: Project) -> BenefitFacts | None:
    """``None`` where no benefit was ever entered. Three queries."""
    net = networks_of([project.pk], with_ended=False)[project.pk]
    benefits = [each for each in net.things.values() if isinstance(each, Benefit)]
    if not benefits and not Benefit.objects.filter(project=project).exists():
        return None
    return BenefitFacts(
        benefits=tuple(_fact(each) for each in benefits),
        network=net.network,
        dates={key: each.dates for key, each in net.means.items()},
    )


def _fact(benefit: Benefit) -> BenefitFact:
    profile = benefit.profile
    assert profile is not None
    return BenefitFact(
        key=key_of(benefit),
        title=profile.title,
        lacks=profile.lacks,
        measure_due_on=benefit.measure_due_on,
        is_to_come=profile.status in (Status.PROPOSED, Status.AGREED),
    )
