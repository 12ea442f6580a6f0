"""How a requirement about two cases reads: what differs, what is kept, where it need not hold, and why."""

from __future__ import annotations

from syrupy.assertion import SnapshotAssertion

from soco_rules.letters.to_markdown import as_markdown
from soco_rules.reading.read import as_document
from tests.docs.test_notatie import workspace
from tests.reading.trees import stack_of


def test_two_cases_in_an_article(snapshot: SnapshotAssertion) -> None:
    text = as_markdown(as_document(stack_of(workspace(), "landelijk/voorbeeldwet"), own_only=True))

    assert snapshot == text[text.index("Vergelijking van twee gevallen") :].partition("\n#")[0]
