"""Pairs of printed values for tests."""

from peelviewer.charts.values import Value


def value(series, printed, number=None, missing=None):
    return Value(series=series, value=number, printed=printed, missing=missing)


def pair(force, national):
    def made(series, printed):
        if printed is None:
            return value(series, "–", missing="not given")
        return value(series, printed, float(printed.rstrip("%")))

    return made(0, force), made(1, national)
