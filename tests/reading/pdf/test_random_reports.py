"""Random reports: what is written as Markdown and printed as PDF is read as it was made."""

import subprocess
import sys
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from peelviewer.reading import read
from tests.reading.pdf.comparing import assert_same
from tests.reading.pdf.press import typeset

WORDS = (
    *("officers", "victims", "plans", "neighbourhood", "evidence", "each", "often", "county"),
    *("patrol", "asks", "keeps", "records", "well-trained", "shared", "partner", "calls"),
    *("risk", "before", "during", "staff", "sergeant", "finds", "follow-up", "help"),
)
TOPICS = ("prevention", "investigation", "protection", "response", "partnership", "supervision")

sentences = st.lists(st.sampled_from(WORDS), min_size=5, max_size=22).map(
    lambda words: " ".join(words).capitalize() + "."
)
paragraphs = st.lists(sentences, min_size=1, max_size=5).map(" ".join)
lists = st.lists(sentences, min_size=2, max_size=4)
values = st.decimals(min_value=0, max_value=999, places=1).map(str)
tables = st.lists(st.tuples(st.sampled_from(WORDS), values, values), min_size=2, max_size=6)
blocks = st.lists(
    st.one_of(
        st.tuples(st.just("paragraph"), paragraphs),
        st.tuples(st.just("noted"), paragraphs, sentences),
        st.tuples(st.just("list"), lists),
        st.tuples(st.just("table"), tables),
        st.tuples(st.just("picture")),
    ),
    min_size=1,
    max_size=5,
)
reports = st.lists(
    st.tuples(
        st.sampled_from(TOPICS),
        st.lists(st.tuples(st.sampled_from(TOPICS), blocks), max_size=3),
        blocks,
    ),
    min_size=2,
    max_size=4,
    unique_by=lambda chapter: chapter[0],
)
looks = st.fixed_dictionaries(
    {
        "tables": st.sampled_from(["boxes", "lines", "plain"]),
        "contents": st.sampled_from(["dots", "plain", "none"]),
        "outline": st.booleans(),
        "size": st.sampled_from([9.5, 11, 12.5]),
        "margin": st.sampled_from([50, 72, 90]),
    }
)


class Writer:
    """Markdown of a drawn report, with the titles that it must have."""

    def __init__(self, chapters) -> None:
        self.parts: list[str] = []
        self.titles: list[tuple[int, str]] = []
        self.listed: list[str] = []
        self.figures = self.notes = 0
        for topic, sections, own in chapters:
            self.heading(1, f"How good is {topic} in the county?")
            self.blocks(own)
            for number, (inner, body) in enumerate(sections, 1):
                self.heading(2, f"Part {number} of {topic}, on {inner}")
                self.blocks(body)

    def heading(self, level: int, title: str) -> None:
        self.parts.append("#" * (level + 1) + f" {title}")
        self.titles.append((level, title))
        bold = ("<b>", "</b>") if level == 1 else ("", "")
        page = len(self.titles) + 2
        self.listed.append("{0}{2} .....{1}\t{0}{3}{1}".format(*bold, title, page))

    def blocks(self, drawn) -> None:
        waiting = []
        for kind, *rest in drawn:
            if kind == "paragraph":
                self.parts.append(rest[0])
            elif kind == "noted":
                self.notes += 1
                self.parts.append(f"{rest[0]}<sup>{self.notes}</sup>")
                waiting.append(f"<sup>{self.notes}</sup> {rest[1]}")
            elif kind == "list":
                self.parts.append("These are the points that matter:")
                self.parts.append("\n".join(f"- {item}" for item in rest[0]))
            else:
                self.figure(rest)
        if waiting:
            self.parts += ["---", *waiting]

    def figure(self, rest) -> None:
        self.figures += 1
        self.parts.append(f"**Figure {self.figures}: Things that were counted**")
        if rest:
            rows = ["Thing\tNorthshire Police\tEngland and Wales"]
            rows += ["\t".join(row) for row in rest[0]]
            self.parts.append("\n".join(rows))
        self.parts.append("Source: Home Office data")

    def text(self) -> str:
        cover = [
            "# PEEL: Police effectiveness 2016",
            "An inspection of Northshire Police",
            "March 2017",
            "## Contents",
            "\n".join(self.listed),
        ]
        return "\n\n".join([*cover, *self.parts]) + "\n"


@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(reports, looks)
def same_in_markdown_and_in_print(chapters, look):
    made = Writer(chapters)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "report.md"
        source.write_text(made.text(), "utf-8")
        original = read(source)
        printed = read(typeset(original, Path(folder) / "report.pdf", **look))

    assert [(s.level, s.title) for s in original.sections[1:]] == made.titles
    assert len(original.footnotes) == made.notes
    assert len(original.figures) == made.figures
    assert_same(original, printed)


def test_a_random_report_is_the_same_in_markdown_and_in_print():
    # In a process of its own: Hypothesis also draws on the constants of whatever modules happen
    # to be loaded, so that beside other tests the reports would differ from run to run.
    run = "from tests.reading.pdf.test_random_reports import same_in_markdown_and_in_print as same"
    done = subprocess.run(
        [sys.executable, "-c", f"{run}; same()"],
        cwd=Path(__file__).parents[3], capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
