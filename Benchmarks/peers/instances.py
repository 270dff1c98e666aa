"""Public routing instances in the peers' own terms.

VRPLIB files are read by PyVRP itself; Solomon's, Cordeau's and Li and Lim's formats here. `text` writes a solution with
the numbers of the file: where a line is a vehicle (mixed fleets, several depots), empty lines stand for those that stay.
"""

import numpy as np


class CannotState(Exception):
    """The peer has no words for this problem."""


class Instance:
    """A problem for PyVRP.

    numbers: what the file calls each client, by location; steps: for shipments, (pickup, delivery) numbers.
    lines: indices of the vehicles of each type where a line is a vehicle, else None.
    charge: part of each vehicle's fixed cost that only makes vehicles few.
    """

    def __init__(self, data, numbers, depots, steps=None, lines=None, charge=0):
        self.data = data
        self.numbers = numbers
        self.depots = depots
        self.steps = steps or []
        self.lines = lines
        self.charge = charge

    def cost(self, cost, solution):
        return cost - self.charge * solution.num_routes()

    def number(self, activity):
        if activity.is_client():
            return self.numbers[self.data.clients()[activity.idx].location]
        if activity.is_pickup():
            return self.steps[activity.idx][0]
        if activity.is_delivery():
            return self.steps[activity.idx][1]
        return self.depots[activity.idx]

    def text(self, solution):
        lines = []
        free = [list(vehicles) for vehicles in self.lines] if self.lines else []
        for route in solution.routes():
            # The first and last activities are the depots where it begins and ends.
            stops = " ".join(str(self.number(activity)) for activity in list(route.schedule())[1:-1])
            lines.append((free[route.vehicle_type()].pop(0) if free else len(lines), stops))
        count = sum(map(len, self.lines)) if self.lines else len(lines)
        stops = dict(lines)
        return "".join(f"Route #{index + 1}: {stops.get(index, '')}\n" for index in range(count))


def first_lines(path):
    with open(path, encoding="utf-8") as file:
        return [line.split() for line in file if line.strip()]


def for_pyvrp(path):
    rows = first_lines(path)
    if ":" in " ".join(rows[0]):
        return vrplib(path)
    if rows[1] == ["VEHICLE"]:
        return solomon(rows)
    return cordeau(rows) if len(rows[0]) == 4 else li_lim(rows)


# By TYPE; as the published costs.
ROUNDING = {
    "CVRP": "round", "VRPB": "round", "VRPTW": "dimacs", "MTVRPTWR": "dimacs", "PCVRPTW": "dimacs", "HFVRP": "exact",
    "MDVRPTW": "exact",
}


def vrplib(path):
    import pyvrp

    with open(path, encoding="utf-8") as file:
        kind = next(line.split(":")[1].strip() for line in file if line.startswith("TYPE"))
    data = pyvrp.read(path, ROUNDING[kind])
    types = data.vehicle_types()
    lines = [list(map(int, kind.name.split(","))) for kind in types] if len(types) > 1 else None
    return Instance(data, range(data.num_locations), range(data.num_depots), lines=lines)


def matrix(points, scale, rounded):
    points = np.array(points, dtype=float)
    lengths = np.sqrt(((points[:, None, :] - points[None, :, :]) ** 2).sum(axis=2)) * scale
    return rounded(lengths).astype(np.int64)


def solomon(rows):
    """Tenths, cut off."""
    from pyvrp import Client, Depot, Location, ProblemData, VehicleType

    count, capacity = map(int, rows[3])
    nodes = [list(map(float, row)) for row in rows[6:]]
    ways = matrix([node[1:3] for node in nodes], 10, np.floor)
    clients = [
        Client(
            location=index, delivery=[int(node[3])], service_duration=int(10 * node[6]), tw_early=int(10 * node[4]),
            tw_late=int(10 * node[5]),
        )
        for index, node in enumerate(nodes) if index > 0
    ]
    depot = nodes[0]
    fleet = VehicleType(count, [capacity], tw_early=int(10 * depot[4]), tw_late=int(10 * depot[5]))
    data = ProblemData(locations(nodes, Location), clients, [Depot(location=0)], [fleet], [ways], [ways])
    return Instance(data, range(len(nodes)), [0])


def locations(nodes, location):
    return [location(node[1], node[2]) for node in nodes]


def cordeau(rows):
    """Thousandths. The depots come first for PyVRP, last in the file."""
    from pyvrp import Client, Depot, Location, ProblemData, VehicleType

    _, vehicles, customers, depots = map(int, rows[0])
    nodes = [list(map(float, row[:5])) for row in rows[1 + depots:]]
    order = list(range(customers, customers + depots)) + list(range(customers))
    nodes = [nodes[index] for index in order]
    ways = matrix([node[1:3] for node in nodes], 1000, lambda lengths: np.floor(lengths + 0.5))
    clients = [
        Client(location=index, delivery=[int(node[4])], service_duration=int(1000 * node[3]))
        for index, node in enumerate(nodes) if index >= depots
    ]
    fleet = []
    for depot in range(depots):
        duration, load = rows[1 + depot][:2]
        limits = {"shift_duration": int(1000 * float(duration))} if float(duration) > 0 else {}
        fleet.append(VehicleType(vehicles, [int(load)], start_depot=depot, end_depot=depot, **limits))
    data = ProblemData(
        locations(nodes, Location), clients, [Depot(location=depot) for depot in range(depots)], fleet, [ways], [ways]
    )
    lines = [list(range(depot * vehicles, (depot + 1) * vehicles)) for depot in range(depots)]
    return Instance(data, [index + 1 for index in order], [customers + 1 + depot for depot in range(depots)], lines=lines)


def li_lim(rows):
    """Thousandths, vehicles before distance: each vehicle costs more than any plan's distance."""
    from pyvrp import Depot, Location, ProblemData, Shipment, VehicleType

    count, capacity = int(rows[0][0]), int(rows[0][1])
    nodes = [list(map(float, row)) for row in rows[1:]]
    ways = matrix([node[1:3] for node in nodes], 1000, lambda lengths: np.floor(lengths + 0.5))
    shipments, steps = [], []
    for index, node in enumerate(nodes):
        partner = int(node[8])
        if partner == 0:
            continue
        other = nodes[partner]
        shipments.append(
            Shipment(
                index, partner, int(1000 * node[4]), int(1000 * node[5]), int(1000 * node[6]), int(1000 * other[4]),
                int(1000 * other[5]), int(1000 * other[6]), [int(node[3])],
            )
        )
        steps.append((index, partner))
    charge = int(ways.max()) * (len(nodes) + 1)
    depot = nodes[0]
    fleet = VehicleType(
        count, [capacity], fixed_cost=charge, tw_early=int(1000 * depot[4]), tw_late=int(1000 * depot[5])
    )
    data = ProblemData(
        locations(nodes, Location), [], [Depot(location=0)], [fleet], [ways], [ways], shipments=shipments
    )
    return Instance(data, range(len(nodes)), [0], steps=steps, charge=charge)


def for_hgs(path, most):
    rows = first_lines(path)
    kind = next((row[-1] for row in rows if row[0].startswith("TYPE")), "")
    if kind != "CVRP":
        raise CannotState("HGS-CVRP solves CVRP only")
    # `KEY : value`; sections of lines that begin with a node's number.
    value = {row[0].rstrip(":"): row[-1] for row in rows if ":" in " ".join(row)}
    if int(value["DIMENSION"]) > most:
        raise CannotState(f"HGS-CVRP keeps a matrix: at most {most} stops here")
    points, demands, section = {}, {}, None
    for row in rows:
        if row[0].endswith("_SECTION"):
            section = row[0]
        elif section == "NODE_COORD_SECTION":
            points[int(row[0])] = (float(row[1]), float(row[2]))
        elif section == "DEMAND_SECTION":
            demands[int(row[0])] = int(row[1])
    coordinates = np.array([points[node] for node in sorted(points)])
    # Only distances matter, and no coordinate may be below 0.
    coordinates -= coordinates.min(axis=0)
    return {
        "x_coordinates": coordinates[:, 0], "y_coordinates": coordinates[:, 1],
        "demands": np.array([demands[node] for node in sorted(demands)]),
        "vehicle_capacity": int(value["CAPACITY"]), "depot": 0,
    }
