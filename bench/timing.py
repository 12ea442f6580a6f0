"""How long calls and new processes take: the median, and for the spread the fastest and the ninth of ten."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

BLOCK = 50
"""So many calls to one contender, then to the next: a busy moment of the machine is shared by all."""

Call = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds; one in ten took longer than `slow`."""

    median: float
    fastest: float
    slow: float

    def __str__(self) -> str:
        return f"{in_units(self.median):>9}   ({in_units(self.fastest)} to {in_units(self.slow)})"


@dataclass(frozen=True, slots=True)
class Start:
    """A new process: by the clock, and the processor time that it used, which a busy machine disturbs less."""

    clock: Timing
    processor: Timing


def side_by_side(contenders: Mapping[str, Sequence[Call]], warm_up: int) -> dict[str, Timing]:
    """Every call of every contender once; the first ones do not count."""
    seconds: dict[str, list[float]] = {name: [] for name in contenders}
    most = max(map(len, contenders.values()))
    for start in range(0, most, BLOCK):
        for name, calls in contenders.items():
            seconds[name] += map(_seconds, calls[start : start + BLOCK])
    return {name: timing_of(all_[warm_up:]) for name, all_ in seconds.items()}


def repeated(call: Call, times: int) -> Timing:
    """One call again and again; the first does not count."""
    return side_by_side({"": [call] * (times + 1)}, warm_up=1)[""]


def started(command: Sequence[str], times: int, *, fresh_folder: str = "") -> Start:
    """A command in new processes; each finds a new empty folder in the environment variable `fresh_folder`."""
    clock: list[float] = []
    processor: list[float] = []
    for _ in range(times):
        with tempfile.TemporaryDirectory() as folder:
            run = partial(_run, command, {fresh_folder: folder} if fresh_folder else {})
            used = _of_children()
            clock.append(_seconds(run))
            processor.append(_of_children() - used)
    return Start(timing_of(clock), timing_of(processor))


def first_time(code: str, call: str, times: int) -> Timing:
    """A call that finds nothing remembered from before: each in a new process, which measures it itself."""
    script = f"import time\n{code}\nstart = time.perf_counter()\n{call}\nprint(time.perf_counter() - start)"
    command = (sys.executable, "-c", script)
    return timing_of([float(subprocess.check_output(command)) for _ in range(times)])  # noqa: S603


def in_units(seconds: float) -> str:
    """A length of time to three figures."""
    for size, unit in ((1, "s"), (1e-3, "ms")):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds / 1e-6:.3g} us"


def _run(command: Sequence[str], environment: Mapping[str, str]) -> None:
    subprocess.run(command, env={**os.environ, **environment}, check=True, stdout=subprocess.DEVNULL)  # noqa: S603


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _seconds(call: Call) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def timing_of(seconds: Sequence[float]) -> Timing:
    """The median and the spread of some lengths of time."""
    in_order = sorted(seconds)
    return Timing(statistics.median(in_order), in_order[0], in_order[len(in_order) * 9 // 10])
