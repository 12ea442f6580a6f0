"""The pages of beheer."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from fastapi import APIRouter
from fastapi import Depends
from fastapi import Request
from fastapi.responses import FileResponse
from fastapi.responses import RedirectResponse
from fastapi.responses import Response
from starlette.background import BackgroundTask

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.dossiers.chain import anchor_file
from soco_rules.dossiers.store import agreements
from soco_rules.dossiers.store import anchor
from soco_rules.dossiers.store import back_up
from soco_rules.dossiers.store import verify
from soco_rules.files import unwritable
from soco_rules.files import write_file
from soco_rules.web.admin.numbers import MOST
from soco_rules.web.admin.state import about
from soco_rules.web.admin.state import books
from soco_rules.web.admin.state import checked_books
from soco_rules.web.admin.state import files_in
from soco_rules.web.admin.state import keeping
from soco_rules.web.admin.state import rules_reviewed
from soco_rules.web.done import after
from soco_rules.web.faults import RefusedError
from soco_rules.web.ground import Ground
from soco_rules.web.ground import Here
from soco_rules.web.pages import page
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Who
from soco_rules.web.people import only_for
from soco_rules.web.tasks import Ready
from soco_rules.web.tasks import Run
from soco_rules.web.working import Begun
from soco_rules.web.working import shown_at
from soco_rules.web.written import as_answer

router = APIRouter(prefix="/beheer", dependencies=[Depends(only_for(DeskRole.ADMIN))])

_GZIP = "application/gzip"


@router.get("")
def admin(request: Request, here: Here) -> Response:
    """What this desk is, what it keeps, and what beheer can do."""
    folder = here.settings.backups
    return page(
        request,
        "admin/admin",
        title="Beheer",
        about=about(here),
        has_store=here.store is not None,
        books=books(here),
        folder=folder,
        backups=files_in(folder, "dossiers-*.jsonl.gz"),
        anchors=files_in(folder, "anker-*.json"),
    )


@router.post("/controle")
def check(here: Here, person: Who, tasks: Begun) -> Response:
    """Check every act of every book, and every rule."""

    def work(run: Run) -> Ready:
        run.tell("boeken controleren")
        lines = tuple(checked_books(here)) if here.store else ()
        run.tell("regels controleren")
        values = {"title": "Controle", "lines": lines, "findings": rules_reviewed(here)}
        return Ready("admin/checked", values)

    return shown_at(tasks.begin("Controle", person, work, section="/beheer"))


@router.post("/bewaartermijnen")
def count(here: Here, person: Who, tasks: Begun) -> Response:
    """Look for what can be erased, book by book."""

    def work(run: Run) -> Ready:
        run.tell("bewaartermijnen nagaan")
        lines = tuple(keeping(here))
        return Ready("admin/keeping", {"title": "Bewaartermijnen", "lines": lines, "most": MOST})

    return shown_at(tasks.begin("Bewaartermijnen", person, work, section="/beheer"))


@router.post("/reservekopie")
def backup(here: Here) -> Response:
    """Make a backup: in the folder for it, and else to keep oneself.

    Raises:
        RefusedError: it was made, and a book in it is damaged.
    """
    if (folder := here.settings.backups) is not None:
        _backed_up(here, folder)
        return RedirectResponse(after("/beheer", "reservekopie"), 303)
    passing = Path(tempfile.mkdtemp(prefix="soco-"))
    try:
        path = _backed_up(here, passing)
    except BaseException:
        shutil.rmtree(passing)
        raise
    gone = BackgroundTask(shutil.rmtree, passing)
    return FileResponse(path, media_type=_GZIP, filename=path.name, background=gone)


@router.post("/anker")
def make_anchor(here: Here) -> Response:
    """Write down where the books stand, to keep outside the store; in the folder as well where there is one."""
    anchors = [anchor(here.dossiers, each) for each in agreements(here.dossiers)]
    name = f"anker-{here.dossiers.now()[:19].replace(':', '').replace('-', '')}Z.json"
    text = anchor_file(anchors).encode()
    if (folder := here.settings.backups) is not None:
        _written(folder / name, text)
    return as_answer(name, text)


def _backed_up(ground: Ground, folder: Path) -> Path:
    """A backup of this moment, with every book in it checked.

    Raises:
        RefusedError: it cannot be written, or a book is damaged.
    """
    try:
        path, anchors = back_up(ground.dossiers, folder)
    except OSError as error:
        if isinstance(error, FileExistsError) and folder.is_dir():
            raise RefusedError(_a_moment_ago(folder)) from None
        raise RefusedError(_without_room(unwritable(folder, error)), status=503) from None
    if broken := [found for each in anchors for found in verify(ground.dossiers, each.agreement, each)]:
        raise RefusedError(*broken)
    return path


def _written(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RefusedError(_without_room(unwritable(path.parent, error)), status=503) from None
    if refused := write_file(path, content):
        raise RefusedError(*map(_without_room, refused), status=503)


def _without_room(found: Diagnostic) -> Diagnostic:
    return replace(found, remedy="zorg voor ruimte en rechten in deze map, en probeer het opnieuw")


def _a_moment_ago(folder: Path) -> Diagnostic:
    message = "Er is net al een reservekopie gemaakt."
    return finding("bestand", Span(str(folder)), message, remedy="wacht een seconde en maak haar opnieuw")
