"""estimates.py on made-up dumps, as `npm run estimate-features` writes them."""
import json
import tempfile
import unittest
import unittest.mock
from pathlib import Path

import numpy as np

import estimates


class EstimateTests(unittest.TestCase):
    NAMES = sorted({name for recipe in (estimates.LIKE, estimates.INTEREST, estimates.KNOWS)
                    for name, _ in estimates.columns_of(recipe)})
    TAGS = [{"name": "drama", "group": "screen"}, {"name": "classics", "group": "book"}, {"name": "comedy", "group": "screen"}]

    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.folder, bundle = Path(self.temporary.name) / "features", Path(self.temporary.name) / "taste"
        self.folder.mkdir()
        bundle.mkdir()
        self.manifest = bundle / "manifest.json"
        self.manifest.write_text(json.dumps({"name": "made up, «é»", "estimates": {"old": 1}, "scoring": [1, 2]}), encoding="utf-8")
        rng = np.random.default_rng(0)
        for source, pack in (("libraries", "one"), ("packs", "two")):
            self.write(source, pack, [self.question(rng, variant, f"{pack}-{variant}-{n}", f"{pack} {n}")
                                      for variant in ("share-rated", "share") for n in range(120)])
        self.talks = [self.question(rng, "share", f"told-redial-{n}", f"t{n}") for n in range(60)]
        self.talks += [self.question(rng, "knows", f"knows-redial-{n}", f"t{n}", rows=1) for n in range(400)]
        self.write("talks", "films", self.talks)

    def tearDown(self):
        self.temporary.cleanup()

    def question(self, rng, variant, case, person, rows=20, sign=1.0, events=0):
        """Rows of noise whose labels follow .8 × the feature named below, less .5 for a chance."""
        values = rng.normal(size=(rows, len(self.NAMES))).astype(np.float32)
        told = values[:, self.NAMES.index({"share-rated": "crowdRating", "share": "likeness", "knows": "fame"}[variant])]
        if variant == "share":
            odds = np.exp(1.5 * sign * told)
            labels = (np.arange(rows) == rng.choice(rows, p=odds / odds.sum())).astype(int)
        else:
            labels = (rng.random(rows) < 1 / (1 + np.exp(0.5 - 0.8 * sign * told))).astype(int)
        return {"case": case, "variant": variant, "person": person, "group": "wine", "events": events,
                "labels": labels.tolist(), "values": values}

    def write(self, source, pack, questions, shares=None, mask=None):
        (self.folder / source).mkdir(exist_ok=True)
        start, described = 0, []
        for question in questions:
            described.append({**{key: value for key, value in question.items() if key != "values"}, "start": start})
            start += len(question["labels"])
        np.concatenate([question["values"] for question in questions]).tofile(self.folder / source / f"{pack}.f32")
        (self.folder / source / f"{pack}.json").write_text(json.dumps(
            {"features": self.NAMES, "tags": self.TAGS, "asImported": mask, "questions": described,
             "tagShares": shares or {"screen": {"n": 1, "mean": [0.2, 0.4]}}}))

    def fit(self, *more):
        with unittest.mock.patch("sys.argv", ["estimates.py", "--features", str(self.folder), "--bundle",
                                              str(self.manifest.parent), *more]), unittest.mock.patch("builtins.print"):
            estimates.main()
        return json.loads(self.manifest.read_text(encoding="utf-8"))

    def test_it_finds_that_a_feature_counts_only_for_people_of_whom_little_is_known(self):
        rng = np.random.default_rng(1)
        self.write("libraries", "one", [self.question(rng, "share", f"one-{n}", f"one {n}", sign=events == 0, events=events)
                                        for events in (0, 1000) for n in range(300)]
                   + [self.question(rng, "share-rated", f"rated-{n}", f"one {n}") for n in range(60)])
        self.write("packs", "two", [self.question(rng, "share-rated", "rated", "two")])
        self.write("talks", "films", [self.question(rng, "knows", f"knows-redial-{n}", f"t{n}", rows=1) for n in range(40)])
        interest = self.fit()["estimates"]["interest"]
        self.assertLess(abs(interest["weights"]["likeness"]), 0.3)
        self.assertAlmostEqual(interest["few"]["likeness"], 1.5, delta=0.4)

    def test_it_finds_the_weights_that_made_the_labels_and_changes_nothing_else(self):
        manifest = self.fit("--folds", str(self.folder / "folds.json"))
        found = manifest["estimates"]
        self.assertEqual({key: value for key, value in manifest.items() if key != "estimates"},
                         {"name": "made up, «é»", "scoring": [1, 2]})
        self.assertEqual(set(found), {"like", "interest", "knows", "tagShares"})
        self.assertAlmostEqual(found["like"]["weights"]["crowdRating"], 0.8, delta=0.15)
        self.assertAlmostEqual(found["like"]["intercepts"][""], -0.5, delta=0.15)
        few = found["interest"]["few"]  # of nobody is anything known here: both weights count whole
        self.assertAlmostEqual(found["interest"]["weights"]["likeness"] + few["likeness"], 1.5, delta=0.4)
        self.assertEqual(found["interest"]["intercepts"], {"": 0})
        self.assertAlmostEqual(found["knows"]["weights"]["fame"], 0.8, delta=0.3)
        self.assertLess(abs(found["like"]["weights"]["tableRating"]), 0.15)  # noise
        for row in found["like"]["reliability"]:
            self.assertTrue(row["low"] <= row["meanChance"] <= row["high"])
            if row["n"] >= 300:
                self.assertLess(abs(row["meanChance"] - row["share"]), 0.08)
        folds = json.loads((self.folder / "folds.json").read_text())
        self.assertEqual(len(folds), estimates.FOLDS)
        self.assertEqual([set(fold) for fold in folds], [set(found)] * estimates.FOLDS)

    def test_a_fold_leaves_its_people_out(self):
        rng = np.random.default_rng(1)
        people = [f"p{n}" for n in range(150)]
        self.write("libraries", "one", [self.question(rng, "share-rated", f"c{person}", person,
                                                      sign=-3.0 if estimates.fold_of(person) == 0 else 1.0) for person in people]
                   + [self.question(rng, "share", f"s{n}", f"p{n}") for n in range(30)])
        self.fit("--folds", str(self.folder / "folds.json"))
        weights = [fold["like"]["weights"]["crowdRating"] for fold in json.loads((self.folder / "folds.json").read_text())]
        # Only the fit without the odd people is free of them.
        self.assertAlmostEqual(weights[0], 0.8, delta=0.2)
        self.assertLess(max(weights[1:]), weights[0] - 0.2)

    def test_what_judges_is_never_read(self):
        before = self.fit()["estimates"]
        rng = np.random.default_rng(2)
        self.write("talks", "films", self.talks + [
            self.question(rng, variant, f"told-{judge}-{n}", f"t{n}", sign=-3.0)
            for judge in ("inspired", "iard") for variant in ("share", "knows") for n in range(200)])
        self.assertEqual(self.fit()["estimates"], before)

    def test_tag_shares_are_means_over_things_described_in_full(self):
        rng = np.random.default_rng(3)
        asked = [self.question(rng, "share-rated", f"x{n}", f"x{n}") for n in range(3)]
        self.write("packs", "two", asked, {"screen": {"n": 3, "mean": [0.6, 0.0]}, "book": {"n": 5, "mean": [0.3]}})
        self.write("packs", "masked", asked, {"screen": {"n": 1000, "mean": [1.0, 1.0]}}, "letterboxd")
        # The packs of setUp that still stand: one thing each, of shares .2 and .4.
        self.assertEqual(estimates.tag_shares(self.folder), [round((3 * 0.6 + 0.4) / 5, 4), 0.3, round(0.8 / 5, 4)])

    def test_weights_of_a_kind_reach_that_kind_only(self):
        groups = [group for group in estimates.LIKE.groups if group]
        self.assertTrue(estimates.in_group("book", "book", groups))
        self.assertFalse(estimates.in_group("book", "", groups))
        self.assertTrue(estimates.in_group("wine", "", groups))
        self.assertFalse(estimates.in_group("wine", "book", groups))

    def test_folds_are_those_of_the_benchmark(self):
        # The same numbers stand in tests/unit/benchmark/folds.test.ts.
        self.assertEqual([estimates.fold_of(name) for name in ("ann", "bob", "Zoë", "goodreads-17", "", "ml1m:42")],
                         [0, 4, 0, 3, 1, 2])
