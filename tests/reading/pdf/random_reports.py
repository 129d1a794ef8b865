"""Random reports as Hypothesis draws them, and their Markdown."""

from hypothesis import strategies as st

WORDS = (
    *("officers", "victims", "plans", "neighbourhood", "evidence", "each", "often", "county"),
    *("patrol", "asks", "keeps", "records", "well-trained", "shared", "partner", "calls"),
    *("risk", "before", "during", "staff", "sergeant", "finds", "follow-up", "help"),
)
TOPICS = ("prevention", "investigation", "protection", "response", "partnership", "supervision")
GRADES = ("Outstanding", "Good", "Requires improvement", "Inadequate", "Adequate")
LABELS = (
    "Calls for assistance per 1,000 population 12 months to 30 June 2016",
    "Recorded crime per 1,000 population 12 months to 30 June 2016",
    "Anti-social behaviour incidents per 1,000 population 12 months to 31 March 2016",
)

GROUPS = ("Northern area", "Offences recorded in the year", "All others")

# Rows that show how wide the text is set: of short words, so that they end where it does.
WIDE = (
    "It is up to all of us to do as we say, so we say it if we are to do it and not as a joke. " * 5
)

sentences = st.lists(st.sampled_from(WORDS), min_size=5, max_size=22).map(
    lambda words: " ".join(words).capitalize() + "."
)
paragraphs = st.lists(sentences, min_size=1, max_size=5).map(" ".join)
voices = st.lists(sentences, min_size=4, max_size=8).map(" ".join)
lists = st.lists(sentences, min_size=2, max_size=4)
values = st.one_of(
    st.decimals(min_value=0, max_value=999, places=1).map(str),
    st.sampled_from(["1,204", "-", "12%"]),
)
names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(
    lambda words: " ".join(words).capitalize()
)
rows = st.one_of(
    st.tuples(names, values, values),
    st.tuples(names, values, st.just("")),
    st.tuples(st.sampled_from(GROUPS)),
)
tables = st.tuples(
    st.lists(st.tuples(names, values, values), min_size=2, max_size=4),
    st.lists(rows, max_size=5),
    st.tuples(names, values, values),
).map(lambda parts: [*parts[0], *parts[1], parts[2]])
blocks = st.lists(
    st.one_of(
        st.tuples(st.just("paragraph"), paragraphs),
        st.tuples(st.just("noted"), paragraphs, st.lists(sentences, min_size=1, max_size=2)),
        st.tuples(st.just("called"), sentences, paragraphs, sentences),
        st.tuples(st.just("list"), st.sampled_from(["-", "1."]), lists),
        st.tuples(st.just("quotation"), sentences, sentences),
        st.tuples(st.just("voice"), voices),
        st.tuples(st.just("table"), tables),
        st.tuples(st.just("picture")),
    ),
    min_size=1,
    max_size=5,
)
actions = st.one_of(
    st.tuples(st.just("Areas for improvement"), lists),
    st.tuples(st.just("Cause of concern"), paragraphs, lists),
)
chapters = st.fixed_dictionaries(
    {
        "topic": st.sampled_from(TOPICS),
        "own": blocks,
        "sections": st.lists(st.tuples(st.sampled_from(TOPICS), blocks), max_size=3),
        "findings": st.none() | st.tuples(st.sampled_from(GRADES), paragraphs, actions),
    }
)
reports = st.fixed_dictionaries(
    {
        "numbers": st.none() | st.lists(st.tuples(values, values), min_size=1, max_size=3),
        "chapters": st.lists(
            chapters, min_size=2, max_size=4, unique_by=lambda chapter: chapter["topic"]
        ),
    }
)
looks = st.fixed_dictionaries(
    {
        "producer": st.sampled_from(["fpdf2", "reportlab"]),
        "tables": st.sampled_from(["boxes", "lines", "below", "plain"]),
        "contents": st.sampled_from(["dots", "plain", "none"]),
        "outline": st.booleans(),
        "size": st.sampled_from([9.5, 11, 12.5]),
        "margin": st.sampled_from([50, 72, 90]),
        "pairs": st.sampled_from(["across", "beside", "down"]),
        "quotes": st.sampled_from(["indented", "italics"]),
        "bullets": st.sampled_from(["signs", "drawn"]),
        "values": st.sampled_from(["left", "centre", "right"]),
        "header": st.sampled_from([(), ("Peel inspection – {force}",), ("{page} | {force}",)]),
        "footer": st.sampled_from(["", "{page}", "Page {page} of 99"]),
    }
)


class Writer:
    """Markdown of a drawn report, and what must be found in it."""

    def __init__(self, drawn) -> None:
        self.parts: list[str] = []
        self.titles: list[tuple[int, str]] = []
        self.listed: list[str] = []
        self.figures = self.notes = self.pairs = self.actions = self.grades = 0
        if drawn["numbers"]:
            self.heading(1, "Force in numbers")
            for label, (force, national) in zip(LABELS, drawn["numbers"], strict=False):
                self.pairs += 1
                self.parts += [label, "Northshire Police", "England and Wales"]
                self.parts += [f"**{force}**", f"**{national}**"]
        for chapter in drawn["chapters"]:
            self.chapter(**chapter)

    def chapter(self, topic, own, sections, findings) -> None:
        self.heading(1, f"How effective is the force at {topic} in the county?")
        self.blocks(own)
        for number, (inner, body) in enumerate(sections, 1):
            self.heading(2, f"Part {number} of {topic}, on {inner}")
            self.blocks(body)
        if findings:
            self.findings(*findings)

    def heading(self, level: int, title: str) -> None:
        self.parts.append("#" * (level + 1) + f" {title}")
        self.titles.append((level, title))
        bold = ("<b>", "</b>") if level == 1 else ("", "")
        page = len(self.titles) + 2
        self.listed.append("{0}{2} .....{1}\t{0}{3}{1}".format(*bold, title, page))

    def findings(self, grade, summary, drawn) -> None:
        self.grades += 1
        self.heading(2, "Summary of findings")
        self.parts += [f"**{grade}**", summary, f"### {drawn[0]}"]
        if len(drawn) == 3:
            self.actions += 1
            self.parts += [drawn[1], "### Recommendations"]
        self.actions += len(drawn[-1])
        self.parts.append("\n".join(f"- {item}" for item in drawn[-1]))

    def blocks(self, drawn) -> None:
        waiting: list[str] = []
        for kind, *rest in drawn:
            getattr(self, kind)(waiting, *rest)
        if waiting:
            self.parts += ["---", *waiting]

    def note(self, waiting, text) -> str:
        self.notes += 1
        waiting.append(f"<sup>{self.notes}</sup> {text}")
        return str(self.notes)

    def paragraph(self, waiting, text) -> None:
        self.parts.append(text)

    def noted(self, waiting, text, notes) -> None:
        called = ",".join(self.note(waiting, note) for note in notes)
        self.parts.append(f"{text}<sup>{called}</sup>")

    def called(self, waiting, start, text, note) -> None:
        self.parts.append(f"{start}<sup>{self.note(waiting, note)}</sup> {text}")

    def list(self, waiting, marker, items) -> None:
        self.parts.append("These are the points that matter:")
        markers = [f"{number}." if marker == "1." else marker for number in range(1, 9)]
        self.parts.append("\n".join(f"{m} {item}" for m, item in zip(markers, items, strict=False)))

    def quotation(self, waiting, one, other) -> None:
        self.parts += ["One of them put it like this:", f"“{one} {other}”"]

    def voice(self, waiting, said) -> None:
        self.parts += [WIDE.strip(), f"> “{said}” Somebody told us so."]

    def table(self, waiting, rows) -> None:
        self.figures += 1
        self.parts.append(f"**Figure {self.figures}: Things that were counted**")
        drawn = ["Thing\tNorthshire Police\tEngland and Wales"]
        drawn += ["\t".join(row) for row in rows]
        self.parts += ["\n".join(drawn), "Source: Home Office data"]

    def picture(self, waiting) -> None:
        self.figures += 1
        self.parts.append(f"**Figure {self.figures}: Things that were counted**")
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
