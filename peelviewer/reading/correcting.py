# SPDX-License-Identifier: MIT
"""A report with the user's corrections in it, and all that follows from them.

The rules:

- Ids of sections and blocks never change, whatever is corrected: notes, links and stored
  corrections refer to them. Only the report's own id follows its force, pillar and year.
- A corrected level moves that heading alone. Each section stands under the nearest section before
  it that is at a higher level. A section whose level or place changed gets the kind that its title
  has there, by the reader's own rules.
- A corrected kind changes the block and what was derived from it: judgments and figures are
  derived anew where a block of theirs is concerned; an action appears or goes with its block. An
  action under no heading that names its kind is an area for improvement.
- Texts, footnotes, measures and the audit stay: no word moves.
- A correction that names nothing in the report is passed over; ``passed_over`` tells which.
"""

from collections.abc import Mapping, Sequence

import msgspec

from peelviewer.model.corrections import Corrections
from peelviewer.model.report import Action, Block, BlockKind, Figure, Report, Section
from peelviewer.reading.actions import actions, kind_of_heading
from peelviewer.reading.figures import figures
from peelviewer.reading.judgments import judgments, with_questions
from peelviewer.reading.sections import kind_of_title
from peelviewer.reading.slugs import slug


def apply(report: Report, corrections: Corrections) -> Report:
    """Return ``report``, as it was read, with the corrections in it; see the rules above.

    ``report`` may be the one that the corrections were made for, or a newer copy of it.
    """
    if corrections.is_empty:
        return report
    fit = fitted(report, corrections)
    kinds = {
        block: kind for block, kind in fit.kinds.items() if kind != report.blocks_by_id[block].kind
    }
    sections = _with_kinds(report.sections, kinds)
    if any(level != report.sections_by_id[section].level for section, level in fit.levels.items()):
        sections = _with_levels(sections, fit.levels)
    changed = msgspec.structs.replace(report, sections=sections)
    return _identified(_derived(report, changed, kinds), fit)


def fitted(report: Report, corrections: Corrections) -> Corrections:
    """Return the corrections that have a place in ``report``, with the ids that it has there.

    These, not the ones of another copy, are to be kept with ``report``.
    """
    places = _places(report, corrections)
    return msgspec.structs.replace(
        corrections,
        levels={
            section: level
            for section, level in corrections.levels.items()
            if section in report.sections_by_id
        },
        kinds={places[name]: kind for name, kind in corrections.kinds.items() if name in places},
        texts={place: report.blocks_by_id[place].text for place in places.values()},
    )


def passed_over(report: Report, corrections: Corrections) -> tuple[str, ...]:
    """Return the ids of sections and blocks whose corrections have no place in ``report``."""
    found = _places(report, corrections)
    return (
        *(section for section in corrections.levels if section not in report.sections_by_id),
        *(block for block in corrections.kinds if block not in found),
    )


def _identified(report: Report, corrections: Corrections) -> Report:
    """Return the report with its title, force, pillar and year corrected, and its id after them."""
    force = corrections.force or report.force
    pillar = corrections.pillar or report.pillar
    year = corrections.year or report.year
    is_another = (force.id, pillar, year) != (report.force.id, report.pillar, report.year)
    return msgspec.structs.replace(
        report,
        id=f"{force.id}-{pillar}-{slug(year)}" if is_another else report.id,
        title=corrections.title or report.title,
        force=force,
        pillar=pillar,
        year=year,
    )


def _places(report: Report, corrections: Corrections) -> dict[str, str]:
    """Return, for each corrected block that is in ``report``, its id there.

    It is the block of that id, if it has the same text as when it was corrected; else the only
    block with that text.
    """
    known = report.blocks_by_id
    found = {}
    for name in corrections.kinds:
        text = corrections.texts.get(name)
        if name in known and text in (None, known[name].text):
            found[name] = name
        elif text:
            same = [block.id for block in known.values() if block.text == text]
            if len(same) == 1:
                found[name] = same[0]
    return found


def _with_kinds(sections: Sequence[Section], kinds: Mapping[str, BlockKind]) -> tuple[Section, ...]:
    def corrected(block: Block) -> Block:
        kind = kinds.get(block.id)
        return block if kind is None else msgspec.structs.replace(block, kind=kind)

    if not kinds:
        return tuple(sections)
    return tuple(
        msgspec.structs.replace(section, blocks=tuple(map(corrected, section.blocks)))
        for section in sections
    )


def _with_levels(sections: Sequence[Section], levels: Mapping[str, int]) -> tuple[Section, ...]:
    """Return the sections with those levels, each under its parent."""
    made: list[Section] = []
    above: list[Section] = []
    for section in sections:
        level = max(1, levels.get(section.id, section.level))
        while above and above[-1].level >= level:
            above.pop()
        parent = above[-1] if above else None
        moved = msgspec.structs.replace(section, level=level, parent=parent.id if parent else None)
        if (moved.level, moved.parent) != (section.level, section.parent):
            kind = kind_of_title(section.title, level)
            if parent is not None and parent.kind == "annex":
                kind = "annex"
            moved = msgspec.structs.replace(moved, kind=kind)
        made.append(moved)
        above.append(moved)
    return tuple(made)


def _derived(former: Report, report: Report, kinds: Mapping[str, BlockKind]) -> Report:
    """Return ``report`` with what follows from the kinds of its blocks and its sections' places."""
    touched = {former.blocks_by_id[block].kind for block in kinds} | set(kinds.values())
    chapters = [(s.id, s.parent, s.kind) for s in report.sections]
    is_moved = chapters != [(s.id, s.parent, s.kind) for s in former.sections]
    if "judgment" in touched or is_moved:
        judged = judgments(report.sections, report.year, report.force)
        made = with_questions(report.sections, judged)
        report = msgspec.structs.replace(report, sections=made, judgments=judged)
    if is_moved or any(former.blocks_by_id[block].figure is not None for block in kinds):
        report = msgspec.structs.replace(report, figures=_figures(report))
    if "action" in touched:
        report = msgspec.structs.replace(report, actions=_actions(report, kinds))
    return report


def _figures(report: Report) -> tuple[Figure, ...]:
    """Return the figures that the blocks make; where on its page a picture is, no block says."""
    known = report.figures_by_number
    return tuple(
        msgspec.structs.replace(figure, region=known[figure.number].region)
        if figure.number in known
        else figure
        for figure in figures(report.sections)
    )


def _actions(report: Report, kinds: Mapping[str, BlockKind]) -> tuple[Action, ...]:
    """Return the actions: those that stood there, without those that are none, with the new."""
    known = {action.block: action for action in report.actions if action.block not in kinds}
    derived = {action.block: action for action in actions(report.sections)}
    found = [action for action in report.actions if action.block is None]
    for section in report.sections:
        kind = None
        for block in section.blocks:
            if block.kind == "caption":
                kind = kind_of_heading(block.text) or kind
            if block.kind == "action" or block.id in known:
                found.append(
                    derived.get(block.id)
                    or known.get(block.id)
                    or Action(
                        kind=kind or "area_for_improvement",
                        text=block.text,
                        section=section.id,
                        page=block.page,
                        block=block.id,
                    )
                )
    return tuple(found)
