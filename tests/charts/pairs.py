"""Pairs of printed values for tests."""

from peelviewer.charts.values import Value


def value(series, printed, number=None, missing=None):
    return Value(series=series, value=number, printed=printed, missing=missing)


def pair(force, national):
    def made(series, printed):
        if printed is None:
            return value(series, "–", missing="not given")
        number = printed.rstrip("%").replace(",", "").replace("−", "-").replace("–", "-")
        return value(series, printed, float(number))

    return made(0, force), made(1, national)
