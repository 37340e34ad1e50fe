"""Cuts region.json out of Natural Earth, as the npm package world-atlas 2.0.2 carries it.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python data/context/make_region.py package/countries-50m.json > data/context/region.json

Land is kept as areas; coasts and boundaries are lines without names. The line between the two
areas named in DISPUTED is marked as disputed; the map draws it dashed and takes no position on it.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

WEST, SOUTH, EAST, NORTH = 13.0, 40.2, 27.6, 49.4
DISPUTED = {"Kosovo", "Serbia"}
PLACES = 2
SMALLEST = 0.04
SIDES = ((0, WEST, 1), (0, EAST, -1), (1, SOUTH, 1), (1, NORTH, -1))


def main() -> None:
    """Read the atlas named on the command line and write the region to standard output."""
    atlas = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    arcs = [decoded(arc, atlas["transform"]) for arc in atlas["arcs"]]
    features = [feature("Polygon", [ring], "land") for ring in land(atlas, arcs)]
    features += [feature("LineString", line, kind) for kind, line in lines(atlas, arcs)]
    region = {"type": "FeatureCollection", "features": features}
    print(json.dumps(region, separators=(",", ":")))


def decoded(arc, transform):
    """Return an arc's points in degrees; the atlas stores differences on a grid."""
    (wide, high), (west, south) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * wide + west, y * high + south))
    return points


def rings(geometry):
    """Yield the rings of a geometry as lists of arc numbers; a reversed arc is negative."""
    if geometry["type"] == "Polygon":
        yield from geometry["arcs"]
    elif geometry["type"] == "MultiPolygon":
        for polygon in geometry["arcs"]:
            yield from polygon
    for part in geometry.get("geometries", ()):
        yield from rings(part)


def land(atlas, arcs):
    """Yield every ring of land, cut at the edges of the region."""
    for ring in rings(atlas["objects"]["land"]):
        points = []
        for number in ring:
            part = arcs[number] if number >= 0 else arcs[~number][::-1]
            points += part[1:] if points else part
        for side in SIDES:
            points = cut(points, *side)
        if points and size(points) > SMALLEST:
            yield rounded(points)


def lines(atlas, arcs):
    """Yield the kind and the points of every line: coast, boundary or disputed."""
    sides = defaultdict(set)
    for country in atlas["objects"]["countries"]["geometries"]:
        for ring in rings(country):
            for number in ring:
                sides[max(number, ~number)].add(country["properties"]["name"])
    for number, names in sorted(sides.items()):
        kind = "coast" if len(names) == 1 else "disputed" if names == DISPUTED else "boundary"
        for line in inside(arcs[number]):
            if len(rounded(line)) > 1 and (kind != "coast" or size(line) > SMALLEST):
                yield kind, rounded(line)


def inside(points):
    """Yield the runs of points within the region, each with one point beyond its ends."""
    run = []
    for before, point in pairwise([points[0], *points]):
        if is_inside(point):
            run += [before] if not run and before != point else []
            run.append(point)
        elif run:
            yield [*run, point]
            run = []
    if run:
        yield run


def is_inside(point):
    """Tell whether a point lies in the region."""
    return WEST <= point[0] <= EAST and SOUTH <= point[1] <= NORTH


def cut(points, axis, edge, sign):
    """Return a ring without what lies beyond one edge of the region (Sutherland and Hodgman)."""
    kept = []
    for before, point in pairwise([*points[-1:], *points]):
        was, now = (sign * (one[axis] - edge) >= 0 for one in (before, point))
        if was != now:
            share = (edge - before[axis]) / (point[axis] - before[axis])
            kept.append(tuple(a + share * (b - a) for a, b in zip(before, point, strict=True)))
        if now:
            kept.append(point)
    return kept


def size(points):
    """Return the greater side of the box around points, in degrees."""
    return max(max(one) - min(one) for one in zip(*points, strict=True))


def rounded(points):
    """Return points in hundredths of a degree, none twice in a row."""
    found = []
    for point in points:
        short = [round(value, PLACES) for value in point]
        if not found or found[-1] != short:
            found.append(short)
    return found


def feature(shape, points, kind):
    """Return a GeoJSON feature."""
    geometry = {"type": shape, "coordinates": points}
    return {"type": "Feature", "properties": {"kind": kind}, "geometry": geometry}


if __name__ == "__main__":
    main()
