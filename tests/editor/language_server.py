"""A conversation with a YAML language server, as an editor has it: requests and answers over its standard streams."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path
from typing import Any

VARIABLE = "YAML_LANGUAGE_SERVER"
"""The environment variable that may say where the command `yaml-language-server` is."""

PATIENCE = 120
"""Seconds after which a server that keeps silent is ended, so that no test waits for ever."""

SETTINGS = {"yaml": {"schemaStore": {"enable": False}, "hover": True, "completion": True, "validate": True}}


def command() -> tuple[str, ...] | None:
    """How to start the language server on this machine, if it is there; nothing is fetched."""
    named = os.environ.get(VARIABLE) or shutil.which("yaml-language-server")
    node = shutil.which("node")
    if named and node and Path(named).exists():
        return (node, str(Path(named).resolve()), "--stdio")
    return None


@dataclass(slots=True)
class Server:
    """One conversation; documents get a place in the folder that was opened."""

    process: subprocess.Popen[bytes]
    root: Path
    asked: int = 0
    opened: int = 0
    told: list[Mapping[str, Any]] = field(default_factory=list)

    def open(self, text: str) -> str:
        """Show a document to the server; what is given back is its name for the other questions."""
        self.opened += 1
        uri = (self.root / "agreements" / "dorp" / "proef" / f"bestand-{self.opened}.yaml").as_uri()
        self._tell(
            "textDocument/didOpen",
            {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}},
        )
        return uri

    def hover(self, uri: str, line: int, column: int) -> str:
        """What is shown when the mouse rests on a place."""
        answer = self._ask("textDocument/hover", _at(uri, line, column))
        return str(answer["contents"]["value"]) if answer else ""

    def completions(self, text: str) -> dict[str, str]:
        """What is offered at the end of a text, with the explanation beside it."""
        lines = text.split("\n")
        answer = self._ask("textDocument/completion", _at(self.open(text), len(lines) - 1, len(lines[-1])))
        return {item["label"]: _text(item.get("documentation", "")) for item in answer["items"]}

    def problems(self, text: str) -> list[str]:
        """What is underlined in a document."""
        uri = self.open(text)
        while True:
            for told in self.told:
                if told["method"] == "textDocument/publishDiagnostics" and told["params"]["uri"] == uri:
                    return [str(one["message"]) for one in told["params"]["diagnostics"]]
            self._answer(self._read())

    def _ask(self, method: str, params: Mapping[str, Any]) -> Any:  # noqa: ANN401 - JSON
        self.asked += 1
        self._write({"id": self.asked, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == self.asked and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self._answer(message)

    def _answer(self, message: Mapping[str, Any]) -> None:
        if "id" not in message:
            self.told.append(message)
        elif message["method"] == "workspace/configuration":
            wanted = [SETTINGS.get(item.get("section", ""), {}) for item in message["params"]["items"]]
            self._write({"id": message["id"], "result": wanted})
        else:
            self._write({"id": message["id"], "result": None})

    def _tell(self, method: str, params: Mapping[str, Any]) -> None:
        self._write({"method": method, "params": params})

    def _write(self, message: Mapping[str, Any]) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(content), content))
        self.process.stdin.flush()

    def _read(self) -> Mapping[str, Any]:
        assert self.process.stdout
        size = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            size = int(value) if name.lower() == b"content-length" else size
        assert size, "the language server has stopped"
        message: Mapping[str, Any] = json.loads(self.process.stdout.read(size))
        return message


@contextmanager
def started(words: tuple[str, ...], root: Path) -> Iterator[Server]:
    """A server that has this folder open; it is gone afterwards."""
    process = subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    server = Server(process, root)
    last_resort = threading.Timer(PATIENCE, process.kill)
    last_resort.start()
    try:
        server._ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": root.as_uri(),
                "capabilities": {
                    "textDocument": {
                        "completion": {
                            "completionItem": {"documentationFormat": ["markdown"], "snippetSupport": True}
                        },
                        "hover": {"contentFormat": ["markdown"]},
                    },
                    "workspace": {"configuration": True},
                },
            },
        )
        server._tell("initialized", {})
        server._tell("workspace/didChangeConfiguration", {"settings": SETTINGS})
        yield server
    finally:
        last_resort.cancel()
        process.kill()
        process.communicate()


def _at(uri: str, line: int, column: int) -> Mapping[str, Any]:
    return {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}}


def _text(documentation: str | Mapping[str, str]) -> str:
    return documentation if isinstance(documentation, str) else documentation["value"]
