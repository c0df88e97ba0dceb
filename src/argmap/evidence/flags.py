"""What happened to a source since its anchors were locked; said of the source, not of each anchor."""

from __future__ import annotations

from enum import StrEnum

from argmap.evidence.locks.lockfile import Lock, Version, fingerprint
from argmap.model.sources import Source


class Flag(StrEnum):
    """What is known of a source as a whole."""

    CHANGED = "source-changed"
    RE_EXTRACTED = "re-extracted"
    RETRACTED = "retracted"


def source_flags(
    source: Source, text: str | None = None, lock: Lock | None = None, version: Version | None = None
) -> tuple[Flag, ...]:
    """Tell what happened to a source.

    Args:
        source: Its record.
        text: Its text as it is now, if it is at hand.
        lock: The lock.
        version: What is known of the file that the text comes from: its fingerprint tells a text that another extractor
            took from the same file from one that was itself revised.

    Example:
        >>> lock = Lock(versions=(Version("wells", fingerprint("ran dry"), file="f1"),))
        >>> source_flags(Source("wells"), "ran wet", lock)
        (<Flag.CHANGED: 'source-changed'>,)
        >>> source_flags(Source("wells"), "ran  dry", lock, Version("wells", "", file="f1"))
        (<Flag.RE_EXTRACTED: 're-extracted'>,)
    """
    flags: list[Flag] = []
    locked = [v for v in (lock.versions if lock else ()) if v.source == source.id]
    if locked and text is not None and fingerprint(text) not in {v.text for v in locked}:
        same_file = version is not None and version.file is not None and version.file in {v.file for v in locked}
        flags.append(Flag.RE_EXTRACTED if same_file else Flag.CHANGED)
    if source.retracted:
        flags.append(Flag.RETRACTED)
    return tuple(flags)
