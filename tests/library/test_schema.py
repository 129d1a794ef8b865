"""A file of any earlier version becomes one of this version, step by step or not at all."""

import sqlite3

import pytest

from peelviewer.library import schema
from peelviewer.library.database import connect


@pytest.fixture
def empty():
    connection = connect(":memory:")
    yield connection
    connection.close()


def add_one(connection):
    connection.execute("CREATE TABLE one (x)")
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION}")


def add_two(connection):
    connection.execute("CREATE TABLE two (x)")


def fail(connection):
    connection.execute("CREATE TABLE three (x)")
    connection.execute("INSERT INTO nowhere VALUES (1)")


def tables(connection):
    query = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    return [row[0] for row in connection.execute(query)]


def test_an_empty_file_gets_every_table(empty):
    assert schema.migrate(empty) == schema.VERSION
    assert schema.version_of(empty) == schema.VERSION
    assert {"report", "edition", "measure", "judgment", "action", "passage"} <= set(tables(empty))


def test_an_up_to_date_file_is_left_alone(empty):
    schema.migrate(empty)
    assert schema.migrate(empty) == 0


def test_a_file_is_brought_on_from_where_it_stands(empty):
    schema.migrate(empty, (add_one,))
    assert schema.migrate(empty, (add_one, add_two)) == 1
    assert tables(empty) == ["one", "two"]
    assert schema.version_of(empty) == 2


def test_a_step_that_fails_leaves_the_file_as_it_was(empty):
    with pytest.raises(sqlite3.OperationalError):
        schema.migrate(empty, (add_one, fail))
    assert tables(empty) == ["one"]
    assert schema.version_of(empty) == 1


def test_a_newer_file_is_refused_with_its_version(empty):
    schema.migrate(empty, (add_one, add_two))
    with pytest.raises(schema.NewerSchemaError) as refused:
        schema.migrate(empty, (add_one,))
    assert refused.value.version == 2


def test_a_file_of_another_program_is_refused(empty):
    empty.execute("CREATE TABLE theirs (x)")
    with pytest.raises(schema.ForeignFileError):
        schema.migrate(empty)
    assert tables(empty) == ["theirs"]
