"""What a person reads on a page, and what a form on it would send."""

from __future__ import annotations

import html
import re

from fastapi.testclient import TestClient

KADE = "/overeenkomsten/havendorp/de-kade/2026-01-01"
FILE = "agreements/havendorp/de-kade/2026-01-01.yaml"


def read(page: str, region: str = "main") -> str:
    """The words of a part of a page by its tag or its id, a line for each line of it that has any."""
    found = re.search(rf"<(\w+)[^>]*id=\"{region}\"[^>]*>.*?</\1>", page, re.DOTALL) or re.search(
        rf"<{region}\b.*?</{region}>", page, re.DOTALL
    )
    assert found, f"no {region} on this page"
    text = html.unescape(re.sub(r"<[^>]+>", " ", found[0]))
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def fields(page: str) -> dict[str, str]:
    """Every field of the forms on a page with what it holds."""
    found: dict[str, str] = {}
    for tag in re.findall(r"<input[^>]*>", page):
        name = re.search(r'name="([^"]*)"', tag)
        if name and not ('type="radio"' in tag and " checked" not in tag):
            value = re.search(r'value="([^"]*)"', tag)
            found[name[1]] = html.unescape(value[1]) if value else ""
    for name, inside in re.findall(r'<select[^>]*name="([^"]*)"[^>]*>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', inside)
        found[name] = html.unescape(chosen[1]) if chosen else ""
    for name, inside in re.findall(r'<textarea[^>]*name="([^"]*)"[^>]*>\n(.*?)</textarea>', page, re.DOTALL):
        found[name] = html.unescape(inside)
    return found


def sent(client: TestClient, path: str, **changed: str) -> dict[str, str]:
    """What the form on a page sends when these fields are changed."""
    return fields(client.get(path).text) | {name.replace("__", "-"): value for name, value in changed.items()}
