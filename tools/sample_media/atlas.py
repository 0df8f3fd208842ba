"""Outlines of countries from Natural Earth's TopoJSON: decoded, projected, generalised.

Arcs are simplified before they are joined, so that neighbours keep one and the same frontier.
"""

import json
import math
from functools import cache
from itertools import accumulate
from typing import Any

from look import MODULES

Point = tuple[float, float]

# Lambert's conformal conic, for the middle of Europe.
_SOUTH, _NORTH, _MIDDLE, _ORIGIN = map(math.radians, (43.0, 58.0, 22.0, 50.0))
_CONE = math.log(math.cos(_SOUTH) / math.cos(_NORTH)) / math.log(
    math.tan(math.pi / 4 + _NORTH / 2) / math.tan(math.pi / 4 + _SOUTH / 2)
)
_SCALE = math.cos(_SOUTH) * math.tan(math.pi / 4 + _SOUTH / 2) ** _CONE / _CONE
_PIXELS = 3100.0


def project(longitude: float, latitude: float, centre: Point) -> Point:
    """Pixels, with 22° E 50° N at `centre`."""
    latitude = max(-60.0, min(89.0, latitude))

    def radius(angle: float) -> float:
        return _SCALE / math.tan(math.pi / 4 + angle / 2) ** _CONE

    theta = _CONE * (math.radians(longitude) - _MIDDLE)
    r = radius(math.radians(latitude))
    return (
        centre[0] + _PIXELS * r * math.sin(theta),
        centre[1] - _PIXELS * (radius(_ORIGIN) - r * math.cos(theta)),
    )


class Atlas:
    """Countries by name, as SVG paths around one centre."""

    def __init__(self, centre: Point) -> None:
        topology = _topology()
        step, shift = topology["transform"]["scale"], topology["transform"]["translate"]
        self._arcs: list[list[Point]] = []
        for arc in topology["arcs"]:
            xs, ys = (accumulate(deltas) for deltas in zip(*arc, strict=True))
            degrees = ((x * step[0] + shift[0], y * step[1] + shift[1]) for x, y in zip(xs, ys, strict=True))
            self._arcs.append(_simplified([project(*point, centre) for point in degrees]))
        self.rings: dict[str, list[list[int]]] = {}
        for country in topology["objects"]["countries"]["geometries"]:
            shapes = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
            self.rings[country["properties"]["name"]] = [ring for shape in shapes for ring in shape]

    def country(self, name: str) -> str:
        return " ".join(self._ring(ring) for ring in self.rings[name])

    def frontiers(self) -> str:
        """The lines that two countries share."""
        uses: dict[int, int] = {}
        for rings in self.rings.values():
            for number in (n if n >= 0 else ~n for ring in rings for n in ring):
                uses[number] = uses.get(number, 0) + 1
        return " ".join(_path(self._arcs[number]) for number, count in uses.items() if count > 1)

    def _ring(self, ring: list[int]) -> str:
        points: list[Point] = []
        for number in ring:
            points.extend(self._arcs[number] if number >= 0 else self._arcs[~number][::-1])
        return _path(points) + "Z"


@cache
def _topology() -> Any:
    return json.loads((MODULES / "world-atlas" / "countries-50m.json").read_text(encoding="utf-8"))


def _path(points: list[Point]) -> str:
    return "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _simplified(points: list[Point], tolerance: float = 1.1) -> list[Point]:
    """Douglas and Peucker's way, in pixels."""
    keep, stack = {0, len(points) - 1}, [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        farthest, distance = 0, tolerance
        for index in range(first + 1, last):
            away = _distance(points[index], points[first], points[last])
            if away > distance:
                farthest, distance = index, away
        if farthest:
            keep.add(farthest)
            stack += [(first, farthest), (farthest, last)]
    return [points[index] for index in sorted(keep)]


def _distance(point: Point, start: Point, end: Point) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy)
    if not length:
        return math.dist(point, start)
    along = max(0.0, min(1.0, ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length**2))
    return math.dist(point, (start[0] + along * dx, start[1] + along * dy))
