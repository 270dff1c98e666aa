"""The model's rows, stated once for every peer.

x[p,d,s] = 1: person p has shift s on day d; works[p,d] = sum over s; weekend[p,w] = 1: p works on weekend w.
Rows are (coefficients by variable, least, most); a side that is None is open. Costs are by variable.

This is the textbook formulation (Curtois and Qu, 2014, section 3): what users of these solvers write.
"""


class Model:
    def __init__(self, schedule):
        self.schedule = schedule
        self.binaries = []
        self.integers = []  # (name, most)
        self.rows = []
        self.cost = {}
        self.constant = 0
        for person in schedule.people:
            self.add_person(person)
        self.add_requests()
        self.add_cover()

    def row(self, coefficients, least=None, most=None):
        self.rows.append((coefficients, least, most))

    def pay(self, name, weight):
        self.cost[name] = self.cost.get(name, 0) + weight

    def works(self, person, day, factor=1):
        return {("x", person.id, day, shift): factor for shift in self.schedule.shifts}

    def add_person(self, person):
        schedule = self.schedule
        days = range(schedule.days)
        for day in days:
            for shift in schedule.shifts:
                name = ("x", person.id, day, shift)
                self.binaries.append(name)
                if day in person.days_off or person.most_shifts[shift] == 0:
                    self.row({name: 1}, most=0)
            self.row(self.works(person, day), most=1)
        for shift, others in schedule.forbidden:
            for day in days[:-1]:
                row = {("x", person.id, day + 1, other): 1 for other in others}
                self.row(row | {("x", person.id, day, shift): 1}, most=1)
        for shift in schedule.shifts:
            if 0 < person.most_shifts[shift] < schedule.days:
                self.row({("x", person.id, day, shift): 1 for day in days}, most=person.most_shifts[shift])
        minutes = {
            ("x", person.id, day, shift): schedule.minutes[shift] for day in days for shift in schedule.shifts
        }
        self.row(minutes, least=person.least_minutes, most=person.most_minutes)
        self.add_runs(person)
        self.add_weekends(person)

    def add_runs(self, person):
        days = self.schedule.days
        for first in range(days - person.longest_run):
            run = {}
            for day in range(first, first + person.longest_run + 1):
                run |= self.works(person, day)
            self.row(run, most=person.longest_run)
        # A run of n days inside the horizon, n too few: off, n days worked, off cannot be.
        for length in range(1, person.shortest_run):
            for before in range(days - length - 1):
                pattern = self.works(person, before)
                for day in range(before + 1, before + length + 1):
                    pattern |= self.works(person, day, -1)
                pattern |= self.works(person, before + length + 1)
                self.row(pattern, least=1 - length)
        for length in range(1, person.shortest_break):
            for before in range(days - length - 1):
                pattern = self.works(person, before)
                for day in range(before + 1, before + length + 1):
                    pattern |= self.works(person, day, -1)
                pattern |= self.works(person, before + length + 1)
                self.row(pattern, most=1)

    def add_weekends(self, person):
        names = []
        for saturday in range(5, self.schedule.days, 7):
            name = ("weekend", person.id, saturday)
            self.binaries.append(name)
            names.append(name)
            for day in range(saturday, min(saturday + 2, self.schedule.days)):
                self.row(self.works(person, day, -1) | {name: 1}, least=0)
        if names:
            self.row({name: 1 for name in names}, most=person.most_weekends)

    def add_requests(self):
        for person, day, shift, weight in self.schedule.on:
            self.constant += weight
            self.pay(("x", person, day, shift), -weight)
        for person, day, shift, weight in self.schedule.off:
            self.pay(("x", person, day, shift), weight)

    def add_cover(self):
        people = len(self.schedule.people)
        for day, shift, wanted, under, over in self.schedule.cover:
            below, above = ("below", day, shift), ("above", day, shift)
            self.integers += [(below, wanted), (above, people)]
            self.pay(below, under)
            self.pay(above, over)
            here = {("x", person.id, day, shift): 1 for person in self.schedule.people}
            self.row(here | {below: 1, above: -1}, least=wanted, most=wanted)
