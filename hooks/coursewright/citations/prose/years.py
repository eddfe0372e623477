"""Years as citations have them, '1961', '1961a', '1961/1995', '[1951] 1961', 'n.d.', and what follows them."""

import re

_NUMBER = r"(?:1[4-9]|20)\d\d"
_ONE = (
    rf"(?:(?:c\.|ca\.|circa)\s?)?(?:\[{_NUMBER}\]\s?)?{_NUMBER}(?:[a-z](?:,\s?[b-k](?![\w.]))*)?"
    rf"(?:\s?[/]\s?{_NUMBER}[a-z]?|\s\[{_NUMBER}\])?"
    r"|n\.\s?d\.(?:-[a-z])?|(?:in\spress|forthcoming|in\sprep(?:aration|\.)?|submitted|under\sreview|to\sappear)(?:-[a-z])?"
)
YEAR = re.compile(rf"(?<![\w.,/–-])(?:{_ONE})(?![\w/%°$€£]|[.,]\d|\s?[-–—]\s?\d)", re.I)
YEARS = re.compile(
    rf"(?<![\w./–-])(?:{_ONE})(?:\s*(?:,|;|&|&amp;|\band\b)\s*(?:{_ONE}))*(?![\w/%°$€£]|[.,]\d|\s?[-–—]\s?\d)", re.I
)
LOCATOR = re.compile(
    r"[,:;]?\s*(?:(?:pp?|paras?|chaps?|ch|secs?|sect|vols?|figs?|bk|fn|nn?|ll?|app|s|kap|fol)\.?\s?|"
    r"(?:pages?|paragraphs?|chapters?|sections?|volumes?|parts?|tables?|figures?|appendix|books?|notes?|lines?|verses?|"
    r"slides?|footnotes?|endnotes?|box|study|experiment|equations?|lectures?)\s|[§¶]{1,2}\s?|(?<=[:,])\s*(?=\d{1,4}\b)|"
    r"(?<=:)\s*(?=[ivxl]+\b))"
    r"(?:[\dA-Z]|[ivxlc]+\b)[\w.:–—-]*(?:\s*(?:,|&|and|[-–—])\s*\d[\w.:–-]*)*",
    re.I,
)
_FOLLOWS = (
    r"see cf\. but as cited quoted reported discussed reprinted republished first\spublished emphas[ie]s italics my "
    r"our own original orig\. trans\w*\.? for among and & also in on e\.g\. i\.e\. inter\salia passim et\sseq to who "
    r"which with online preprint hereafter henceforth \[ chapters? especially esp\. particularly above below "
    r"respectively"
)
AFTER = re.compile(rf"[,;:]?\s*(?:{'|'.join(_FOLLOWS.split())})(?!\w)", re.I)
NUMBERS = re.compile(rf"{_NUMBER}[a-z]?|n\.\s?d\.|in press|forthcoming|submitted|in prep|under review|to appear", re.I)
LETTER = re.compile(rf"{_NUMBER}[a-z]\b|[a-z]\.\s?d\.-[a-z]|in press", re.I)
