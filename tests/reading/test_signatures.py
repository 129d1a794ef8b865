"""A name above an office signs what stands over it: neither is a title."""

import pytest

from peelviewer.reading.headings import headings
from peelviewer.reading.text.markdown import lines

BODY = "## Introduction\n\nText.\n\n{}\n\n## Annex A – About the data\n\nText."


def titles(text):
    return [found.title for found in headings(lines(BODY.format(text)), None)]


@pytest.mark.parametrize(
    "signed",
    [
        "**Ada Marsh-Fell**\n\nHM Inspector of Constabulary",
        "**Ada Marsh-Fell**  \nHis Majesty’s Inspector of Constabulary",
        "##### **Ada Marsh-Fell**\n\nHM Chief Inspector",
        "**Ada Marsh-Fell HM Inspector of Constabulary**",
        "**Ada Marsh-Fell**\n\n**HM Inspector of Constabulary and Fire & Rescue Services**",
    ],
)
def test_a_name_above_an_office_is_no_title(signed):
    assert titles(signed) == ["Introduction", "Annex A – About the data"]


@pytest.mark.parametrize(
    "title",
    [
        "HM Inspector’s observations",
        "How HM Inspectors work",
        "Ada Marsh-Fell",
        "Foreword by HM Inspector of Constabulary",
        "Letter from Her Majesty’s Chief Inspector of Constabulary",
    ],
)
def test_a_title_that_names_an_inspector_is_one(title):
    assert title in titles(f"## {title}\n\nText of an inspector, HM Inspector of Constabulary.")
