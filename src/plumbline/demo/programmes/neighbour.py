"""The neighbour: a small ferry company whose PMO is outsourced."""

from plumbline.demo.plans.works import building, platform
from plumbline.demo.progress import Course
from plumbline.demo.stories import Lesson, Story

NAME = "Fleet and landing stages"
PURPOSE = "Safe landings in any weather, and a ticket before the queue."

STORIES = (
    Story(
        code="LS-1",
        name="Landing stage at Saltgate",
        purpose="A floating stage that rises with the tide, with a waiting room that is warm.",
        manager="hanno",
        sponsor="runa",
        outline=building.OUTLINE,
        places=("the pontoon", "the waiting room"),
        began=40,
        lesson=Lesson(title="Healthy at another client", statuses={"schedule": "green"}),
    ),
    Story(
        code="BK-1",
        name="Booking on the phone",
        purpose="A place on the ferry, booked before leaving home.",
        manager="hanno",
        sponsor="runa",
        outline=platform.OUTLINE,
        places=("timetable", "booking", "payment"),
        began=32,
        course=Course(pace=((0.0, 0.95), (0.3, 1.3)), spread=0.05),
        lesson=Lesson(title="Late at another client", overall="red", statuses={"schedule": "red"}),
    ),
)
