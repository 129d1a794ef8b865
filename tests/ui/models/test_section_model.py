import pytest
from PySide6.QtCore import QModelIndex

from peelviewer.ui.models.roles import ItemRole, SectionColumn, SectionRole
from peelviewer.ui.models.section_filter import SectionFilter
from peelviewer.ui.models.section_model import SectionModel


@pytest.fixture
def model(qapp, sample_report) -> SectionModel:
    model = SectionModel()
    model.set_report(sample_report)
    return model


def titles(model, parent=None) -> list:
    """Return the titles below an index, each with the titles below it where there are any."""
    parent = parent or QModelIndex()
    rows = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        below = titles(model, index)
        rows.append((index.data(), below) if below else index.data())
    return rows


def test_the_model_keeps_qts_rules(model, qtmodeltester):
    qtmodeltester.check(model)


def test_an_empty_model_keeps_qts_rules(qapp, qtmodeltester):
    qtmodeltester.check(SectionModel())


def test_sections_figures_and_actions_stand_in_their_places(model):
    assert titles(model) == [
        "Introduction",
        "Force in numbers",
        "Overview",
        (
            "How effective is the force at preventing crime?",
            [
                (
                    "How much crime is there in Northshire?",
                    ["Figure 1 · Police-recorded crime rates in Northshire"],
                ),
                ("Summary of findings", ["1 area for improvement"]),
            ],
        ),
        (
            "How effective is the force at investigating crime?",
            [
                (
                    "How well does the force bring offenders to justice?",
                    ["Figure 2 · Victims who withdrew support, by force"],
                ),
                ("Summary of findings", ["2 areas for improvement"]),
            ],
        ),
        "Annex A – About the data",
    ]


def test_a_chapter_says_how_it_was_judged_in_words(model):
    index = model.index_of_section("investigating")
    assert index.data(SectionRole.GRADE) == "requires improvement"
    assert "Judged requires improvement" in index.data(ItemRole.TOOL_TIP)
    assert index.data(ItemRole.ACCESSIBLE_TEXT).endswith("Judged requires improvement, Page 8")


def test_the_page_stands_in_a_column_of_its_own(model):
    index = model.index_of_section("investigating")
    assert index.siblingAtColumn(SectionColumn.PAGE).data() == "8"


def test_a_row_has_a_short_name_and_the_whole_title_in_its_tip(model):
    index = model.index_of_section("investigating")
    assert index.data(SectionRole.SHORT) == "Investigating crime"
    assert "How effective is the force at investigating crime?" in index.data(ItemRole.TOOL_TIP)
    assert index.data(ItemRole.ACCESSIBLE_TEXT).startswith("How effective is the force at")
    figure = model.index(0, 0, model.index_of_section("preventing/how-much-crime"))
    assert figure.data(SectionRole.SHORT) == "Figure 1 · Crime rates in Northshire"


def test_a_section_that_is_not_there_has_no_index(model):
    assert not model.index_of_section("nowhere").isValid()


class TestFilter:
    @pytest.fixture
    def filtered(self, model) -> SectionFilter:
        proxy = SectionFilter()
        proxy.setSourceModel(model)
        return proxy

    def test_it_keeps_qts_rules(self, filtered, qtmodeltester):
        filtered.set_words("crime")
        qtmodeltester.check(filtered)

    def test_it_keeps_a_match_and_what_is_above_it(self, filtered):
        filtered.set_words("withdrew")
        assert titles(filtered) == [
            (
                "How effective is the force at investigating crime?",
                [
                    (
                        "How well does the force bring offenders to justice?",
                        ["Figure 2 · Victims who withdrew support, by force"],
                    )
                ],
            )
        ]

    def test_every_word_counts_in_any_order_and_case(self, filtered):
        filtered.set_words("DATA annex")
        assert titles(filtered) == ["Annex A – About the data"]

    def test_what_is_nowhere_leaves_nothing(self, filtered):
        filtered.set_words("helicopter")
        assert titles(filtered) == []

    def test_clearing_brings_everything_back(self, filtered, model):
        filtered.set_words("annex")
        filtered.set_words("")
        assert titles(filtered) == titles(model)

    def test_the_first_hit_is_the_first_title_with_the_words_not_one_that_leads_there(
        self, filtered
    ):
        filtered.set_words("withdrew")
        assert filtered.first_hit().data().startswith("Figure 2")
        filtered.set_words("helicopter")
        assert not filtered.first_hit().isValid()
