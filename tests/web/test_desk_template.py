"""The template database is what the migrations make, and the migrations are what the models say."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from sourcebook.archive_folder import make_archive_folder
from sourcebook.web.template_database import (
    TEMPLATE,
    DatabaseError,
    fingerprint,
    made_for,
    migrate_into,
    new_database,
)


def contents(path: Path) -> dict[str, Any]:
    """The schema, and what the migrations wrote."""
    queries = {
        "schema": "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%'",
        "migrations": "SELECT app, name FROM django_migrations",
        "groups": "SELECT name FROM auth_group",
        "permissions": "SELECT app_label, codename FROM auth_permission JOIN django_content_type "
        "ON content_type_id = django_content_type.id",
        "given": "SELECT auth_group.name, app_label, codename FROM auth_group_permissions "
        "JOIN auth_group ON group_id = auth_group.id JOIN auth_permission ON permission_id = auth_permission.id "
        "JOIN django_content_type ON content_type_id = django_content_type.id",
        "pages": "SELECT path, slug, numchild FROM wagtailcore_page",
    }
    with closing(sqlite3.connect(path)) as database:
        return {name: sorted(map(repr, database.execute(query))) for name, query in queries.items()}


def test_the_template_is_what_the_migrations_make(tmp_path: Path, django_db_blocker: Any) -> None:
    made = tmp_path / "made.sqlite3"
    with django_db_blocker.unblock():
        migrate_into(made)
    assert made_for(TEMPLATE) == made_for(made) == fingerprint()
    template, migrated = contents(TEMPLATE), contents(made)
    for part, rows in migrated.items():
        assert template[part] == rows, part


@pytest.mark.django_db
def test_the_migrations_are_what_the_models_say() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_a_database_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    archive = make_archive_folder(tmp_path / "new", address="http://127.0.0.1:8000")
    new_database(archive)
    assert made_for(archive.database) == fingerprint()
    with pytest.raises(DatabaseError, match="Nothing was changed"):
        new_database(archive)
