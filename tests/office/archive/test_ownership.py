"""Whose a row is, for every model there is and for those to come."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps

from plumbline.office.archive import contents
from plumbline.office.archive.contents import columns, exported
from plumbline.office.archive.ownership import (
    SHARED,
    NobodysModel,
    Owned,
    disagreements,
    office_models,
    owned_models,
    ownership_of,
)
from plumbline.office.people.models import Organisation, Person
from web.whole_office import whole_office


def test_every_model_belongs_to_an_organisation_or_is_declared_as_shared() -> None:
    known = owned_models()
    assert not [each._meta.label for each in office_models() if each._meta.label not in known.keys() | SHARED.keys()]


def test_what_is_declared_is_there_and_has_a_reason() -> None:
    for label, reason in (SHARED | contents.LEFT_OUT).items():
        assert apps.get_model(label)
        assert reason
    for label, values in contents.AT_REST.items():
        assert all(apps.get_model(label)._meta.get_field(each) for each in values)
    assert all(apps.get_model(each) for each in contents.NAMED_BY_NUMBER)


@isolate_apps("plumbline.office.people")
def test_a_model_that_leads_nowhere_is_an_error() -> None:
    class Island(models.Model):
        class Meta:
            app_label = "people"

    with pytest.raises(NobodysModel, match="Island"):
        ownership_of([Island])


@isolate_apps("plumbline.office.people")
def test_ways_are_found_over_other_models_and_over_keys_that_may_be_empty() -> None:
    class Ship(models.Model):
        owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
        builder = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

        class Meta:
            app_label = "people"

    class Mast(models.Model):
        ship = models.OneToOneField(Ship, on_delete=models.PROTECT, related_name="+")
        above = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")

        class Meta:
            app_label = "people"

    class Sail(models.Model):
        mast = models.ForeignKey(Mast, null=True, on_delete=models.PROTECT, related_name="+")
        ship = models.ForeignKey(Ship, null=True, on_delete=models.PROTECT, related_name="+")

        class Meta:
            app_label = "people"

    found = found_of(Sail, Mast, Ship)
    assert found["Ship"].ways == ("owner",)
    assert found["Mast"].ways == ("ship__owner",)
    assert set(found["Sail"].ways) == {"mast__ship__owner", "ship__owner"}
    assert list(found).index("Sail") > list(found).index("Mast") > list(found).index("Ship")


@isolate_apps("plumbline.office.people")
def test_what_ties_two_organisations_goes_with_either_and_what_hangs_on_it_too() -> None:
    class Charter(models.Model):
        one = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
        other = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")

        class Meta:
            app_label = "people"

    class Voyage(models.Model):
        owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
        charter = models.ForeignKey(Charter, on_delete=models.PROTECT, related_name="+")

        class Meta:
            app_label = "people"

    class Log(models.Model):
        voyage = models.ForeignKey(Voyage, on_delete=models.PROTECT, related_name="+")

        class Meta:
            app_label = "people"

    found = found_of(Log, Voyage, Charter)
    assert set(found["Charter"].ways) == {"one", "other"}
    assert set(found["Voyage"].ways) == {"owner", "charter__one", "charter__other"}
    assert set(found["Log"].ways) == {"voyage__owner", "voyage__charter__one", "voyage__charter__other"}
    assert all(found[each].between for each in ("Charter", "Voyage", "Log"))
    assert list(found).index("Log") > list(found).index("Voyage") > list(found).index("Charter")


def found_of(*made: type[models.Model]) -> dict[str, Owned]:
    return {label.partition(".")[2]: each for label, each in ownership_of(made).items()}


def test_no_secret_has_a_column_in_an_archive() -> None:
    names = {each.name for owned in exported().values() for each in columns(owned.model)} | set(contents.PERSON_FIELDS)
    assert not [each for each in names if contents.SECRET.search(each)]
    assert contents.SECRET.search("password")
    assert contents.SECRET.search("calendar_token")
    assert Person._meta.label not in exported()


@pytest.mark.django_db
def test_all_rows_of_an_organisation_with_everything_agree_whose_they_are() -> None:
    office = whole_office()
    for organisation in (office.organisation, office.stranger.memberships.get().organisation):
        assert disagreements(organisation.pk) == []
    assert all(owned.rows(office.organisation.pk).exists() for owned in owned_models().values() if owned.depth == 0)


@pytest.mark.django_db
def test_a_row_of_one_that_points_at_another_is_noticed() -> None:
    office = whole_office()
    other = office.stranger.memberships.get().organisation
    office.organisation.projects.filter(code="QUAY-2").update(organisation=other)
    assert any("projects.Project" in each for each in disagreements(office.organisation.pk))
