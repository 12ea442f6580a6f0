"""The words of a letter in each form, read back as its reader gets them, without the marks that hold a direction."""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph
from markdown_it import MarkdownIt

from tests.letters.opened import opened

HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\ufff8"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\u115f\u1160\u17b4\u17b5\u3164\uffa0]"
)
"""What has no form: marks for direction, for where a word may break, for the form of the sign before."""
_UNREAD = frozenset({"head", "details"})
"""The head, and what opens only on screen."""
FROM_RIGHT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})


class _Words(HTMLParser):
    """The text of a page without its head and what is folded away; only a value stands within a word."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._unread = 0

    def handle_starttag(self, tag: str, _attributes: list[tuple[str, str | None]]) -> None:
        self._unread += tag in _UNREAD
        self._between(tag)

    def handle_endtag(self, tag: str) -> None:
        self._unread -= tag in _UNREAD
        self._between(tag)

    def handle_data(self, data: str) -> None:
        self.text += "" if self._unread else data

    def _between(self, tag: str) -> None:
        self.text += "" if tag in {"bdi", "em", "a", "strong"} else " "


def of_html(page: str) -> list[str]:
    words = _Words()
    words.feed(page)
    words.close()
    return HIDDEN.sub("", words.text).split()


def of_markdown(text: str) -> list[str]:
    return of_html(MarkdownIt("commonmark").enable("table").render(text))


def of_docx(content: bytes) -> list[str]:
    return HIDDEN.sub("", "\n".join(_lines(content))).split()


def of_pdf(content: bytes) -> list[str]:
    return HIDDEN.sub("", opened(content).text).split()


def signs(words: list[str], page: str) -> list[str] | Counter[str] | set[str]:
    """The characters one by one, as far as a PDF can keep their order.

    It holds them as they stand on paper, so from right to left their order is another. A loose mark above a letter that
    no font has as one sign is put down apart, and both then stand for the two of them.
    """
    found = list(unicodedata.normalize("NFKD", "".join(words)))
    if any(unicodedata.category(sign)[0] == "M" for sign in unicodedata.normalize("NFC", page)):
        return set(found)
    return Counter(found) if FROM_RIGHT & {unicodedata.bidirectional(sign) for sign in page} else found


def _lines(content: bytes) -> Iterator[str]:
    for part in docx.Document(io.BytesIO(content)).iter_inner_content():
        match part:
            case Paragraph():
                yield part.text
            case Table():
                yield from (cell.text for row in part.rows for cell in row.cells)
