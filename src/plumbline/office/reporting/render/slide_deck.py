"""A deck of wide slides that is written from the top down; the next slide begins where one is full."""

from __future__ import annotations

from typing import IO, Any

from plumbline.office.reporting.document import Chart, Document
from plumbline.office.reporting.render.slide_room import cut
from plumbline.office.reporting.words import COLOURS

LEFT, WIDTH = 0.55, 12.23
TOP, BOTTOM = 1.25, 6.95
GAP = 0.15
TITLE, TEXT, SMALL, CELL = 26, 16, 12, 12
INK, SOFT = "1b1916", "5b564d"
TITLE_ONLY, TITLE_SLIDE = 5, 0


class Deck:
    """``at`` is how far down the present slide is written, in inches."""

    top_of_an_empty_slide = TOP

    def __init__(self, document: Document) -> None:
        from pptx import Presentation
        from pptx.util import Inches

        self.presentation: Any = Presentation()
        self.presentation.slide_width, self.presentation.slide_height = Inches(13.333), Inches(7.5)
        about = self.presentation.core_properties
        about.title = f"{document.title}: {document.subtitle}"[:255]
        about.author, about.language = document.organisation[:255], "en-GB"
        about.created = about.modified = document.made_at.replace(tzinfo=None)
        self.accent = document.accent.lstrip("#")
        self.currency = document.currency
        self.at = BOTTOM
        self._title = ""
        self.slide: Any = None
        self._cover(document)

    def save(self, out: IO[bytes]) -> None:
        self.presentation.save(out)

    def begin(self, title: str) -> None:
        """A new slide."""
        self._title = title
        self.slide = self.presentation.slides.add_slide(self.presentation.slide_layouts[TITLE_ONLY])
        shape = self.slide.shapes.title
        self._place(shape, LEFT, 0.35, WIDTH, 0.75)
        self._write(shape.text_frame, cut(title, WIDTH, TITLE, most=1), TITLE, self.accent, bold=True)
        self._line()
        self.at = TOP

    def says(self, title: str) -> bool:
        """Whether that is the title of the slide already, with nothing below it yet."""
        return self._title == title and self.at == TOP

    def make_room(self, height: float) -> None:
        """Goes on to the next slide if that much is not free on this one."""
        if self.at + height > BOTTOM and (self.slide is None or self.at > TOP):
            self.go_on()

    def go_on(self) -> None:
        ending = " (continued)"
        self.begin(self._title if self._title.endswith(ending) or not self.slide else f"{self._title}{ending}")

    def down(self, height: float) -> None:
        self.at += height + GAP

    def words(self, text: str, height: float, *, soft: bool = False, size: int = TEXT, bold: bool = False) -> None:
        self.make_room(height)
        self._box(text, LEFT, self.at, WIDTH, height, size, SOFT if soft else INK, bold=bold)
        self.down(height)

    def figure(self, place: int, across: int, label: str, value: str, note: str) -> None:
        width = WIDTH / across
        left = LEFT + place * width
        self._box(cut(label, width, SMALL, 1), left, self.at, width, 0.28, SMALL, SOFT)
        self._box(cut(value, width, 20, 1), left, self.at + 0.25, width, 0.42, 20, INK, bold=True)
        if note:
            self._box(cut(note, width, SMALL, 1), left, self.at + 0.64, width, 0.28, SMALL, SOFT)

    def chart(self, chart: Chart, part: slice, height: float) -> None:
        from pptx.chart.data import CategoryChartData
        from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
        from pptx.util import Inches, Pt

        data = CategoryChartData(number_format="#,##0")
        data.categories = [cut(each, 3.0, SMALL, 1) for each in chart.categories[part]]
        for each in chart.series:
            data.add_series(each.name, each.values[part])
        kind = XL_CHART_TYPE.BAR_STACKED if chart.stacked else XL_CHART_TYPE.BAR_CLUSTERED
        place = (Inches(LEFT), Inches(self.at), Inches(WIDTH), Inches(height))
        frame = self.slide.shapes.add_chart(kind, *place, data)
        describe(frame, chart.title, chart.in_words)
        drawn = frame.chart
        drawn.font.size = Pt(SMALL)
        drawn.has_title = True
        drawn.chart_title.text_frame.text = f"{chart.title}{self._unit(chart)}"
        drawn.has_legend, drawn.legend.include_in_layout = True, False
        drawn.legend.position = XL_LEGEND_POSITION.BOTTOM
        drawn.category_axis.reverse_order = True
        drawn.value_axis.has_major_gridlines = False
        drawn.value_axis.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
        drawn.value_axis.tick_labels.number_format = "#,##0"
        drawn.value_axis.tick_labels.number_format_is_linked = False
        for series, each in zip(drawn.plots[0].series, chart.series, strict=True):
            series.format.fill.solid()
            series.format.fill.fore_color.rgb = colour(COLOURS.get(each.colour, self.accent))

    def _unit(self, chart: Chart) -> str:
        return f" ({self.currency})" if chart.kind == "money" else ""

    def _cover(self, document: Document) -> None:
        slide = self.presentation.slides.add_slide(self.presentation.slide_layouts[TITLE_SLIDE])
        slide.background.fill.solid()
        slide.background.fill.fore_color.rgb = colour(self.accent)
        title, below = slide.shapes.title, slide.placeholders[1]
        self._place(title, LEFT, 2.2, WIDTH, 1.3)
        self._write(title.text_frame, cut(document.title, WIDTH, 40, 2), 40, "ffffff", bold=True)
        self._place(below, LEFT, 3.7, WIDTH, 1.6)
        whose = "" if document.subtitle == document.organisation else f"{document.organisation}, "
        about = f"{whose}as of {document.as_of:%-d %B %Y}"
        self._write(below.text_frame, f"{cut(document.subtitle, WIDTH, 22, 2)}\n{about}", 22, "ffffff")

    def _line(self) -> None:
        from pptx.enum.shapes import MSO_CONNECTOR
        from pptx.util import Inches, Pt

        ends = (Inches(LEFT), Inches(1.1), Inches(LEFT + WIDTH), Inches(1.1))
        line = self.slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
        line.line.color.rgb, line.line.width = colour(self.accent), Pt(1.5)
        decorate(line)

    def _box(
        self, text: str, left: float, top: float, width: float, height: float, size: int, ink: str, bold: bool = False
    ) -> None:
        from pptx.util import Inches

        box = self.slide.shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(height))
        self._write(box.text_frame, text, size, ink, bold=bold)

    def _place(self, shape: Any, left: float, top: float, width: float, height: float) -> None:
        from pptx.util import Inches

        shape.left, shape.top, shape.width, shape.height = map(Inches, (left, top, width, height))

    def _write(self, frame: Any, text: str, size: int, ink: str, *, bold: bool = False) -> None:
        write(frame, text, size, ink, bold=bold)


def write(frame: Any, text: str, size: float, ink: str, *, bold: bool = False) -> None:
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Pt

    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.TOP
    frame.text = text.replace("\t", " ")
    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
        font = paragraph.font
        font.size, font.bold, font.color.rgb = Pt(size), bold, colour(ink)


def colour(six_digits: str) -> Any:
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(six_digits.upper())


def describe(frame: Any, name: str, words: str) -> None:
    """The name of a shape, and what a screen reader says instead of it."""
    about = frame._element.xpath("./*/p:cNvPr")[0]
    about.set("name", name[:250])
    about.set("descr", words[:4000])


def decorate(shape: Any) -> None:
    """A shape that says nothing: screen readers pass it over."""
    describe(shape, "Line", "")
