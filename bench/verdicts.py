"""The lines that hold a figure against the goal and the floor of the design."""

from __future__ import annotations

from bench.timing import Start
from bench.timing import Timing
from bench.timing import in_units


def faster(ours: tuple[str, Timing], theirs: tuple[str, Timing], *, goal: float, floor: float) -> str:
    """How many times faster than another engine: more is better."""
    ratio = theirs[1].median / ours[1].median
    met = "goal met" if ratio >= goal else "goal MISSED, floor met" if ratio >= floor else "floor MISSED"
    return f"  => {_both(ours, theirs)} | {ratio:.1f}x faster (goal {goal:g}x, floor {floor:g}x: {met})"


def takes(ours: tuple[str, Timing], theirs: tuple[str, Timing], *, goal: float, floor: float) -> str:
    """How many times the time of another engine: less is better."""
    ratio = ours[1].median / theirs[1].median
    met = "goal met" if ratio <= goal else "goal MISSED, floor met" if ratio <= floor else "floor MISSED"
    return f"  => {_both(ours, theirs)} | {ratio:.1f}x its time (goal {goal:g}x, floor {floor:g}x: {met})"


def starts(name: str, start: Start, *, goal: float) -> str:
    """A cold start by the clock; where a busy machine may be to blame the processor time tells."""
    met = "goal met" if start.clock.median < goal else "goal MISSED"
    if start.processor.median < goal <= start.clock.median:
        met += ", met in processor time"
    clock, processor = in_units(start.clock.median), in_units(start.processor.median)
    return f"  => {name} {clock} | processor {processor} | goal < {goal:g} s: {met}"


def within(name: str, timing: Timing, *, goal: float) -> str:
    """A figure that has a goal of its own."""
    met = "goal met" if timing.median < goal else "goal MISSED"
    return f"  => {name} {in_units(timing.median)} | goal < {in_units(goal)}: {met}"


def row(name: str, timing: Timing) -> str:
    """A figure without a goal, or before it."""
    return f"  {name:<44}{timing}"


def _both(ours: tuple[str, Timing], theirs: tuple[str, Timing]) -> str:
    return " | ".join(f"{name} {in_units(timing.median)}" for name, timing in (ours, theirs))
