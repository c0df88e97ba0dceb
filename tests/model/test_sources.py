"""Records of sources."""

from __future__ import annotations

import pytest

from argmap.model.sources import Source, web_address


@pytest.mark.parametrize(
    "written",
    ["javascript:alert(1)", "ftp://example.org/a", "http:example.org", " https://example.org", "https://a\u202eb.org/"],
)
def test_only_plain_addresses_of_the_web_are_links(written):
    """What runs a script, leads elsewhere than to the web, or hides what it is, leads nowhere."""
    assert web_address(written) is None


def test_a_doi_leads_to_its_address_however_it_is_written():
    """A record may hold the bare DOI, or its whole address."""
    known = {Source("a", doi=doi).doi_address for doi in ("10.1/x(2)", "https://doi.org/10.1/x(2)")}
    assert known == {"https://doi.org/10.1/x(2)"}
    assert Source("a").doi_address is None
