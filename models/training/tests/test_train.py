"""Batches, masks, the loop, and what is fitted after it."""
import csv
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

import data
from finish import FinishConfig, finish
from losses import losses
from model import ModelConfig, Recommender
from sampling import Sampler, field_masks, item_noise
from tests.made_up_sets import FEATURES, WithTwoSets
from train import TrainConfig, join_sets, train


class TrainTests(WithTwoSets):
    def test_targets_lie_in_the_future_and_are_liked(self):
        sampler, rng = Sampler(self.sets[0], 0, FEATURES, TrainConfig()), np.random.default_rng(0)
        for user in range(10):
            items, ratings, _, targets, labels = sampler.window(user, rng)
            self.assertEqual(len(targets), len(items) + 1)
            for query, target in enumerate(targets):
                for head in (0, 1):
                    if target[head] >= 0:
                        self.assertNotIn(target[head], items[:query])
                        self.assertEqual(target[head] % 2, user % 2)

    def test_field_masks(self):
        masks = field_masks(item_noise(1, 2, np.arange(500), 8), [f["name"] for f in FEATURES.fields])
        self.assertEqual(masks.shape, (500, 7))
        self.assertGreater(masks.mean(), 0.6)
        self.assertLess(masks.mean(), 0.95)

    def test_makers_and_actors_are_hidden_as_exports_hide_them(self):
        names = [f["name"] for f in FEATURES.fields] + ["cast"]
        masks = field_masks(item_noise(1, 2, np.arange(4000), 9), names)
        shown = dict(zip(names, masks.T > 0))
        letterboxd = shown["titleWord"] & shown["decade"] & ~shown["tag"] & ~shown["tagWord"] & ~shown["creator"]
        self.assertGreater(letterboxd.mean(), 0.07)
        self.assertTrue(0.6 < shown["creator"].mean() < 0.9)
        self.assertTrue(0.2 < shown["cast"].mean() < 0.45)

    def test_it_learns_and_resumes(self):
        config = TrainConfig(steps=30, batch=16, negatives=16, warmup=2, learning_rate=5e-3, table_rate=2e-2,
                             model=ModelConfig(dim=8, hidden=16))
        with tempfile.TemporaryDirectory() as folder:
            whole = train(self.sets, FEATURES, config, Path(folder) / "a", save_every=100)
            train(self.sets, FEATURES, config, Path(folder) / "b", minutes=0.0)  # one step, then a checkpoint
            again = train(self.sets, FEATURES, config, Path(folder) / "b", save_every=100)
            for name, value in again.state_dict().items():
                torch.testing.assert_close(value, whole.state_dict()[name], msg=name)
            started = train(self.sets, FEATURES, replace(config, steps=0), Path(folder) / "c", start=Path(folder) / "a")
            for name, value in started.state_dict().items():
                torch.testing.assert_close(value, whole.state_dict()[name], msg=name)
            rows = list(csv.DictReader((Path(folder) / "a" / "log.csv").read_text().splitlines()))
            self.assertEqual(rows[-1]["step"], "30")
            _, _, bags, rows_of, bases = join_sets(self.sets, FEATURES, 5)
            whole.eval()
            names = [f["name"] for f in FEATURES.fields]
            with torch.no_grad():
                after, _ = losses(whole, Sampler(self.sets[0], 0, FEATURES, config), bags, rows_of, names,
                                  np.random.default_rng(5), 5, config, "cpu")
            self.assertLess(float(after[0]), np.log(24))
            self.finishes(whole, bags, bases, config)

    def test_known_rows_stay_short_beside_what_content_says_where_that_is_asked_for(self):
        config = TrainConfig(steps=12, batch=16, negatives=16, warmup=1, row_rate=0.1, model=ModelConfig(dim=8, hidden=16))
        with tempfile.TemporaryDirectory() as folder:
            free = train(self.sets, FEATURES, config, Path(folder) / "free")
            bound = train(self.sets, FEATURES, replace(config, row_bound=0.1), Path(folder) / "bound")
        share = [float((model.row_vectors.norm(dim=1) / model.items.norm.weight.norm()).max()) for model in (free, bound)]
        self.assertGreater(share[0], 0.3)
        self.assertAlmostEqual(share[1], 0.1, places=5)

    def finishes(self, member, bags, bases, config):
        model = Recommender(config.model, [member, member], FEATURES)
        table = data.build_known_table(self.sets, 5)
        raw = [["Odd" if n % 2 else "even"] for n in range(24)] * 2
        found = finish(model, self.sets, FEATURES, table, bags, [table.rows(s.lookups) for s in self.sets], bases, raw,
                       FinishConfig(neighbours=4, least_likes=1, regularisation=1.0), say=lambda text: None)
        neighbours, head, reliability = found
        together = neighbours.matrix().toarray()
        rows = table.rows(self.sets[0].lookups)
        known = np.flatnonzero(rows >= 0)
        same = [together[rows[a], rows[b]] for a in known for b in known if a != b and a % 2 == b % 2]
        other = [together[rows[a], rows[b]] for a in known for b in known if a % 2 != b % 2]
        self.assertGreater(np.mean(same), np.mean(other))
        self.assertEqual(list(reliability), ["screen"])
        self.assertTrue(all(torch.isfinite(value).all() for value in model.state_dict().values()))
