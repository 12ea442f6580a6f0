"""The same report from Spark."""

from __future__ import annotations

from pathlib import Path

import pytest

from soco_rules.backends.sql import spark
from soco_rules.simulation.flows import shipped
from soco_rules.simulation.page import as_page
from soco_rules.simulation.simulate import Order
from soco_rules.simulation.simulate import simulate
from tests.simulation.files import delft
from tests.simulation.files import invented
from tests.simulation.files import written

pytest.importorskip("pyspark", reason="pyspark is not installed: pip install soco-rules[verdeeld]")
pytestmark = [
    pytest.mark.spark,
    pytest.mark.skipif(not spark.has_java(), reason="there is no Java here"),
    pytest.mark.filterwarnings("ignore"),  # pyspark's own
]


def test_both_engines_make_the_same_report_to_the_cent(tmp_path: Path) -> None:
    file = written(tmp_path, invented(40, 2))
    readings = (delft(), delft(bijdragepercentage="20%"))
    pages = []
    for on_spark in (False, True):
        order = Order(readings, file, shipped(), ("bijdrageoverzicht",), on_spark=on_spark)
        report, findings = simulate(order)
        assert report is not None, findings
        pages.append(as_page(report, 1))

    assert pages[0] == pages[1]
    assert "erop achteruit" in pages[0]
