"""A short text as JSON that a page can show without reading markup: words, and words with emphasis."""

from coursewright.sets.text import Text

Json = object
"""What `json.dumps` takes."""

_SHOWN = ("em", "strong", "code")
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")


def compact_text(text: Text) -> Json:
    """The words alone where Markdown and words are the same; [words] where the Markdown has straight quotation marks
    for their curly ones; else [Markdown, runs].
    """
    runs = compact_runs(text)
    if runs in ([], [text.markdown]):
        return text.markdown
    words = runs[0]
    if len(runs) == 1 and isinstance(words, str) and words.translate(_STRAIGHT) == text.markdown:
        return runs
    return [text.markdown, runs]


def compact_runs(text: Text) -> list[Json]:
    """Words with emphasis: strings, and [string, names of elements around it] such as ['Sula', 'em']."""
    if "<" not in text.html:  # most texts, and the quicker way
        return [text.plain] if text.plain else []
    runs: list[Json] = []
    for run in text.runs:
        marks = " ".join(mark for mark in run.marks if mark in _SHOWN)
        last = runs[-1] if runs else None
        if marks:
            runs.append([run.words, marks])
        elif isinstance(last, str):
            runs[-1] = last + run.words
        else:
            runs.append(run.words)
    return runs
