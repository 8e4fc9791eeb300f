"""The standards pages: which version is in force, each rule with its limit, and guidance that helps."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from django.test import Client

from plumbline.engine import catalogue
from plumbline.engine.standard import load_standard
from plumbline.office.people.models import Organisation, Person
from plumbline.office.standards import queries
from plumbline.office.standards.actions import publish_builtin
from plumbline.office.standards.models import StandardVersion

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]


@pytest.fixture
def predictive(harbour: Organisation) -> StandardVersion:
    return publish_builtin(harbour, "predictive", by=None)


def test_the_list_says_which_version_is_in_force(predictive: StandardVersion, ada: Person, signed_in: SignedIn) -> None:
    page = signed_in(ada).get("/o/harbour-works/standards/").content.decode()
    assert "Predictive projects" in page
    assert "In force" in page


def test_a_version_shows_every_rule_with_its_limit(
    predictive: StandardVersion, ada: Person, signed_in: SignedIn
) -> None:
    page = signed_in(ada).get(f"/o/harbour-works/standards/{predictive.pk}/rules/").content.decode()
    for each in catalogue.rules():
        assert each.rule.title in page
    assert "at most 5 %" in page


@pytest.mark.parametrize("rule", [each.name for each in catalogue.rules()])
def test_every_rule_has_a_page_that_says_how_to_mend_it(
    predictive: StandardVersion, ada: Person, signed_in: SignedIn, rule: str
) -> None:
    page = signed_in(ada).get(f"/o/harbour-works/standards/{predictive.pk}/rules/{rule}/").content.decode()
    assert "How to mend" in page
    assert page.count("<h1") == 1


def test_a_rule_that_does_not_exist_is_not_found(predictive: StandardVersion, ada: Person, signed_in: SignedIn) -> None:
    assert signed_in(ada).get(f"/o/harbour-works/standards/{predictive.pk}/rules/nonsense/").status_code == 404


def test_the_folder_comes_back_as_the_same_standard(
    predictive: StandardVersion, ada: Person, signed_in: SignedIn
) -> None:
    answer = signed_in(ada).get(f"/o/harbour-works/standards/{predictive.pk}/folder.zip")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as folder:
        files = {name.removeprefix("predictive/"): folder.read(name) for name in folder.namelist()}
    assert load_standard(files) == queries.standard_of(predictive)


def test_a_standard_of_another_organisation_does_not_exist(
    predictive: StandardVersion, northern: Organisation, olav: Person, signed_in: SignedIn
) -> None:
    assert signed_in(olav).get(f"/o/northern-line/standards/{predictive.pk}/").status_code == 404
    assert signed_in(olav).get(f"/o/harbour-works/standards/{predictive.pk}/").status_code == 404
