"""One plan, as a table and as what a person types to get the same one."""

from __future__ import annotations

from engine.editing.typed import START, edited
from plumbline.engine.editing import empty_plan
from plumbline.engine.readers import read
from plumbline.engine.schedule import Schedule

TABLE = """\
Project,Boathouse
Data date,2026-03-20
Project start,2026-03-02
Currency,EUR

id,level,name,type,calendar,duration,remaining,% complete,start,predecessors,actual start,actual finish,deadline,\
constraint,constraint date,owner
1,1,Boathouse begun,start milestone,,0,,0%,2026-03-02,,,,,,,
2,1,Preparation,,,,,,,,,,,,,
3,2,Ground survey,,,5d,,100%,,1,2026-03-02,2026-03-06,,,,Ines Kalder
4,2,Pier design,,,2w,2d,80%,,3,2026-03-09,,,,,Bo Ravn; Ines Kalder
5,2,Permits,level of effort,,20d,,0%,,3SS,,,,,,Olu Brandt
6,2,Permit granted,milestone,,0,,0%,,4; 5FF,,,2026-04-10,,,
7,1,Foundations,,,,,,,,,,,,,
8,2,Site fence,,,3d,,0%,2026-03-23,,,,,,,Mara Quist
9,2,Access road,,6x8,6d,,0%,,8FS+1d,,,,,,Mara Quist
10,2,Dewatering,,7x24,72h,,0%,,8,,,,,,
11,2,Cofferdam,,,8d,,0%,,9SS+50%; 6,,,,,,Tam Oller
12,2,Piling,,,15d,,0%,,11; 10FF+2d,,,,,,Tam Oller; Mara Quist
13,2,Pile tests,,,4d,,0%,,12SS+5d,,,,,,Ines Kalder
14,2,Curing,,,7ed,,0%,,12,,,,,,
15,2,Foundations done,milestone,,0,,0%,,13; 14,,,2026-05-29,,,
16,1,Hall,,,,,,,,,,,,,
17,2,Frame,,,,,,,,,,,,,
18,3,Steel ordered,milestone,,0,,0%,,6,,,,,,Olu Brandt
19,3,Steel fabricated,,,25d,,0%,,18FS+2d,,,,,,
20,3,Steel delivered,,,1d,,0%,,19,,,,SNET,2026-05-11,
21,3,Frame erected,,,10d,,0%,,20; 15,,,,,,Tam Oller
22,3,Frame checked,,,2d,,0%,,21FS-1d,,,,,,Ines Kalder
23,2,Envelope,,,,,,,,,,,,,
24,3,Roof,,,8d,,0%,,22,,,,,,Jory Pell
25,3,Walls,,,12d,,0%,,21SS+3d; 22FF,,,,,,Jory Pell
26,3,Doors,,,5d,,0%,,25,,,,,,Jory Pell
27,3,Closed,milestone,,0,,0%,,24; 26,,,,FNLT,2026-07-17,
28,2,Fittings,,,,,,,,,,,,,
29,3,Wiring,,,9d,,0%,,27,,,,,,Cato Wen
30,3,Plumbing,,,7d,,0%,,27,,,,,,Cato Wen
31,3,Racks,,,4d,,0%,,29; 30,,,,,,
32,3,Lift,,,6d,,0%,,29SS+2d,,,,MFO,2026-07-31,Cato Wen
33,3,Painting,,7x8,5d,,0%,,31,,,,ALAP,,
34,1,Handover,,,,,,,,,,,,,
35,2,Inspection,,,2d,,0%,,32; 33,,,,,,Ines Kalder
36,2,Snags,,,5d,,0%,,35,,,,,,Jory Pell
37,2,Papers,,,10d,,0%,,31SS,,,,,,Olu Brandt
38,2,Training,,,2d,,0%,,36; 37,,,,SO,2026-08-24,Mara Quist
39,2,Water let in,,,1d,,0%,,36,,,,,,
40,1,Boathouse open,milestone,,0,,0%,,38; 39,,,2026-08-28,,,Mara Quist
"""
_FIELD_OF = {
    "id": "id",
    "name": "name",
    "type": "kind",
    "% complete": "percent",
    "actual start": "actual_start",
    "actual finish": "actual_finish",
    "constraint date": "constraint_date",
}
_ORDER = (
    *("calendar", "kind", "duration", "start", "constraint", "constraint_date", "deadline", "actual_start", "percent"),
    *("actual_finish", "remaining", "owner", "predecessors"),
)


def from_the_table() -> Schedule:
    (schedule,) = read(TABLE.encode(), "boathouse.csv").schedules
    return schedule


def lines() -> list[dict[str, str]]:
    """The cells of each row by field."""
    head, *rows = (line.split(",") for line in TABLE.split("\n\n")[1].strip().splitlines())
    names = [_FIELD_OF.get(each, each) for each in head]
    return [dict(zip(names, row, strict=True)) for row in rows]


def typed() -> Schedule:
    """Names first, then the outline from the bottom, then cell by cell."""
    schedule = empty_plan("Boathouse", START)
    schedule = edited(schedule, "settings", data_date="2026-03-20", currency="EUR")
    schedule = edited(schedule, "add", names="\n".join(each["name"] for each in lines()))
    for level in (1, 2):
        deeper = [each["id"] for each in lines() if int(each["level"]) > level]
        schedule = edited(schedule, "indent", rows=deeper)
    for each in lines():
        for field in _ORDER:
            if each[field] and (field, each[field]) != ("percent", "0%"):
                schedule = edited(schedule, "set", rows=each["id"], field=field, value=_as_typed(each, field))
    return schedule


def _as_typed(line: dict[str, str], field: str) -> str:
    return f"{line[field]} {line['constraint_date']}".strip() if field == "constraint" else line[field]
