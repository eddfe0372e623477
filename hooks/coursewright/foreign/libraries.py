"""Libraries: which bibliographies count for which pages, each file found and read once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from coursewright.bibliography import Bibliography, read_bibliography
from coursewright.diagnostics import Diagnostic, Place, Rule, Severity
from coursewright.foreign.built import included
from coursewright.foreign.folder import Folder
from coursewright.foreign.metadata import blocks, works
from coursewright.foreign.project import Named, Project, named_in
from coursewright.foreign.works import BIBTEX, CSL, Works, csl_keys

_GENERATORS = ("write_bib", "cite_packages", "nocite_packages", "r_refs(")  # knitr, grateful and papaja make such files


@dataclass
class Libraries:
    """The libraries of one project; `given` files stand for all that it names. `told` is what reading them has told."""

    folder: Folder
    project: Project
    given: tuple[Path, ...] = ()
    told: list[Diagnostic] = field(default_factory=list)
    _by_name: dict[tuple[Named, ...], Works] = field(default_factory=dict)
    _by_files: dict[tuple[tuple[Path, ...], bool], Works] = field(default_factory=dict)

    def pages(self) -> Iterator[tuple[Path, Works]]:
        """Each page that is built, and each that one includes, with its works; none for pages that have none."""
        queue = [(page, self.project.named) for page in sorted(self.project.built)]
        seen = set(self.project.built)
        while queue:
            page, named = queue.pop(0)
            if (source := self.folder.read(page)) is None:
                continue
            named = (*named, *self._named_by(page))
            if found := self._works(page, named):
                yield page, found
            for typed in included(source):
                inner = _first_file(typed, (page.parent, self.project.folder, self.folder.root))
                if inner is not None and inner in self._known_pages and inner not in seen:
                    seen.add(inner)
                    queue.append((inner, named))

    @property
    def shelves(self) -> tuple[Works, ...]:
        """The libraries that pages have, and where none has one, that of the folder."""
        if self._whole and not self._by_files:
            self._load(())
        return tuple(self._by_files.values())

    @cached_property
    def _known_pages(self) -> frozenset[Path]:
        return frozenset(self.project.pages)

    def _named_by(self, page: Path) -> tuple[Named, ...]:
        source = self.folder.read(page)
        if source is None or "bibliography" not in source.text:
            return ()
        return tuple(name for metadata in blocks(source) for name in named_in(metadata, page.parent))

    @cached_property
    def _whole(self) -> bool:
        """Whether nothing names a bibliography: then all that lie in the folder count."""
        named = self.project.named or any(self._named_by(page) for page in self.project.built)
        return not named and not self.given and bool(self.project.bibliographies)

    def _works(self, page: Path, named: Sequence[Named]) -> Works | None:
        source = self.folder.read(page)
        inline = dict(self.project.works)
        if source and "references" in source.text:
            inline |= {key: place for metadata in blocks(source) for key, place in works(metadata)}
        if not (named or inline or self._whole or self.given):
            return None
        named = tuple(named)
        shelf = self._by_name.get(named) or self._by_name.setdefault(named, self._load(named))
        return Works(shelf.bibliography, {**shelf.others, **inline}, shelf.complete, shelf.named) if inline else shelf

    def _load(self, named: tuple[Named, ...]) -> Works:
        """The works of some bibliographies; those of the same files are read once."""
        if self.given or self._whole:
            paths, lost = self.given or self.project.bibliographies, False
        else:
            found = {name: self._find(name) for name in named}
            paths, lost = tuple(dict.fromkeys(path for path in found.values() if path)), not all(found.values())
        key = (paths, lost)
        return self._by_files.get(key) or self._by_files.setdefault(key, self._read(paths, lost))

    def _find(self, name: Named) -> Path | None:
        """The file that is named; where it can't be had, that is told once."""
        path = _first_file(name.typed, (name.folder, self.project.folder, self.folder.root))
        if path is None:
            remote, made = "://" in name.typed or "`" in name.typed, self._is_made
            message = f"The bibliography '{name.typed}' is not in the folder, so unknown keys are not told."
            if remote or made:
                hint = "name a local copy with --bib to check its keys"
            else:
                hint = "correct the path, or name the file with --bib"
            level = Severity.ADVICE if made and not remote else None
            self._tell(Diagnostic(Rule.BIBLIOGRAPHY_READ, name.place, message, hint, level))
        return path

    @cached_property
    def _is_made(self) -> bool:
        """Whether a page makes a bibliography while it is built."""
        texts = (source.text for page in self.project.pages if (source := self.folder.read(page)))
        return any(name in text for text in texts for name in _GENERATORS)

    def _read(self, paths: Iterable[Path], lost: bool) -> Works:
        sources, others, complete = [], dict[str, Place](), not lost
        for path in paths:
            source = self.folder.read(path)
            for fault in self.folder.faults(path):
                self._tell(fault)
            keys = csl_keys(source) if source and path.suffix.lower() in CSL else None
            if source and path.suffix.lower() in BIBTEX:
                sources.append(source)
            elif keys is not None:
                others |= keys
            else:
                complete = False
                self._tell_unreadable(path)
        groups = [[source] for source in sources] if self._whole else [sources]  # files of a folder may be rivals
        read = [read_bibliography(group, self._tell) for group in groups]
        bibliography = Bibliography(tuple(entry for each in read for entry in each.entries))
        return Works(bibliography, others, complete, named=not self._whole)

    def _tell_unreadable(self, path: Path) -> None:
        place = Place(self.folder.name(path), 1, 1)
        message = "This bibliography is of a form that can't be read here, so unknown keys are not told."
        self._tell(Diagnostic(Rule.BIBLIOGRAPHY_READ, place, message, "save it as BibTeX or CSL-JSON"))

    def _tell(self, diagnostic: Diagnostic) -> None:
        self.told.append(diagnostic)


def _first_file(typed: str, folders: Iterable[Path]) -> Path | None:
    """The first file of that name, with '.bib' or without, below one of the folders."""
    for folder in folders:
        for name in (typed.lstrip("/"), f"{typed.lstrip('/')}.bib"):
            try:
                path = (folder / name).resolve()
                if path.is_file():
                    return path
            except (OSError, ValueError):
                continue
    return None
