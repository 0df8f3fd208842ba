"""The guard that keeps tests off the network."""

import socket
import urllib.request

import pytest
from wagtail.models import Page

from sourcebook.archive_folder import ArchiveFolder


def test_another_machine_is_refused() -> None:
    with socket.socket() as connection, pytest.raises(RuntimeError, match="No test may use the network"):
        connection.connect(("192.0.2.1", 80))


def test_a_library_is_refused_too() -> None:
    with pytest.raises(RuntimeError, match="No test may use the network"):
        urllib.request.urlopen("http://192.0.2.1/", timeout=1)


def test_this_machine_is_allowed() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as connection:
        connection.connect(server.getsockname())


def test_the_desk_of_the_tests_is_that_of_a_new_archive(archive: ArchiveFolder) -> None:
    assert archive.database.is_file()
    assert Page.objects.filter(depth=1).count() == 1
