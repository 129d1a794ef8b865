import threading

import pytest

from peelviewer.errors import CancelledError
from peelviewer.ui.tasks import InlineTasks, Tasks


@pytest.fixture
def tasks(qapp):
    tasks = Tasks()
    yield tasks
    tasks.stop()


def test_the_work_runs_elsewhere_and_its_result_comes_back_here(qtbot, tasks):
    threads = {}
    results = []

    def op(progress):
        threads["work"] = threading.get_ident()
        progress("Half way", 0.5)
        return 42

    def success(result):
        threads["result"] = threading.get_ident()
        results.append(result)

    tasks.start("Counting", op, success=success, failure=results.append)
    qtbot.waitUntil(lambda: bool(results))
    assert results == [42]
    assert threads["work"] != threads["result"] == threading.get_ident()


def test_an_error_comes_back_as_it_was(qtbot, tasks):
    errors = []

    def op(progress):
        raise ValueError("no")

    tasks.start("Failing", op, success=print, failure=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ValueError)


def test_cancelling_stops_the_work_at_its_next_step(qtbot, tasks):
    begun, go_on = threading.Event(), threading.Event()
    ends = []

    def op(progress):
        begun.set()
        go_on.wait(5)
        progress("Next step", 0.5)
        ends.append("went on")

    task = tasks.start(
        "Long", op, success=ends.append, failure=ends.append,
        cancelled=lambda: ends.append("cancelled"),
    )  # fmt: skip
    begun.wait(5)
    task.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: bool(ends))
    assert ends == ["cancelled"]
    qtbot.waitUntil(lambda: not tasks.running())


def test_work_is_done_one_after_the_other(qtbot, tasks):
    order = []
    for name in ("first", "second"):
        tasks.start(name, lambda progress, n=name: n, success=order.append, failure=print)
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["first", "second"]


def test_inline_tasks_are_done_when_start_returns(qapp):
    results = []
    InlineTasks().start("Now", lambda progress: 1, success=results.append, failure=print)
    assert results == [1]


def test_a_task_may_say_itself_that_it_was_cancelled(qapp):
    ends = []

    def op(progress):
        raise CancelledError("Stopped.")

    InlineTasks().start(
        "Stopped", op, success=print, failure=print, cancelled=lambda: ends.append(True)
    )
    assert ends == [True]


def test_what_lasts_is_done_before_the_window_goes_away_and_all_else_is_not(qapp):
    tasks = Tasks()
    begun, go_on = threading.Event(), threading.Event()
    done = []

    def read(progress):
        begun.set()
        go_on.wait(5)
        progress("Next page", 0.5)
        done.append("read")

    def keep(progress):
        progress("Keeping", 0.5)
        done.append("kept")

    tasks.start("Reading", read, success=print, failure=print)
    tasks.start("Keeping", keep, success=print, failure=print, lasting=True)
    begun.wait(5)
    threading.Timer(0.05, go_on.set).start()
    tasks.stop()
    assert done == ["kept"]


class TestPieces:
    def test_each_piece_comes_here_before_the_next_is_made(self, qtbot, tasks):
        go_on = threading.Event()
        ends = []

        def op(progress):
            yield "first"
            go_on.wait(5)
            yield "second"

        tasks.start_pieces(
            "Piece by piece", op, piece=lambda one: ends.append((one, threading.get_ident())),
            success=lambda: ends.append("done"), failure=ends.append, cancelled=print,
        )  # fmt: skip
        qtbot.waitUntil(lambda: len(ends) == 1)
        go_on.set()
        qtbot.waitUntil(lambda: len(ends) == 3)
        here = threading.get_ident()
        assert ends == [("first", here), ("second", here), "done"]

    def test_after_cancelling_no_piece_comes_not_even_one_on_its_way(self, qtbot, tasks):
        made, ends, closed = threading.Event(), [], []

        def op(progress):
            try:
                yield "first"
                made.set()
                while True:
                    progress("On", 0.5)
            finally:
                closed.append(True)

        task = tasks.start_pieces(
            "Piece by piece", op, piece=ends.append, success=lambda: ends.append("done"),
            failure=ends.append, cancelled=lambda: ends.append("cancelled"),
        )  # fmt: skip
        assert made.wait(5)
        task.cancel()  # the first piece waits for this thread
        qtbot.waitUntil(lambda: bool(ends))
        qtbot.waitUntil(lambda: not tasks.running())
        assert (ends, closed) == (["cancelled"], [True])

    def test_what_is_cancelled_after_its_last_step_is_cancelled(self, qtbot, tasks):
        made, ends = threading.Event(), []

        def op(progress):
            yield "only"
            made.set()

        task = tasks.start_pieces(
            "Piece by piece", op, piece=ends.append, success=lambda: ends.append("done"),
            failure=ends.append, cancelled=lambda: ends.append("cancelled"),
        )  # fmt: skip
        assert made.wait(5)
        task.cancel()
        qtbot.waitUntil(lambda: bool(ends))
        assert ends == ["cancelled"]

    def test_an_error_between_two_pieces_comes_after_the_first(self, qapp):
        ends = []

        def op(progress):
            yield "first"
            raise ValueError("no")

        InlineTasks().start_pieces(
            "Piece by piece", op, piece=ends.append, success=lambda: ends.append("done"),
            failure=lambda error: ends.append(str(error)), cancelled=print,
        )  # fmt: skip
        assert ends == ["first", "no"]

    def test_who_listens_from_the_last_piece_on_hears_of_the_end(self, qtbot, tasks):
        ends = []

        def piece(_):
            tasks._pool.waitForDone()  # the worker has long ended while this thread is busy
            task.ended.connect(lambda: ends.append("ended"))

        task = tasks.start_pieces(
            "Piece by piece", lambda progress: (one for one in "a"), piece=piece,
            success=lambda: ends.append("done"), failure=ends.append, cancelled=print,
        )  # fmt: skip
        qtbot.waitUntil(lambda: len(ends) == 2)
        assert ends == ["done", "ended"]
