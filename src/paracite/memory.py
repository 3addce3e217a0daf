"""Memory: when not to look for what could be freed."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def only_growing() -> Iterator[None]:
    """Keep the garbage collector from walking, again and again, over what only grows."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
