"""What a form about an agreement would send."""

from __future__ import annotations

import html
import re

from fastapi.testclient import TestClient

KADE = "/overeenkomsten/havendorp/de-kade/2026-01-01"
FILE = "agreements/havendorp/de-kade/2026-01-01.yaml"


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
