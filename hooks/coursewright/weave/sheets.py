"""Where the printed question sheet of a lesson or case is."""


def sheet_path(owner: str) -> str:
    """The sheet's path below `docs/`; it is made by the build, no file holds it."""
    return f"questions/{owner}.md"
