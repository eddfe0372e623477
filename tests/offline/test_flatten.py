"""ES modules become one classic script, or an error that names the module."""

import pytest

from coursewright.offline import FlattenError, flatten

MODULES = {
    "js/page.js": 'import { double, SIX as six } from "./lib/sums.js";\nimport "./effect.js";\ndouble(six);\n',
    "js/lib/sums.js": "export const SIX = 6;\nexport function double(n) { return 2 * n; }\nconst own = 1;\n",
    "js/effect.js": 'import { double } from "./lib/sums.js";\nexport async function later() { return double(1); }\n',
}


def test_what_is_imported_comes_first_and_once() -> None:
    made = flatten(("js/page.js",), MODULES.__getitem__)
    places = [
        made.index(f'coursewrightModules["{path}"] ??=') for path in ("js/lib/sums.js", "js/effect.js", "js/page.js")
    ]
    assert places == sorted(places)
    assert made.count("function double") == 1


def test_imports_are_taken_from_the_table_and_exports_put_into_it() -> None:
    made = flatten(("js/page.js",), MODULES.__getitem__)
    assert 'const { double, SIX: six } = coursewrightModules["js/lib/sums.js"];' in made
    assert "return { SIX, double };" in made
    assert "return { later };" in made
    assert "import" not in made
    assert "export" not in made


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("export default function f() {}", "export"),
        ('const m = await import("./a.js");', "import("),
        ("const here = import.meta.url;", "import.meta"),
        ('import all from "./lib/sums.js";', "import"),
        ('import * as all from "./lib/sums.js";', "import"),
        ('import { a } from "preact";', "not a relative path"),
        ("export let count = 0;", "export"),
        ('import { a } from "./a.js";', "imports itself"),
    ],
)
def test_other_forms_are_refused(text: str, words: str) -> None:
    with pytest.raises(FlattenError, match=r"js/a\.js") as refused:
        flatten(("js/a.js",), {**MODULES, "js/a.js": text}.__getitem__)
    assert words in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "// import it\n",
        "const of = {\n  import: 1,\n};\n",
        'const s = "export it";\n',
        "const important = 1;\nexport { important as it };\n",
    ],
)
def test_words_that_only_look_like_it_are_left(text: str) -> None:
    assert text.splitlines()[0] in flatten(("js/a.js",), {"js/a.js": text}.__getitem__)
