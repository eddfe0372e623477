"""Years as citations have them, '1961', '1961a', '1961/1995', '[1951] 1961', 'n.d.', and what follows them."""

import re

_DIGITS = re.compile(r"\d{4}")
_NUMBER = r"(?:1[4-9]|20)\d\d"
_ONE = (
    rf"(?:(?:c\.|ca\.|circa)\s?)?(?:\[{_NUMBER}\]\s?)?{_NUMBER}(?:[a-z](?:,\s?[b-k](?![\w.]))*)?"
    rf"(?:\s?[/]\s?{_NUMBER}[a-z]?|\s\[{_NUMBER}\])?"
    r"|n\.\s?d\.(?:-[a-z])?|(?:in\spress|forthcoming|in\sprep(?:aration|\.)?|submitted|under\sreview|to\sappear)(?:-[a-z])?"
)
YEARS = re.compile(
    rf"(?<![\w./–-])(?:{_ONE})(?:\s*(?:,|;|&|&amp;|\band\b)\s*(?:{_ONE}))*(?![\w/%°$€£]|[.,]\d|\s?[-–—]\s?\d)", re.I
)
LOCATOR = (
    r"(?i)[,:;]?\s*(?:(?:pp?|paras?|chaps?|ch|secs?|sect|vols?|figs?|bk|fn|nn?|ll?|app|s|kap|fol)\.?\s?|"
    r"(?:pages?|paragraphs?|chapters?|sections?|volumes?|parts?|tables?|figures?|appendix|books?|notes?|lines?|verses?|"
    r"slides?|footnotes?|endnotes?|box|study|experiment|equations?|lectures?)\s|[§¶]{1,2}\s?|(?<=[:,])\s*(?=\d{1,4}[a-e]?\b)|"
    r"(?<=:)\s*(?=[ivxl]+\b))"
    r"(?:[\dA-Z]|[ivxlc]+\b)[\w.:–—-]*(?:\s*(?:,|&|and|[-–—])\s*\d[\w.:–-]*)*"
)
_FOLLOWS = (
    r"see cf\. but as cited quoted reported discussed reprinted republished first\spublished emphas[ie]s italics "
    r"my our own original orig\. trans\w*\.? for among and & also in on e\.g\. i\.e\. inter\salia passim et\sseq "
    r"to who which with online preprint hereafter henceforth is are has though although where when whose because "
    r"\[ chapters? especially esp\. particularly above below respectively"
)
AFTER = rf"(?i)\s?[,;:–—-]?\s*(?:{'|'.join(_FOLLOWS.split())})(?!\w)"
_UNDATED = ("n.d", "n. d", "n.\nd", "in press", "forthcoming", "in prep", "submitted", "under review", "to appear")
NUMBERS = re.compile(rf"{_NUMBER}[a-z]?|n\.\s?d\.|in press|forthcoming|submitted|in prep|under review|to appear", re.I)
LETTER = rf"(?i){_NUMBER}[a-z]\b|[a-z]\.\s?d\.-[a-z]|in press"


def is_dated(text: str) -> bool:
    """Whether a text may hold a year at all: most pages are done with this."""
    low = text.lower()
    return bool(_DIGITS.search(text)) or any(word in low for word in _UNDATED)
