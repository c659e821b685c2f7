"""Sets of made-up films and people, for tests that train."""
import csv
import gzip
import json
import tempfile
import unittest
from pathlib import Path

import numpy as np

import data
from features import Features, load_schema

FIXTURES = Path(__file__).resolve().parents[3] / "tests" / "fixtures"
FEATURES = Features(load_schema())


def write_set(folder, users=30, items=24, seed=0):
    """Two tastes: even people like even items, odd people odd ones; everyone also rates one other thing low."""
    rng = np.random.default_rng(seed)
    folder.mkdir(parents=True)
    with gzip.open(folder / "items.jsonl.gz", "wt") as file:
        for n in range(items):
            file.write(json.dumps({"id": f"i{n}", "kind": "movie", "title": f"Film {'Alpha' if n % 2 else 'Beta'} {n}",
                                   "creators": [], "year": 1990 + n, "tags": ["odd" if n % 2 else "even"]}) + "\n")
    with gzip.open(folder / "train_events.csv.gz", "wt", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["user", "item", "rating", "ts"])
        for user in range(users):
            liked = rng.permutation(np.arange(user % 2, items, 2))[:8]
            for step, item in enumerate(liked):
                writer.writerow([user, f"i{item}", 0.9, 1_600_000_000 + 1000 * step])
            writer.writerow([user, f"i{(user + 1) % 2}", 0.3, 1_700_000_000])


class WithTwoSets(unittest.TestCase):
    """`self.sets`: two encoded sets of the same films, in the data folder `self.folder.name`"""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        write_set(Path(self.folder.name) / "ml100k")
        write_set(Path(self.folder.name) / "mllatest", seed=1)
        self.sets = [data.load_set(name, self.folder.name, FEATURES) for name in ("ml100k", "mllatest")]

    def tearDown(self):
        self.folder.cleanup()
