from peelviewer.reading.figures import figures
from tests import builders


def sections():
    return (
        builders.section(
            "one",
            "One?",
            1,
            None,
            "question",
            5,
            builders.block("caption", "Figure 1: Rates of crime", 6, figure=1, footnotes=(3,)),
            builders.block("table", "Rates\tNorthshire Police\nAll\t51.0\nSome*\t1", 6, figure=1),
            builders.block("source", "* without a few", 6, figure=1),
            builders.block("source", "Source: Home Office data", 6, figure=1),
            builders.block(
                "source",
                "For further information about these data, please see annex A",
                6,
                figure=1,
            ),
            builders.block("caption", "Figure 2 – Rates by force", 7, figure=2),
            builders.block("figure", "", 7, figure=2),
        ),
        builders.section("annex", "Annex A", 1, None, "annex", 9),
        builders.section(
            "annex/figure-1",
            "Figure 1: Rates",
            2,
            "annex",
            "annex",
            9,
            builders.paragraph("What it counts.", 9),
        ),
    )


def test_a_table_figure_is_whole():
    first = figures(sections())[0]

    assert (first.title, first.form, first.page, first.section) == (
        "Rates of crime",
        "table",
        6,
        "one",
    )
    assert first.rows == (("All", "51.0"), ("Some*", "1"))
    assert (first.source, first.footnotes, first.annex) == (
        "Home Office data",
        (3,),
        "annex/figure-1",
    )
    assert first.notes == ("* without a few", "What it counts.")


def test_a_picture_has_no_rows_and_nothing_is_invented_for_it():
    second = figures(sections())[1]

    assert (second.form, second.columns, second.rows, second.source, second.notes) == (
        "image",
        (),
        (),
        None,
        (),
    )
