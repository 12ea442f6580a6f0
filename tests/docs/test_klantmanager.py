"""The conversation on the page for caseworkers is the one that `soco vraag` holds."""

from __future__ import annotations

import io
import shlex
import sys
from pathlib import Path

import pytest

from soco_rules.cli.main import main
from tests.docs.pages import DOCS
from tests.docs.pages import blocks


def test_the_conversation_is_what_soco_says(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where the page leaves something out (`...`), the parts around it come in this order."""
    block, _ = blocks((DOCS / "klantmanager.md").read_text("utf-8"), "text")
    command, _, conversation = block.partition("\n\n")
    typed = "".join(line.removeprefix("> ") + "\n" for line in conversation.splitlines() if line[:2] == "> ")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    with pytest.raises(SystemExit) as stopped:
        main(shlex.split(command)[1:])

    rest, missing = capsys.readouterr().out, []
    for part in conversation.split("...\n"):
        _, found, after = rest.partition(part)
        missing += [] if found else [part]
        rest = after if found else rest
    assert (0, []) == (stopped.value.code, missing)
