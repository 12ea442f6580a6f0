"""One letter of each shipped kind, to look at in every form: `python -m tests.letters.gallery FOLDER`."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from soco_rules.letters.annex import with_annex
from soco_rules.letters.forms import Form
from soco_rules.letters.forms import as_file
from soco_rules.letters.tree import Letter
from soco_rules.letters.write import compose
from soco_rules.model.house_style import Logo
from tests.letters.random_letters import STYLE
from tests.letters.test_every_letter import ROOT
from tests.letters.test_every_letter import adopted
from tests.letters.test_every_letter import decided

_FORMS: tuple[Form, ...] = (".html", ".pdf", ".docx")
_LOGO = Logo(
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
    b'<path fill="#7a2a5e" d="M0 0h64v44a20 20 0 0 1-20 20H20A20 20 0 0 1 0 44z"/>'
    b'<path fill="#fff" d="M14 40V22l9 7 9-13 9 13 9-7v18z"/></svg>',
    "svg",
    "Logo van de gemeente Voorbeeldstad",
)
_DOTS_PER_INCH = "80"


def letters() -> Iterator[tuple[str, Letter]]:
    """The first decision of each kind that the shipped scenarios make, as if a person adopted it."""
    style = replace(STYLE, logo=_LOGO)
    written: set[str] = set()
    for decision in decided(""):
        name = decision.letter_name or decision.decision
        if name in written:
            continue
        letter, _ = compose(adopted(decision), [ROOT / "templates"], style)
        if letter:
            written.add(name)
            yield name, with_annex(letter)


def main(folder: Path) -> None:
    """Writes everything into the folder and tells what it wrote."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, letter in letters():
        for form in _FORMS:
            content, findings = as_file(letter, form)
            for finding in findings:
                _tell(f"{name}{form}: {finding.message}")
            if content is not None:
                (folder / f"{name}{form}").write_bytes(content)
        _tell(f"{folder / name}.html .pdf .docx" + _pictures(folder / name))


def _pictures(path: Path) -> str:
    """Renders the pages, where there is a program that does."""
    program = shutil.which("pdftoppm")
    if program is None:
        return " (no pictures: pdftoppm of poppler-utils is not installed)"
    command = (program, "-r", _DOTS_PER_INCH, "-png", f"{path}.pdf", str(path))
    subprocess.run(command, check=True)
    return f" and {len(list(path.parent.glob(f'{path.name}-*.png')))} .png"


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
