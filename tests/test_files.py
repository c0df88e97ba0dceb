"""Reading files whole, decoding them, and writing them whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import files
from argmap.errors import ReadError


def test_a_missing_file_is_named_with_the_reason(tmp_path) -> None:
    """A file that is not there is an error in a sentence that names it."""
    with pytest.raises(ReadError, match=r"gone\.yaml cannot be read: no such file or directory$"):
        files.read_bytes(tmp_path / "gone.yaml")


def test_a_folder_is_no_file(tmp_path) -> None:
    """A folder in place of a file is said to be one, for reading and for writing."""
    with pytest.raises(ReadError, match=r" is a folder$"):
        files.read_bytes(tmp_path)
    with pytest.raises(ReadError, match=r" is a folder$"):
        files.write(tmp_path, b"")


def test_a_path_that_the_system_cannot_hold_is_an_error(tmp_path) -> None:
    """A path with a zero byte or an endless name is a `ReadError`, not a fault of ours."""
    for name in ("a\0b", "n" * 5000):
        with pytest.raises(ReadError, match="cannot be read"):
            files.read_bytes(tmp_path / name)
        with pytest.raises(ReadError, match="cannot be written"):
            files.write(tmp_path / name, b"")


def test_a_huge_file_is_refused(tmp_path, monkeypatch) -> None:
    """A file of more than the largest size is refused, and one of just that size is read."""
    monkeypatch.setattr(files, "LARGEST", 2**20)
    file = tmp_path / "large.yaml"
    file.write_bytes(b"x" * 2**20)
    assert len(files.read_bytes(file)) == 2**20
    file.write_bytes(b"x" * (2**20 + 1))
    with pytest.raises(ReadError, match=r"large\.yaml is too large: argmap reads files of up to 1 MB"):
        files.read_bytes(file)


def test_a_byte_order_mark_is_left_out() -> None:
    """UTF-8 with a byte order mark reads as without one."""
    assert files.decode(b"\xef\xbb\xbfnodes:") == files.Decoded("nodes:")


@pytest.mark.parametrize(
    ("data", "words"),
    [("nodes:".encode("utf-16"), "UTF-16"), (b"\xfe\xff\0n", "UTF-16"), (b"PK\x03\x04\0\0", "no text file")],
)
def test_what_is_no_text_at_all_has_no_text(data, words) -> None:
    """UTF-16 and binary files are told apart, and nothing of them is shown."""
    decoded = files.decode(data)
    assert words in decoded.flaw
    assert (decoded.text, decoded.where) == ("", "")


def test_the_first_wrong_byte_is_placed() -> None:
    """Where a text stops being UTF-8 is known by its line, and the rest of it is kept for showing."""
    decoded = files.decode("title: Über\nname: Caf".encode() + b"\xe9 au lait\n")
    assert decoded.flaw == "this is not UTF-8 (byte 0xE9): save the file as UTF-8"
    assert decoded.text[decoded.offset] == "�"
    marked = files.decode(b"\xef\xbb\xbfCaf\xe9 au lait")
    assert (marked.flaw, marked.offset) == (decoded.flaw, 3)
    assert decoded.where == ", line 2"


@given(st.binary(max_size=60))
def test_any_bytes_decode(data) -> None:
    """Any bytes give a text or a reason, and the reason stands within the text."""
    decoded = files.decode(data)
    assert 0 <= decoded.offset <= len(decoded.text)
    assert decoded.flaw is not None or decoded.text.encode() in (data, data.removeprefix(b"\xef\xbb\xbf"))


def test_writing_replaces_and_leaves_nothing_beside(tmp_path) -> None:
    """A file is replaced, keeps its permissions, and no other file is left in its folder."""
    file = tmp_path / "map.yaml"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o640)
    files.write(file, b"new")
    assert file.read_bytes() == b"new"
    assert file.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [file]


def test_a_new_file_has_the_usual_permissions(tmp_path) -> None:
    """A new file is as readable as any file that a program makes."""
    (tmp_path / "usual").touch()
    files.write(tmp_path / "new", b"")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_failed_writing_leaves_the_old_file(tmp_path, monkeypatch) -> None:
    """When the new file cannot take its place, the old one stays as it was and nothing is left beside it."""

    def fail(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    file = tmp_path / "map.yaml"
    file.write_text("old", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(ReadError, match=r"map\.yaml cannot be written: permission denied$"):
        files.write(file, b"new")
    assert file.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_missing_folder_is_an_error(tmp_path) -> None:
    """Writing makes no folders by itself."""
    with pytest.raises(ReadError, match="cannot be written: no such file or directory"):
        files.write(tmp_path / "gone" / "map.yaml", b"")


def test_a_folder_cannot_be_made_where_a_file_is(tmp_path, monkeypatch) -> None:
    """Making a folder says what is in the way, and is content when it is there already."""
    files.make_folder(tmp_path / "a" / "b")
    files.make_folder(tmp_path / "a" / "b")
    (tmp_path / "file").touch()
    with pytest.raises(ReadError, match=r"the folder .*file cannot be made: file exists"):
        files.make_folder(tmp_path / "file")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ReadError, match=r"cannot be made: "):
        files.make_folder("a/" * 1990 + "b")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes in the file system")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path) -> None:
    """What is no regular file, such as a pipe or /dev/null, takes the data and stays what it is."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)
    try:
        files.write(pipe, b"data")
        assert pipe.is_fifo()
        assert os.read(reader, 10) == b"data"
    finally:
        os.close(reader)


def test_a_link_is_followed(tmp_path) -> None:
    """Writing to a link changes the file that it points to."""
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "file")
    files.write(tmp_path / "link", b"data")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"data"


def test_paths_are_shown_as_one_would_type_them(tmp_path, monkeypatch) -> None:
    """A path is shown from the working folder, upwards too."""
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    assert files.shown(tmp_path / "below" / "a.yaml") == "a.yaml"
    assert files.shown(tmp_path / "a.yaml") == str(Path("..", "a.yaml"))
