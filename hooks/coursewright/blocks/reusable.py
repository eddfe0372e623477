"""Reusable blocks: a file of Markdown with parameters, which pages include by its id."""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from coursewright.blocks.model import Block
from coursewright.diagnostics import Diagnostic, Report, Rule
from coursewright.model import Parameter, Ref, ReusableBlock
from coursewright.source import Source, suggest
from coursewright.yaml_nodes import Mapping as YamlMapping
from coursewright.yaml_nodes import first_of_each, read_front_matter

SLOT = re.compile(r"\{([a-z][a-z0-9_]*)\}")
"""A slot, in reusable blocks and in stems: a name in braces."""


def read_reusable_block(source: Source, report: Report) -> ReusableBlock | None:
    """A file of `course/blocks/`; None where its front matter can't be read."""
    front, body = read_front_matter(source, report, "block", required=True)
    if front is None:
        return None
    ref, title = front.id(), front.text("title", required=True)
    parameters = tuple(_read_parameters(front))
    front.finish()
    if ref is None:
        return None
    if ref.name != PurePosixPath(source.path).stem:
        report(
            Diagnostic(
                Rule.ID_FORM,
                ref.place,
                f"The block '{ref.name}' is in a file of another name.",
                f"name the file '{ref.name}.md'",
            )
        )
    block = ReusableBlock(ref.name, title, parameters, source, body, ref.place)
    _check_parameters(block, report)
    return block


def _read_parameters(front: YamlMapping) -> Iterator[Parameter]:
    for entry in front.mappings("parameters", "parameter"):
        name = entry.ref("name", required=True)
        description = entry.text("description", required=True)
        default = entry.phrase("default")
        entry.finish()
        if name:
            yield Parameter(name.name, description, default.text if default else None, name.place)


def _check_parameters(block: ReusableBlock, report: Report) -> None:
    declared = first_of_each((Ref(p.name, p.place) for p in block.parameters), report, "parameter")
    used = {match[1]: match for match in SLOT.finditer(block.source.text, block.body)}
    for name, ref in declared.items():
        if name not in used:
            message, hint = (
                f"The parameter '{name}' does not stand in the block's text.",
                f"write '{{{name}}}' where it belongs, or remove it",
            )
            report(Diagnostic(Rule.PARAMETER_USED, ref.place, message, hint))
    for name, match in used.items():
        if name not in declared:
            hint = suggest(name, declared) or "declare it under 'parameters'"
            report(
                Diagnostic(
                    Rule.PARAMETER_KNOWN,
                    block.source.place(*match.span()),
                    f"The block declares no parameter '{name}'.",
                    hint,
                )
            )


def fill(text: str, values: Mapping[str, str]) -> str:
    """`text` with its slots filled; a slot without a value stays as typed."""
    return SLOT.sub(lambda match: values.get(match[1], match[0]), text)


def check_use(use: Block, block: ReusableBlock) -> Iterator[Diagnostic]:
    """Problems of one use of a reusable block: options that it does not have, parameters that it is not given."""
    parameters = {parameter.name: parameter for parameter in block.parameters}
    given = {name.name for name, _ in use.options}
    for name, _ in use.options:
        if name.name not in parameters:
            hint = suggest(name.name, parameters) or (
                "parameters: " + ", ".join(parameters) if parameters else "it has none"
            )
            yield Diagnostic(
                Rule.PARAMETER_KNOWN, name.place, f"The block '{block.id}' has no parameter '{name.name}'.", hint
            )
    for parameter in block.parameters:
        if parameter.default is None and parameter.name not in given:
            message = f"The block '{block.id}' is not given its parameter '{parameter.name}'."
            yield Diagnostic(
                Rule.PARAMETER_GIVEN,
                use.place,
                message,
                f"add '    {parameter.name}: …' below: {parameter.description}",
            )


def check_reusable_blocks(
    uses: Mapping[str, tuple[Block, ...]], blocks: Mapping[str, ReusableBlock]
) -> Iterator[Diagnostic]:
    """Cycles, told once each at the use that closes it; `uses`: a block's id → the blocks that it includes."""
    done: set[str] = set()
    for start in sorted(blocks):
        yield from _walk(start, (), uses, done)


def _walk(
    current: str, path: tuple[str, ...], uses: Mapping[str, tuple[Block, ...]], done: set[str]
) -> Iterator[Diagnostic]:
    if current in done:
        return
    for use in uses.get(current, ()):
        target = use.argument.name if use.argument else ""
        trail = (*path, current)
        if target in trail:
            circle = " → ".join((*trail[trail.index(target) :], target))
            place = use.argument.place if use.argument else use.place
            yield Diagnostic(
                Rule.BLOCK_ACYCLIC,
                place,
                f"The block '{target}' contains itself: {circle}.",
                "remove one of these uses",
            )
        else:
            yield from _walk(target, trail, uses, done)
    done.add(current)
