"""How two texts differ."""


def differing(one: str, other: str) -> tuple[str, str]:
    """Return the first words in which two texts differ."""
    for left, right in zip(one.split(), other.split(), strict=False):
        if left != right:
            return left.strip(".,;:{}()"), right.strip(".,;:{}()")
    return one, other
