"""Block keys (`b1`, `b2` …): the ids of leaf blocks, and the links that may point to them."""

import re

from prose.allowlist import BLOCKS
from prose.tree import Node

_KEY = re.compile(r"b[1-9][0-9]*")


def give_keys(blocks: list[Node]) -> dict[str, str]:
    """Number the leaf blocks from 1, and say which name in the input leads to which key.

    A name that stood inside a block leads to that block, one that stood on a block of blocks to
    the first leaf in it. Text that comes without any key of ours may link to the keys it gets;
    in text that comes with keys, one that is missing belonged to a block that is gone.
    """
    places: dict[str, str] = {}
    waiting: list[str] = []
    count = 0
    for node in (node for block in blocks for node in block.nodes()):
        waiting.extend(node.targets)
        if node.is_leaf:
            count += 1
            node.key = count
        if node.is_leaf or node.name not in BLOCKS:
            places.update({name: f"b{count}" for name in waiting if name not in places})
            waiting.clear()
    if any(map(_KEY.fullmatch, places)):
        return places
    return {f"b{key}": f"b{key}" for key in range(1, count + 1)} | places
