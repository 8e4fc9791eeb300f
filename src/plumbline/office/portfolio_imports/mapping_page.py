"""The three forms of the page where a file is mapped: another map, another layout, the columns themselves."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict

from plumbline.office.foundation.tabular import UnreadableTable
from plumbline.office.people.models import Person
from plumbline.office.portfolio_imports.actions import CannotImport, check_file, save_map, take_layout, take_map
from plumbline.office.portfolio_imports.forms import ChooseForm, LayoutForm, MapForm
from plumbline.office.portfolio_imports.models import PortfolioImport
from plumbline.office.portfolio_imports.queries.imports import maps_to_choose


class MappingPage:
    def __init__(self, found: PortfolioImport, sent: QueryDict | None) -> None:
        self.found = found
        self.go = sent.get("go", "check") if sent is not None else ""
        self.maps = maps_to_choose(found)
        self.choose = ChooseForm(self.maps, sent if self.go == "choose" else None)
        self.layout = LayoutForm(found, sent if self.go == "layout" else None)
        self.map = MapForm(found, sent if self.go == "check" else None)

    def context(self) -> dict[str, Any]:
        return {"found": self.found, "choose": self.choose, "layout": self.layout, "map": self.map}

    def carry_out(self, by: Person) -> str:
        """What was sent: the name of the page to go on with, or nothing where a form tells what is wrong."""
        form = {"choose": self.choose, "layout": self.layout}.get(self.go, self.map)
        if not form.is_valid():
            return ""
        try:
            return self._do(form.cleaned_data, by)
        except (CannotImport, UnreadableTable) as refused:
            form.add_error(None, str(refused))
            return ""

    def _do(self, given: dict[str, Any], by: Person) -> str:
        if self.go == "choose":
            take_map(self.found, self.maps[given["chosen"]], by=by)
            return "portfolio_imports:map"
        if self.go == "layout":
            take_layout(self.found, sheet=given.pop("sheet", ""), by=by, **given)
            return "portfolio_imports:map"
        check_file(self.found, given["spec"], by=by)
        if given["keep"]:
            save_map(self.found.organisation, given["spec"], by=by)
        return "portfolio_imports:import"
