"""The charts that are drawn are those of the charts' own tests."""

from tests.charts.conftest import charts, rich_report

__all__ = ["charts", "rich_report"]
