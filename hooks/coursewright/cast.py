"""Everybody who is named in the cases of a course, and where else their names stand."""

import re
from dataclasses import dataclass
from functools import cached_property

from coursewright.course import Course
from coursewright.model import Case, Person


@dataclass(frozen=True)
class Cast:
    """The people and settings of a course's cases. `mentions` is all that it reads in the text of pages."""

    course: Course

    @cached_property
    def people(self) -> dict[str, tuple[tuple[str, Person], ...]]:
        """Name → (case id, person) of each who has it."""
        found: dict[str, list[tuple[str, Person]]] = {}
        for case in self.course.cases.values():
            for person in case.people:
                found.setdefault(person.name, []).append((case.id, person))
        return {name: tuple(each) for name, each in found.items()}

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        names = sorted((name for name in self.people if name[:1].isupper()), key=len, reverse=True)
        return re.compile(rf"(?<![\w’'-])(?P<name>{'|'.join(map(re.escape, names))})(?![\w-])") if names else None

    @cached_property
    def settings(self) -> tuple[tuple[str, Case], ...]:
        """The settings of all cases that are more than a word or two, without capitals."""
        cases = self.course.cases.values()
        return tuple((case.setting.casefold(), case) for case in cases if len(case.setting.split()) > 2)

    @cached_property
    def mentions(self) -> tuple[frozenset[tuple[str, str]], frozenset[str]]:
        """Ids of pages with the names that stand in their text; names that pages also write as common words."""
        texts = {name: page.source.text for name, page in self.course.page_ids.items()}
        named = ((owner, name) for owner, text in texts.items() for name in self.people if _names(text, name))
        return frozenset(named), frozenset(name for name in self.people if self._is_common(name.lower()))

    def knows(self, owner: str, name: str) -> bool:
        """Whether the page of a case or lesson has a name in its text, whoever bears it."""
        return (owner, name) in self.mentions[0]

    def is_word(self, name: str, text: str, at: int) -> bool:
        """Whether a name that opens a sentence may be the common word instead ('Comfort matters to …')."""
        opens = not text[:at].strip() or text[:at].rstrip()[-1:] in ".?!:"
        return opens and name in self.mentions[1]

    def _is_common(self, word: str) -> bool:
        """Whether any page has a word in lower case."""
        if not re.fullmatch("[a-z]+", word):
            return False
        pages = (page for page in self.course.pages.values() if word in page.source.text)
        whole = re.compile(rf"{word}(?<!\w{word})\b")  # begins with letters, which are found faster than an edge
        return any(whole.search(page.source.text, page.body) for page in pages)


def _names(text: str, name: str) -> bool:
    typed = re.escape(name)
    return name in text and bool(re.search(rf"{typed}(?<![\w’'-]{typed})(?![\w-])", text))
