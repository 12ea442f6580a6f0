"""From the folder with `agreements/` to a Workspace: which files there are and how they relate."""

from __future__ import annotations

import os
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from pathlib import PurePosixPath
from types import MappingProxyType

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Note
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.diagnostics import in_reading_order
from soco_rules.model.agreement import Agreement
from soco_rules.model.mandate import Mandate
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.workspace import Workspace
from soco_rules.parser.load import load_agreement
from soco_rules.parser.mandates import check_mandates
from soco_rules.parser.mandates import is_register
from soco_rules.parser.mandates import load_mandates
from soco_rules.parser.register import REGISTER
from soco_rules.parser.register import read_register
from soco_rules.parser.register import sha256_of
from soco_rules.parser.yaml_source import MAX_BYTES
from soco_rules.parser.yaml_source import read

AGREEMENTS = "agreements"
RULE_FOLDERS = {AGREEMENTS: (".yaml", ".yml")}
"""Where rule files stand, and the ends of their names."""
NATIONAL = "landelijk"
JUDGES = (f"{AGREEMENTS}/{NATIONAL}/oordelaars.yaml", f"{AGREEMENTS}/oordelaars.yaml")
_LISTS = frozenset({REGISTER, *JUDGES})

ORGANISATIONS = ("gemeente", "cooperatie")
NOTHING: Mapping[str, bytes] = MappingProxyType({})


def shipped_root() -> Path:
    """The folder with the agreements and templates that come with soco_rules: in the wheel or the checkout."""
    package = Path(__file__).parents[1]
    inside = package / "shipped"
    return inside if inside.is_dir() else package.parent


def template_folders(root: Path) -> tuple[Path, ...]:
    """Where the letters of a workspace are looked for: its own folder first, then what is shipped."""
    return tuple(dict.fromkeys((root / "templates", shipped_root() / "templates")))


def load_workspace(
    root: Path,
    shipped: Path | None,
    *,
    references: Collection[str] | None = None,
    instead: Mapping[str, bytes] = NOTHING,
) -> tuple[Workspace, tuple[Diagnostic, ...]]:
    """The agreements of a workspace and of the national layers that come with soco_rules, with all findings.

    `root` and `shipped` are folders that hold `agreements/`; in a checkout of soco_rules they are the same.
    With `references` only those agreements are read, and what they stand on; where one of them does not exist all
    are, so that the nearest name can be told. `instead` has the content of files of the workspace, by their name
    relative to `root`, that is read in the place of what stands on the disk.
    """
    own, findings = _files(root, AGREEMENTS)
    own |= instead
    contents = own
    if shipped is not None and root.resolve() != shipped.resolve():
        national, found = _files(shipped, f"{AGREEMENTS}/{NATIONAL}")
        findings = (*findings, *found, *_shadowing(own, national))
        contents = {file: content for file, content in own.items() if not _is_national(file)} | national
    wanted = None if references is None else tuple(references)
    workspace, found = _workspace(tuple(contents.items()), wanted)
    if all(map(is_list, own)):
        empty = finding("lege-werkmap", Span(AGREEMENTS), "er is geen enkel regelbestand gevonden")
        findings = (*findings, empty)
    return workspace, in_reading_order((*findings, *found))


def errors_about(
    workspace: Workspace, findings: Iterable[Diagnostic], reference: str
) -> Iterator[Diagnostic]:
    """Of the findings of `load_workspace` the errors that count for one agreement.

    Those are the errors in its own files, in all that any version of it stands on, and in the lists: where a version
    cannot be read, the one before it would seem to be in force.
    """
    folders = {f"{AGREEMENTS}/{layer}" for layer in _layers_of(workspace, reference)}
    own = f"{AGREEMENTS}/{reference.partition('/')[0]}/"
    for found in findings:
        file = found.span.file
        in_list = is_list(file) and (file.startswith(own) or not is_register(file))
        if found.is_error and (in_list or file.rpartition("/")[0] in folders):
            yield found


def in_the_way(
    workspace: Workspace, findings: Iterable[Diagnostic], reference: str
) -> tuple[Diagnostic, ...]:
    """The errors that count for an agreement, and first which of its files cannot be read at all and what that means.

    An adopted version stays in force while a concept beside it is broken, but whether it is a concept cannot be read.
    """
    wrong = tuple(errors_about(workspace, findings, reference))
    return (*_unread(workspace, wrong, reference), *wrong)


def unread_files(workspace: Workspace, findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """As `in_the_way`, for every agreement of a municipality: which files cannot be read, and why."""
    found = tuple(findings)
    references = sorted(each for each in workspace.unreadable if not each.startswith(NATIONAL))
    return tuple(
        dict.fromkeys(each for reference in references for each in _with_why(workspace, found, reference))
    )


def _with_why(workspace: Workspace, findings: tuple[Diagnostic, ...], reference: str) -> Iterator[Diagnostic]:
    wrong = tuple(errors_about(workspace, findings, reference))
    unread = tuple(_unread(workspace, wrong, reference))
    files = {each.span.file for each in unread}
    yield from unread
    yield from (each for each in wrong if each.span.file in files)


def _unread(workspace: Workspace, wrong: Iterable[Diagnostic], reference: str) -> Iterator[Diagnostic]:
    """One finding for each file of the agreement itself that gave no version."""
    read_ = {version.path for version in workspace.agreements.get(reference, ())}
    folder = f"{AGREEMENTS}/{reference}/"
    first = {
        found.span.file: found.span for found in reversed(tuple(wrong)) if found.span.file.startswith(folder)
    }
    for file, place in sorted(first.items()):
        if file not in read_:
            message = (
                f"'{file}' is door een fout niet te lezen, ook niet of het een concept is; zolang dat niet te zien is, "
                f"wordt er over '{reference}' niets besloten en niets vastgesteld"
            )
            yield finding("versie-onleesbaar", place, message)


def _layers_of(workspace: Workspace, reference: str) -> tuple[str, ...]:
    """An agreement with everything that any version of it stands on."""
    found = [reference]
    for one in found:  # grows: a layer stands on others
        versions = workspace.agreements.get(one, ())
        found += [layer for each in versions for layer in each.builds_on if layer not in found]
    return tuple(found)


@lru_cache(maxsize=4)
def _workspace(
    files: tuple[tuple[str, bytes], ...], references: tuple[str, ...] | None
) -> tuple[Workspace, tuple[Diagnostic, ...]]:
    """The workspace of some files by name: the same one while nothing in them changes."""
    contents = dict(files)
    agreements, findings = _load(contents, references)
    by_reference = _by_reference(agreement for agreement in agreements.values() if agreement)
    judges, unlisted = _judges(contents)
    mandates, misread = _mandates(contents, by_reference)
    findings = (*findings, *unlisted, *misread, *_versions(by_reference), *_register(contents))
    if references is None:
        findings = (*findings, *_mandated(mandates, agreements), *_homeless(contents))
    unreadable = frozenset(_reference_of(file) for file, agreement in agreements.items() if agreement is None)
    sources = {file: content.decode("utf-8-sig", "replace") for file, content in contents.items()}
    return Workspace(by_reference, sources, unreadable, judges, mandates), findings


def is_list(file: str) -> bool:
    """Whether a file in agreements/ holds a list and no rules."""
    return file in _LISTS or is_register(file)


def _load(
    contents: Mapping[str, bytes], references: Collection[str] | None
) -> tuple[dict[str, Agreement | None], tuple[Diagnostic, ...]]:
    files = [file for file in contents if not is_list(file)]
    present = dict.fromkeys(map(_reference_of, files))
    wanted = list(present if references is None or not present.keys() >= set(references) else references)
    agreements: dict[str, Agreement | None] = {}
    findings: tuple[Diagnostic, ...] = ()
    for reference in wanted:  # grows: a layer asks for the layers that it builds on
        for file in files:
            if _reference_of(file) == reference and file not in agreements:
                agreements[file], found = load_agreement(file, contents[file])
                findings += found
                agreement = agreements[file]
                wanted += (
                    layer for layer in (agreement.builds_on if agreement else ()) if layer not in wanted
                )
    return agreements, findings


def _reference_of(file: str) -> str:
    return PurePosixPath(file).parent.relative_to(AGREEMENTS).as_posix()


def _by_reference(agreements: Iterable[Agreement]) -> dict[str, tuple[Agreement, ...]]:
    groups: dict[str, list[Agreement]] = {}
    for agreement in agreements:
        groups.setdefault(agreement.reference, []).append(agreement)
    return {
        reference: tuple(sorted(groups[reference], key=lambda version: (version.valid_from, version.path)))
        for reference in sorted(groups)
    }


def _versions(agreements: Mapping[str, tuple[Agreement, ...]]) -> Iterator[Diagnostic]:
    """On one day one version holds."""
    for reference, versions in agreements.items():
        for before, after in pairwise(versions):
            span = after.spans.get("geldig_vanaf", after.span)
            if before.valid_from == after.valid_from:
                note = Note("dit is het andere bestand", before.spans.get("geldig_vanaf", before.span))
                yield finding(
                    "versie-dubbel",
                    span,
                    f"van '{reference}' zijn er twee versies die op dezelfde dag beginnen",
                    notes=(note,),
                )
            elif before.valid_to is not None and before.valid_to >= after.valid_from:
                note = Note(
                    "tot en met deze dag geldt de vorige versie",
                    before.spans.get("geldig_tot_en_met", before.span),
                )
                yield finding(
                    "versie-overlap",
                    span,
                    f"op {as_dutch(after.valid_from, Kind.DATE)} gelden twee versies van '{reference}'",
                    notes=(note,),
                )


def _is_national(file: str) -> bool:
    return file.startswith(f"{AGREEMENTS}/{NATIONAL}/")


def _shadowing(own: Mapping[str, bytes], national: Mapping[str, bytes]) -> Iterator[Diagnostic]:
    """A workspace keeps to the national layers that are shipped; a copy of them does no harm."""
    for file, content in own.items():
        if _is_national(file) and national.get(file) != content:
            yield finding(
                "afgeschermd",
                Span(file),
                f"'{file}' is niet het bestand dat bij soco_rules hoort; het telt niet mee",
            )


def _judges(contents: Mapping[str, bytes]) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """Who can judge, and for which organisation."""
    judges: dict[str, str] = {}
    findings: list[Diagnostic] = []
    for file in JUDGES:
        source, found = read(file, contents[file]) if file in contents else (None, ())
        findings += found
        for name, organisation in source.data.items() if source else ():
            assert source is not None
            listed = judges.get(name, organisation)
            if listed != organisation:
                message = f"'{name}' oordeelt volgens de landelijke lijst voor de {listed}"
                remedy = "geef deze oordelaar een andere naam"
                findings.append(finding("afgeschermd", source.key_spans[name,], message, remedy=remedy))
            elif organisation in ORGANISATIONS:
                judges[name] = str(organisation)
            else:
                choices = " of ".join(ORGANISATIONS)
                message = f"'{name}' oordeelt voor {choices}; er staat iets anders"
                findings.append(finding("verkeerde-vorm", source.key_spans[name,], message))
    return judges, tuple(findings)


def _mandates(
    contents: Mapping[str, bytes], agreements: Iterable[str]
) -> tuple[dict[str, tuple[Mandate, ...]], tuple[Diagnostic, ...]]:
    """Who may sign, for the municipalities of some agreements."""
    municipalities = {reference.split("/")[0] for reference in agreements}
    mandates: dict[str, tuple[Mandate, ...]] = {}
    findings: tuple[Diagnostic, ...] = ()
    for file in filter(is_register, contents):
        if (municipality := _reference_of(file)) in municipalities:
            mandates[municipality], found = load_mandates(contents[file], file)
            findings += found
    return mandates, findings


def _mandated(
    mandates: Mapping[str, tuple[Mandate, ...]], agreements: Mapping[str, Agreement | None]
) -> Iterator[Diagnostic]:
    """What the registers say of decisions that nobody knows; not where a file of the municipality is unreadable."""
    known = [agreement for agreement in agreements.values() if agreement]
    for municipality, lines in mandates.items():
        own = {file for file in agreements if file.startswith(f"{AGREEMENTS}/{municipality}/")}
        if all(agreements[file] for file in own):
            yield from check_mandates(lines, _with_layers([a for a in known if a.path in own], known))


def _homeless(contents: Mapping[str, bytes]) -> Iterator[Diagnostic]:
    """Registers in a folder where no municipality has an agreement."""
    municipalities = {_reference_of(file).split("/")[0] for file in contents if not is_list(file)}
    for file in filter(is_register, contents):
        if (folder := _reference_of(file)) not in municipalities:
            remedy = did_you_mean(folder, municipalities, otherwise="zet het in de map van de gemeente")
            message = f"in '{AGREEMENTS}/{folder}' staat geen overeenkomst waarvoor deze mandaten gelden"
            yield finding("onbekende-overeenkomst", Span(file), message, remedy=remedy)


def _with_layers(agreements: Iterable[Agreement], known: Iterable[Agreement]) -> list[Agreement]:
    found = list(agreements)
    for agreement in found:  # grows: a layer stands on other layers
        found += [layer for layer in known if layer.reference in agreement.builds_on and layer not in found]
    return found


def _register(contents: Mapping[str, bytes]) -> Iterator[Diagnostic]:
    """What was adopted is still the same, byte for byte."""
    if REGISTER not in contents:
        return
    recorded, places, findings = read_register(contents[REGISTER])
    yield from findings
    for (reference, version), adopted in recorded.items():
        file = f"{AGREEMENTS}/{reference}/{version}.yaml"
        span = places[reference, version]
        if file not in contents:
            yield finding("vastgesteld-gewijzigd", span, f"'{file}' is vastgesteld en is er niet meer")
        elif sha256_of(contents[file]) != adopted.sha256:
            note = Note("dit bestand is veranderd", Span(file))
            yield finding(
                "vastgesteld-gewijzigd", span, f"'{file}' is na het vaststellen veranderd", notes=(note,)
            )


def _files(root: Path, below: str) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """The rule files below a folder, by their name relative to the root, and what cannot be read."""
    files: dict[str, bytes] = {}
    findings: list[Diagnostic] = []
    for path in _paths(root / below, root, findings):
        name = path.relative_to(root).as_posix()
        try:
            if not path.resolve(strict=True).is_relative_to(root.resolve()):
                findings.append(_unusable(name, "verwijst naar een plek buiten de werkmap"))
            elif not path.is_file():
                findings.append(_unusable(name, "is geen gewoon bestand"))
            else:
                with path.open("rb") as file:
                    files[name] = file.read(MAX_BYTES + 1)
        except (OSError, RuntimeError):  # a link that leads to itself is a RuntimeError
            findings.append(_unusable(name, "is niet te lezen"))
    return files, tuple(findings)


def _paths(folder: Path, root: Path, findings: list[Diagnostic]) -> Iterator[Path]:
    """The rule files below a folder, and links to folders, in a fixed order."""

    def report(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            findings.append(_unusable(Path(error.filename).relative_to(root).as_posix(), "is niet te lezen"))

    for directory, folders, files in os.walk(folder, onerror=report):
        folders.sort()
        yield from (path for name in folders if (path := Path(directory, name)).is_symlink())
        yield from (Path(directory, name) for name in sorted(files) if _is_rule_file(name))


def _is_rule_file(name: str) -> bool:
    """Also with an ending that is almost right: the file would otherwise be passed over without a word."""
    return name.lower().endswith((".yaml", ".yml", ".yaml.txt", ".yml.txt")) and not name.startswith(".")


def _unusable(name: str, what: str) -> Diagnostic:
    printable = name.encode(errors="replace").decode()
    return finding("bestand", Span(printable), f"'{printable}' {what}")
