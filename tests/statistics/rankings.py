"""Rankings of observations as the program makes them: without the forces that rules leave out."""

from peelviewer.charts.permission import check_forces, inspection_years
from peelviewer.statistics.ranking import ranking


def ranking_of(observations):
    """Rank one measure, unit and period; areas that are no forces are passed over."""
    found = [one for one in observations if one.area.kind == "force"]
    ((measure, unit, period),) = {(one.measure, one.unit, one.period) for one in found}
    values = {one.area.id: one.value for one in found}
    _, left_out = check_forces(measure, unit, tuple(values), inspection_years(period))
    return ranking(values, left_out)
