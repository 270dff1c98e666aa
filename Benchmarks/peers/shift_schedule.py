"""The shift-scheduling text format (Curtois and Qu, 2014), as the peers' models need it."""

from dataclasses import dataclass, field


@dataclass
class Person:
    id: str
    most_shifts: dict
    most_minutes: int
    least_minutes: int
    longest_run: int
    shortest_run: int
    shortest_break: int
    most_weekends: int
    days_off: set = field(default_factory=set)


@dataclass
class ShiftSchedule:
    days: int = 0
    shifts: list = field(default_factory=list)
    minutes: dict = field(default_factory=dict)
    forbidden: list = field(default_factory=list)  # (shift, shifts that may not follow)
    people: list = field(default_factory=list)
    on: list = field(default_factory=list)  # (person, day, shift, weight)
    off: list = field(default_factory=list)
    cover: list = field(default_factory=list)  # (day, shift, wanted, under, over)


def sections(path):
    name, found = None, {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            if line.startswith("SECTION_"):
                name = line
                found[name] = []
            else:
                found[name].append([part.strip() for part in line.split(",")])
    return found


def read(path):
    text = sections(path)
    schedule = ShiftSchedule(days=int(text["SECTION_HORIZON"][0][0]))
    for shift, minutes, followers in text["SECTION_SHIFTS"]:
        schedule.shifts.append(shift)
        schedule.minutes[shift] = int(minutes)
        if followers:
            schedule.forbidden.append((shift, followers.split("|")))
    for row in text["SECTION_STAFF"]:
        most = dict(entry.split("=") for entry in row[1].split("|"))
        schedule.people.append(
            Person(row[0], {shift: int(number) for shift, number in most.items()}, *map(int, row[2:8]))
        )
    by_id = {person.id: person for person in schedule.people}
    for row in text.get("SECTION_DAYS_OFF", []):
        by_id[row[0]].days_off |= set(map(int, row[1:]))
    for section, requests in (
        ("SECTION_SHIFT_ON_REQUESTS", schedule.on),
        ("SECTION_SHIFT_OFF_REQUESTS", schedule.off),
    ):
        requests += [(row[0], int(row[1]), row[2], int(row[3])) for row in text.get(section, [])]
    schedule.cover = [(int(row[0]), row[1], *map(int, row[2:5])) for row in text["SECTION_COVER"]]
    return schedule


def write(path, schedule, has):
    """`has(person id, day, shift)`: one line a person, shift id or `-`, separated by tabs."""
    with open(path, "w", encoding="utf-8") as out:
        for person in schedule.people:
            cells = []
            for day in range(schedule.days):
                cells.append(next((shift for shift in schedule.shifts if has(person.id, day, shift)), "-"))
            out.write("\t".join(cells) + "\n")
