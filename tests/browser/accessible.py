"""What axe says of a page; where it cannot decide on a contrast, the colours are compared here."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import axe_playwright_python

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Page

CONTRAST = 4.5  # of text of any size
DECIDED_HERE = {"imgNode", "bgOverlap", "nonBmp", "shortTextContent"}
RUN = """async (rules) => {
  const only = rules.length ? { runOnly: { type: "rule", values: rules } } : {};
  const options = { ...only, rules: { "target-size": { enabled: true } } };
  const { violations, incomplete } = await axe.run(document, options);
  return { violations, incomplete: incomplete.filter((one) => one.id === "color-contrast") };
}"""
COLOURS = """(selector) => {
  const numbers = (said) => {
    const [red, green, blue, alpha = 1] = said.match(/[\\d.]+/g).map(Number);
    return { red, green, blue, alpha };
  };
  const over = (upper, lower) => Object.fromEntries(["red", "green", "blue"].map((one) =>
    [one, upper[one] * upper.alpha + lower[one] * (1 - upper.alpha)]));
  const light = (colour) => ["red", "green", "blue"].map((one) => {
    const part = colour[one] / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }).reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const ratio = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const ancestors = (node) => node ? [node, ...ancestors(node.parentElement)] : [];
  const meet = (a, b) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const holds = (a, b) =>
    a.left <= b.left && b.right <= a.right && a.top <= b.top && b.bottom <= a.bottom;

  const node = document.querySelector(selector);
  const style = getComputedStyle(node);
  const around = ancestors(node).map((one) => getComputedStyle(one));
  if (around.some((one) => one.backgroundImage !== "none" || one.opacity !== "1")) return 0;
  const page = around.map((one) => numbers(one.backgroundColor)).reverse()
    .reduce((lower, upper) => ({ ...over(upper, lower), alpha: 1 }), numbers("rgb(255, 255, 255)"));
  const drawn = node instanceof SVGElement;
  const box = node.getBoundingClientRect();
  const shapes = drawn ? [...node.ownerSVGElement.querySelectorAll("path, rect, circle, polygon")]
    .filter((one) => one.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING)
    .filter((one) => getComputedStyle(one).fill !== "none")
    .filter((one) => meet(one.getBoundingClientRect(), box)) : [];
  const grounds = shapes.reduce((below, shape) => {
    const fill = numbers(getComputedStyle(shape).fill);
    const hides = shape.matches("rect") && fill.alpha === 1
      && holds(shape.getBoundingClientRect(), box);
    return [...(hides ? [] : below), ...below.map((ground) => over(fill, ground))];
  }, [page]);
  const ink = numbers(drawn ? style.fill : style.color);
  return Math.min(...grounds.map((ground) => ratio(over(ink, ground), ground)));
}"""


@cache
def axe() -> str:
    """Return the source of axe-core."""
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")


def faults(page: Page, rules: Sequence[str] = ()) -> dict[str, list[str]]:
    """Return what axe finds wrong with a page by all rules, or by some, and what nobody decides.

    Each rule's name maps to the elements, as they are written. A text whose contrast axe leaves
    open is compared with all that is painted behind it.
    """
    page.evaluate(axe())
    found = page.evaluate(RUN, list(rules))
    told = {one["id"]: [shown(node) for node in one["nodes"]] for one in found["violations"]}
    open_ones = [node for one in found["incomplete"] for node in one["nodes"]]
    if undecided := [shown(node) for node in open_ones if not has_contrast(page, node)]:
        told["undecided"] = undecided
    return told


def has_contrast(page: Page, node: dict[str, Any]) -> bool:
    """Tell whether a text that axe left open stands out from what is painted behind it."""
    data = node["any"][0]["data"]
    if data.get("messageKey") not in DECIDED_HERE:
        return False
    return bool(page.evaluate(COLOURS, node["target"][-1]) >= CONTRAST)


def shown(node: dict[str, Any]) -> str:
    """Return the start of an element, and why it was named."""
    data = next((one["data"] for one in node["any"] if one["data"]), None)
    return f"{node['html'][:120]} {data if isinstance(data, dict) else ''}"
