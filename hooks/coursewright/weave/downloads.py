"""Where the files of the course's works are, below the site's root; they are made by the build."""

BIBTEX = "assets/downloads/references.bib"
CSL_JSON = "assets/downloads/references.json"
RIS = "assets/downloads/references.ris"
