"""Asking Crossref and Open Library: politely, with patience, and once; an answer that was found is kept.

A question holds nothing but the work's own DOI or ISBN, or its title, first author and year. Where an e-mail address is
given it goes along as the sender's: Crossref serves those who can be reached apart from the others (the polite pool).
"""

import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx2
from habanero import Crossref
from habanero.exceptions import RequestError

from coursewright import __version__

_TRIES = 3
_PATIENCE = 60.0  # seconds; whoever asks for a longer wait is not asked again in this run
_SILENCES = 3  # in a row, after which a catalogue is left alone: each has taken the whole time for an answer
_PAUSE = 0.2  # seconds between questions: five a second, the least that Crossref allows
_FIELDS = "DOI,type,title,subtitle,author,editor,issued,published,published-print,container-title,volume,issue,page"
# Answers of another shape make the client library, or what reads them here, fall over in one of these ways.
_FAILURES = (httpx2.HTTPError, RequestError, RuntimeError, LookupError, ValueError, TypeError, AttributeError)


class NoAnswerError(Exception):
    """A catalogue did not answer; the message says why, as the end of a sentence that begins with its name."""


class SilenceError(NoAnswerError):
    """A catalogue can't be reached, or has not answered in time."""


class TooOftenError(NoAnswerError):
    """A catalogue wants to be left alone, for longer than a person would wait or without saying for how long."""


@dataclass(frozen=True)
class Services:
    """Where the catalogues are, who asks (an e-mail address, or nobody), and how long to wait for an answer."""

    crossref: str = "https://api.crossref.org"
    open_library: str = "https://openlibrary.org"
    email: str = ""
    timeout: float = 15
    sleep: Callable[[float], None] = time.sleep


@dataclass
class Catalogues:
    """The catalogues for one run. `folder` keeps answers; a catalogue in `closed` is not asked any more, and why."""

    services: Services
    folder: Path
    closed: dict[str, str] = field(default_factory=dict)
    silences: Counter[str] = field(default_factory=Counter)

    def work(self, doi: str) -> Any:
        """Crossref's message for a DOI; None where it has none. Raises NoAnswerError."""
        client = self._crossref()
        path = quote(doi, safe="/()")
        return self._ask("Crossref", f"doi {doi}", lambda: _a(dict, client.works(ids=[path])["message"]))

    def works(self, title: str, author: str, year: str) -> Any:
        """Crossref's best matches for a title, a first author and a year: a list of messages. Raises NoAnswerError."""
        client = self._crossref()
        words = {"query_bibliographic": f"{title} {year}".strip(), "query_author": author}
        query = {name: text for name, text in words.items() if text}

        def find() -> Any:
            return _a(list, client.works(limit=3, select=_FIELDS, **query)["message"]["items"])

        return self._ask("Crossref", f"search {json.dumps(query, ensure_ascii=False)}", find) or []

    def book(self, isbn: str) -> Any:
        """Open Library's data for an ISBN; None where it has none. Raises NoAnswerError."""
        name = f"ISBN:{isbn}"
        query = {"bibkeys": name, "jscmd": "data", "format": "json"}
        return self._ask("Open Library", name, lambda: self._open_library("/api/books", query).get(name))

    def books(self, title: str, author: str) -> Any:
        """Open Library's best matches for a title and a first author: a list of documents. Raises NoAnswerError."""
        fields = "title,subtitle,author_name,first_publish_year,publish_year"
        query = {"title": title, "author": author, "limit": "3", "fields": fields}
        question = f"search {json.dumps(query, ensure_ascii=False)}"
        return (
            self._ask("Open Library", question, lambda: _a(list, self._open_library("/search.json", query)["docs"]))
            or []
        )

    def _crossref(self) -> Crossref:
        services = self.services
        agent = f"coursewright/{__version__}"
        return Crossref(services.crossref, mailto=services.email or None, ua_string=agent, timeout=services.timeout)

    def _open_library(self, path: str, query: dict[str, str]) -> Any:
        services = self.services
        sender = f" (mailto:{services.email})" if services.email else ""
        headers = {"User-Agent": f"coursewright/{__version__}{sender}"}
        asked = {name: text for name, text in query.items() if text}
        answer = httpx2.get(services.open_library + path, params=asked, headers=headers, timeout=services.timeout)
        answer.raise_for_status()
        return answer.json()

    def _ask(self, name: str, question: str, call: Callable[[], Any]) -> Any:
        """The kept answer, or a new one; one that was not found is not kept, since it may be there tomorrow."""
        if name in self.closed:
            raise TooOftenError(self.closed[name])
        kept = self.folder / f"{sha256(f'{name} {question}'.encode()).hexdigest()[:32]}.json"
        try:
            return json.loads(kept.read_text("utf-8"))["answer"]
        except (OSError, ValueError, KeyError, TypeError):
            pass
        answer = self._answered(name, call)
        if answer:
            with suppress(OSError):  # what can't be kept is asked for again
                self.folder.mkdir(parents=True, exist_ok=True)
                text = json.dumps({"asked": f"{name}: {question}", "answer": answer}, ensure_ascii=False, indent=1)
                kept.write_text(text + "\n", "utf-8")
        return answer

    def _answered(self, name: str, call: Callable[[], Any]) -> Any:
        """A new answer; whoever asks to be left alone, or is silent again and again, is closed for this run."""
        try:
            answer = self._tried(call)
        except TooOftenError as failure:
            self.closed[name] = str(failure)
            raise
        except SilenceError as failure:
            self.silences[name] += 1
            if self.silences[name] == _SILENCES:
                self.closed[name] = f"was not asked: before, it {failure} ({_SILENCES} times in a row)"
            raise
        except NoAnswerError:
            self.silences[name] = 0
            raise
        self.silences[name] = 0
        return answer

    def _tried(self, call: Callable[[], Any], attempt: int = 1) -> Any:
        try:
            self.services.sleep(_PAUSE)
            return _encodable(call())
        except _FAILURES as error:
            response = _response(error)
            if response is not None and response.status_code == 404:
                return None
            wait = _wait(response, attempt)
            if wait > _PATIENCE:
                raise TooOftenError(f"asks for a pause of {wait:.0f} seconds") from error
            if not wait or attempt == _TRIES:
                kind = _kind(error, response)
                raise kind(_reason(error, response, self.services.timeout)) from error
        self.services.sleep(wait)
        return self._tried(call, attempt + 1)


def _a(kind: type[Any], answer: Any) -> Any:
    """An answer of the shape that is documented. Raises TypeError where it is of another."""
    if not isinstance(answer, kind):
        raise TypeError
    return answer


def _encodable(answer: Any) -> Any:
    """An answer that can be written as UTF-8: JSON may hold halves of characters."""
    return json.loads(json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace"))


def _kind(error: BaseException, response: httpx2.Response | None) -> type[NoAnswerError]:
    if response is not None:
        return TooOftenError if response.status_code == 429 else NoAnswerError
    silent = any(isinstance(cause, httpx2.TransportError) for cause in _causes(error))
    return SilenceError if silent else NoAnswerError


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An error and those behind it: the client library wraps them in its own, or falls over them."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _response(error: BaseException) -> httpx2.Response | None:
    """The answer that was an error, if there was one."""
    return next((cause.response for cause in _causes(error) if isinstance(cause, httpx2.HTTPStatusError)), None)


def _wait(response: httpx2.Response | None, attempt: int) -> float:
    """Seconds after which to ask again; 0 where it would not help."""
    if response is None or response.status_code not in (429, 503):
        return 0
    given = response.headers.get("Retry-After", "").strip()
    if given.isdigit():
        return max(1.0, float(given))
    try:
        return max(1.0, (parsedate_to_datetime(given) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return 2.0**attempt


def _reason(error: BaseException, response: httpx2.Response | None, timeout: float) -> str:
    if response is not None:
        often = " (asked too often)" if response.status_code == 429 else ""
        return f"answered with an error: {response.status_code}{often}"
    if any(isinstance(cause, httpx2.TimeoutException) for cause in _causes(error)):
        return f"did not answer within {timeout:g} seconds"
    if any(isinstance(cause, httpx2.TransportError) for cause in _causes(error)):
        return "can't be reached"
    return "answered in a form that is not its own"
