"""What a batch is drawn from: windows and targets of people, negatives, and what is hidden of items.

All of it follows from the seed and the step's number, and from nothing that depends on how many processes share a batch
(parallel.py): a window's draws from its place in the batch, an item's from its id.
"""
import numpy as np

from data import LIKED

# Which fields survive (field names of the schema), and how often: what real exports carry, and plain whole-field
# dropout so that no field becomes indispensable.
FIELD_PATTERNS = (
    (0.50, None),                                                                   # everything
    (0.08, {"titleWord", "titleGram", "creator", "kind", "decade"}),                # Goodreads: no tags
    (0.08, {"titleWord", "titleGram", "kind", "decade"}),                           # Letterboxd: title and year
    (0.05, {"titleWord", "titleGram", "kind"}),                                     # music history, bookmarks
    (0.05, {"tag", "tagWord", "kind", "decade"}),                                   # a title no one has heard of
    (0.24, "random"),                                                               # each field kept with 0.75
)


def item_noise(seed, step, ids, columns):
    """float64 [n, columns] in 0..1: the same for an item in every process (splitmix64, Steele et al. 2014)"""
    def mix(value):
        value = (value ^ (value >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        value = (value ^ (value >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return value ^ (value >> np.uint64(31))

    golden = np.uint64(0x9E3779B97F4A7C15)
    start = mix(mix(np.array([seed], np.uint64) * golden) + np.array([step], np.uint64) * golden)
    place = np.asarray(ids, np.uint64)[:, None] * np.uint64(columns) + np.arange(1, columns + 1, dtype=np.uint64)
    return (mix(start + place * golden) >> np.uint64(11)) * 2.0 ** -53


def field_masks(noise, names):
    """noise [n, 1 + F] in 0..1 -> float [n, F]: a pattern per item"""
    masks = np.ones((len(noise), len(names)), dtype=np.float32)
    pattern = np.searchsorted(np.cumsum([p for p, _ in FIELD_PATTERNS])[:-1], noise[:, 0], side="right")
    for index, (_, keep) in enumerate(FIELD_PATTERNS):
        chosen = pattern == index
        if keep == "random":
            masks[chosen] = noise[chosen, 1:] < 0.75
        elif keep is not None:
            masks[chosen] = np.array([name in keep for name in names], dtype=np.float32)
    if "cast" in names:  # no export carries it: only the catalogue does, and only for about half of what people have
        cast = names.index("cast")
        masks[noise[:, 1 + cast] < 0.5, cast] = 0.0
    return masks


class Sampler:
    """Windows and targets of one set. `base` is where its items start in the joint item numbering."""

    def __init__(self, encoded, base, features, config):
        self.s, self.base, self.features, self.config = encoded, base, features, config
        sizes = np.diff(encoded.starts)
        self.users = np.flatnonzero(sizes >= 2)
        weight = np.sqrt(sizes[self.users])
        self.user_chance = weight / weight.sum()
        count = np.bincount(encoded.items, minlength=len(encoded.tokens)).astype(np.float64)
        popular = count ** 0.75
        # Items without events are no negatives: that would lower the score of every new item.
        self.touched = np.flatnonzero(count)
        self.chance = 0.5 * (count > 0) / len(self.touched) + 0.5 * popular / popular.sum()
        self.popular_cdf = np.cumsum(popular / popular.sum())
        met = encoded.info.met
        self.is_met = np.zeros(len(encoded.ratings), bool) if met is None else np.isclose(encoded.ratings, met)

    def negatives(self, rng):
        half = self.config.negatives // 2
        popular = np.searchsorted(self.popular_cdf, rng.random(half)).clip(max=len(self.chance) - 1)
        return np.concatenate([rng.choice(self.touched, self.config.negatives - half), popular])

    def window(self, user, rng):
        """-> items [n], ratings [n], times [n] and targets [n + 1, 3] for the empty history and after each event;
        targets are items of this set (-1: none), labels [n + 1] the like target's truth."""
        s, length = self.s, self.features.length
        rows = np.arange(s.starts[user], s.starts[user + 1])
        if s.info.time == "none":
            rng.shuffle(rows)
        total = len(rows)
        n = min(total - 1, length)
        start = 0 if rng.random() < 0.5 else rng.integers(0, total - n)
        rows = rows[start:]
        items, ratings, met = s.items[rows], s.ratings[rows], self.is_met[rows]
        liked = np.flatnonzero((ratings >= LIKED) & ~met)
        after = np.arange(n + 1)                           # targets of query q lie at index >= q
        targets = np.full((n + 1, 3), -1, dtype=np.int64)
        labels = np.zeros(n + 1, dtype=np.float32)
        if len(liked):
            first = np.searchsorted(liked, after)
            has = first < len(liked)
            targets[has, 0] = items[liked[first[has]]]
            pick = first + (rng.random(n + 1) * (len(liked) - first)).astype(np.int64)
            targets[has, 1] = items[liked[pick[has]]]
        judged = np.flatnonzero(~met)
        if s.info.rated and len(judged):
            first = np.searchsorted(judged, after)
            has = first < len(judged)
            pick = judged[(first + (rng.random(n + 1) * (len(judged) - first)).astype(np.int64))[has]]
            targets[has, 2] = items[pick]
            labels[has] = ratings[pick] >= LIKED
            disliked = s.met_items[s.met_starts[user]:s.met_starts[user + 1]]
            if len(disliked):
                swap = rng.random(n + 1) < len(disliked) / (len(disliked) + total)
                targets[swap, 2] = disliked[rng.integers(0, len(disliked), int(swap.sum()))]
                labels[swap] = 0.0
        return items[:n], ratings[:n], s.times[rows[:n]], targets, labels

    def batch(self, rng, step, processes):
        """Arrays of this process's windows of a batch, and the negatives of all. Item ids are of the joint item numbering;
        -1 = padding or no target."""
        f, config, length = self.features, self.config, self.features.length
        users, negatives = rng.choice(self.users, size=config.batch, p=self.user_chance), self.negatives(rng)
        mine = range(processes.rank, config.batch, processes.world)
        items = np.full((len(mine), length), -1, np.int64)
        rating, gap = np.zeros(items.shape, np.int64), np.zeros(items.shape, np.int64)
        targets, labels = np.full((*items.shape, 3), -1, np.int64), np.zeros(items.shape, np.float32)
        for row, place in enumerate(mine):
            own = np.random.default_rng([config.seed, step, place])
            got, ratings, times, target, label = self.window(users[place], own)
            n = len(got)
            if own.random() < config.unrated:
                ratings = np.full(n, np.nan)
            if self.s.info.time != "seconds" or own.random() < config.untimed:
                times = np.full(n, np.nan)
            items[row, -n:] = got + self.base
            rating[row, -n:], gap[row, -n:] = f.rating_buckets(ratings), f.gap_buckets(times)
            q = min(n + 1, length)  # the empty history's query sits on the padding just before the first event
            targets[row, -q:] = np.where(target[-q:] >= 0, target[-q:] + self.base, -1)
            labels[row, -q:] = label[-q:]
        return items, rating, gap, targets, labels, negatives
