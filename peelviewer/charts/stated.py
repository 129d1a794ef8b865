# SPDX-License-Identifier: MIT
"""Which measures of the running text are the values of a figure that is only a picture."""

from peelviewer.model.measure import Measure
from peelviewer.model.report import Figure, Report
from peelviewer.reference.catalogue import catalogue
from peelviewer.reference.labels import plain_label
from peelviewer.reference.months import day_words

# Such figures show one bar for each force; what breaks a measure down by something else is not
# stated by the measure's one value.
_BY_FORCE = "by force"
_LEADS = ("percentage of ", "proportion of ", "rate of ")


def stated_values(report: Report, figure: Figure) -> tuple[int, ...]:
    """Return the indices of the measures whose values are the picture's, the force's own bar.

    A measure that names the figure itself is taken. Else the figure must compare forces, its
    title must begin with a name of the measure, and it must state the period's end. Of several
    places that state it, the one with both values, then the nearest to the figure, is taken.
    """
    named = tuple(i for i, measure in enumerate(report.measures) if measure.figure == figure.number)
    if named or figure.form != "image":
        return named
    key = _key_of(figure.title)
    found = [
        index
        for index, measure in enumerate(report.measures)
        if measure.key == key
        and measure.origin == "prose"
        and day_words(measure.period.end) in figure.title
    ]
    if not found:
        return ()
    return (min(found, key=lambda index: _distance(report.measures[index], figure)),)


def _distance(measure: Measure, figure: Figure) -> tuple[bool, bool, int]:
    pages = abs((measure.page or 0) - (figure.page or 0))
    return (measure.force is None or measure.national is None, measure.page is None, pages)


def _key_of(title: str) -> str | None:
    """Return the measure whose longest name begins the title of a figure of all forces."""
    words = plain_label(title)
    if _BY_FORCE not in words:
        return None
    starts = [words, *(words.removeprefix(lead) for lead in _LEADS)]
    names = [
        (len(name), definition.key)
        for definition in catalogue().measures
        for name in map(plain_label, (definition.label, *definition.names))
        if any(start.startswith(name) for start in starts)
    ]
    return max(names)[1] if names else None
