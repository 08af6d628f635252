"""Many files of one page: hashed once, kept by Streamlit as long as runs ask for them."""

import pytest
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from geo.page import streamlit_inside

FILES = (b"[1]", b"[2]")


class Running:
    """What of Streamlit's runtime serves files; it counts how often one is hashed."""

    def __init__(self) -> None:
        self.storage, self.hashed = MemoryMediaFileStorage("/media"), 0
        self.media_file_mgr = MediaFileManager(self.storage)
        add = self.media_file_mgr.add

        def counted(*given: bytes | str) -> str:
            self.hashed += 1
            return add(*given)

        self.media_file_mgr.add = counted

    def run(self, files: tuple[bytes, ...] = FILES) -> tuple[str, ...]:
        """Do what a run of the page does: forget, ask for the files or not, drop what nobody asked for."""
        self.media_file_mgr.clear_session_refs()
        asked = streamlit_inside.media_urls(files, "sheets_k")
        self.media_file_mgr.remove_orphaned_files()
        return asked

    def content(self, url: str) -> bytes:
        """Return what is served at an address."""
        return self.storage.get_file(url.rpartition("/")[2]).content


@pytest.fixture
def running(monkeypatch: pytest.MonkeyPatch) -> Running:
    """Return a runtime without a server."""
    made = Running()
    monkeypatch.setattr(streamlit_inside.runtime, "exists", lambda: True)
    monkeypatch.setattr(streamlit_inside.runtime, "get_instance", lambda: made)
    streamlit_inside._ADDRESSES.clear()
    return made


def test_every_run_has_the_files_and_only_the_first_hashes_them(running: Running) -> None:
    urls = running.run()
    assert [running.content(url) for url in urls] == list(FILES)
    assert running.run() == urls
    assert [running.content(url) for url in urls] == list(FILES)
    assert running.hashed == len(FILES)


def test_a_page_that_no_longer_asks_lets_them_go_and_they_come_back(running: Running) -> None:
    urls = running.run()
    running.run(())
    with pytest.raises(Exception, match="No media file with id"):
        running.content(urls[0])
    assert running.run() == urls
    assert running.content(urls[1]) == FILES[1]


def test_large_files_that_differ_anywhere_have_addresses_of_their_own(running: Running) -> None:
    files = [bytearray(3_000_000), bytearray(3_000_000)]
    files[1][700_000] = 1  # neither its ends nor its middle
    one, other = (streamlit_inside.media_url(bytes(file), "geometry") for file in files)
    assert one != other
    assert [running.content(one), running.content(other)] == files
    assert streamlit_inside.media_url(bytes(files[0]), "geometry") == one


def test_without_a_server_there_is_nothing_to_serve() -> None:
    assert streamlit_inside.media_urls(FILES, "sheets_k") == ()
