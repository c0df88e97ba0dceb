"""What every process that makes parts needs, loaded before the processes are forked, once for all of them."""

from __future__ import annotations

from contextlib import suppress

import argmap.corpora.making  # noqa: F401  (it is there to be loaded)

with suppress(ImportError):
    import pyarrow as pa
    import pyarrow.parquet

    pa.array([])  # the first array makes pyarrow look for pandas, which takes as long as all else
