"""A drawing as part of a page: its colours are classes, its text is text, and it has no style."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from sourcebook.drawing import COLOURS, CONTEXT, FAINT, INK, MUTED, PAPER, RULE, WASH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from xml.etree.ElementTree import Element

CITES = re.compile(r"cites\.\d+\.(.+)")
NAMED = {INK: "ink", MUTED: "muted", FAINT: "faint", RULE: "rule", WASH: "wash", PAPER: "paper"}
NAMED |= {CONTEXT: "context"} | {one: f"hue-{at}" for at, one in enumerate(COLOURS, start=1)}
DECIMAL = re.compile(r"-?\d*\.\d+")
REFERENCE = re.compile(r"url\(#([^)]+)\)")
FONT = re.compile(r"(?:(italic|oblique)\s+)?(?:(bold|\d{3})\s+)?([\d.]+)px\b")
MEASURES = {"d", "x", "y", "x1", "x2", "y1", "y2", "width", "height", "points", "transform"}
LEFT_OUT = {"metadata", "style", "title"}
UNSAID = {"stroke-linejoin": "round", "stroke-linecap": "butt", "opacity": "1"}


def inline(svg: str, prefix: str, described: str, cited: Callable[[list[str]], Element]) -> str:
    """Return a drawing of matplotlib as an element of an HTML page.

    Args:
        svg: as it was saved, with text as text.
        prefix: what its ids begin with, so that no other drawing of the page has the same.
        described: what is to be seen, in words, for those who do not see it.
        cited: makes of the evidence of a part the element that opens it; its area is put inside.
    """
    root = ElementTree.fromstring(svg)
    for one in root.iter():
        one.tag = one.tag.rpartition("}")[2]
        one.attrib = {name.rpartition("}")[2]: value for name, value in one.attrib.items()}
    held = {one.get("href", "").lstrip("#") for one in root.iter()}
    held |= {name for one in root.iter() for name in REFERENCE.findall(str(one.attrib))}
    held.discard("")
    areas = [one for one in root.iter() if CITES.fullmatch(one.get("id", ""))]
    kept = {id(one): one.get("id", "") for one in areas}
    clear(root, held, prefix)
    links = []
    for parent in list(root.iter()):
        for child in [one for one in parent if id(one) in kept]:
            found = CITES.fullmatch(kept[id(child)])
            assert found is not None
            parent.remove(child)
            links.append(around(child, cited(found[1].split("+"))))
    unwrap(root)
    words = ElementTree.Element("desc", {"id": f"{prefix}-described"})
    words.text = described
    root.insert(0, words)
    root.extend(links)
    role = "group" if links else "img"
    view = rounded(root.get("viewBox", ""))
    root.attrib = {"viewBox": view, "role": role, "aria-labelledby": f"{prefix}-described"}
    root.attrib |= {"stroke-linejoin": "round", "class": "drawn"}
    return ElementTree.tostring(root, encoding="unicode")


def clear(root: Element, held: set[str], prefix: str) -> None:
    """Turn styles into classes and attributes, and keep no id but those that are referred to."""
    for one in root.iter():
        for child in [each for each in one if each.tag in LEFT_OUT]:
            one.remove(child)
        one.text = one.text if one.tag == "text" else None
        one.tail = None
        attributes = one.attrib
        name = attributes.pop("id", "")
        looks = dict(declarations(attributes.pop("style", "")))
        classes = [taken for kind in ("fill", "stroke") if (taken := coloured(looks, kind))]
        attributes |= {each: value for each, value in looks.items() if UNSAID.get(each) != value}
        for each in attributes.keys() & MEASURES:
            attributes[each] = rounded(" ".join(attributes[each].split()))
        for each, value in attributes.items():
            attributes[each] = REFERENCE.sub(rf"url(#{prefix}-\1)", value)
        if "href" in attributes:
            attributes["href"] = f"#{prefix}-{attributes['href'].lstrip('#')}"
        attributes |= {"id": f"{prefix}-{name}"} if name in held else {}
        attributes |= {"class": " ".join(classes)} if classes else {}


def declarations(style: str) -> Iterator[tuple[str, str]]:
    """Yield what a style says, each as an attribute of SVG; the family of letters is the page's."""
    for one in filter(str.strip, style.split(";")):
        name, _, value = (part.strip() for part in one.partition(":"))
        found = FONT.match(value) if name == "font" else None
        if found:
            slant, weight, size = found.groups()
            yield "font-size", size
            yield from [("font-style", slant)] if slant else []
            yield from [("font-weight", weight)] if weight else []
        elif name not in ("font", "font-family"):
            yield name, value.removesuffix("px")


def coloured(looks: dict[str, str], kind: str) -> str:
    """Return the class that stands for a colour, and take the colour away; empty if it has none."""
    named = NAMED.get(looks.get(kind, ""), "")
    if named:
        del looks[kind]
    return named and f"{kind}-{named}"


def rounded(numbers: str) -> str:
    """Return numbers with two decimals at most."""
    return DECIMAL.sub(lambda one: f"{float(one[0]):.2f}".rstrip("0").rstrip("."), numbers)


def around(area: Element, link: Element) -> Element:
    """Return a link about an area that is pointed at and not seen, as a marker of the page."""
    for one in area.iter():
        one.attrib.pop("class", None)
        one.attrib |= {"class": "area"} if one.tag == "path" else {}
    link.append(area)
    marker = ElementTree.Element("g", {"class": "marker"})
    marker.append(link)
    return marker


def unwrap(node: Element) -> None:
    """Put what groups without attributes hold in their place, and drop what is empty."""
    for at, child in reversed(list(enumerate(node))):
        unwrap(child)
        if child.tag in ("g", "defs") and not child.attrib and (child.tag == "g" or not len(child)):
            node.remove(child)
            for one in reversed(list(child)):
                node.insert(at, one)
