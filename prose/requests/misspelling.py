"""Near misses of the few words that matter: "critisism", "grammer", "appriciated"."""

SHORTEST = 6
LONG = 9


def nearest(word: str, words: frozenset[str]) -> str | None:
    """The word that `word` is a slip of the keys away from: one, or two in a long word."""
    if len(word) < SHORTEST:
        return None
    near = [
        (distance, other)
        for other in words
        if other[0] == word[0]
        and abs(len(other) - len(word)) <= 2
        and (distance := _distance(word, other)) <= (2 if len(other) >= LONG else 1)
    ]
    return min(near)[1] if near else None


def _distance(a: str, b: str) -> int:
    """Letters to add, drop, change or swap with their neighbour (optimal string alignment)."""
    rows = [list(range(len(b) + 1))]
    for i in range(1, len(a) + 1):
        row = [i]
        for j in range(1, len(b) + 1):
            change = rows[-1][j - 1] + (a[i - 1] != b[j - 1])
            cost = min(rows[-1][j] + 1, row[j - 1] + 1, change)
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]
