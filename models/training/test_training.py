"""python3 test_training.py : seconds, synthetic data, no network, no data folder."""
import csv
import gzip
import json
import tempfile
import unittest
import unittest.mock
from dataclasses import replace
from pathlib import Path

import numpy as np
import scipy.sparse as sparse
import torch

import data
import estimates
from bundle import BUNDLE_VERSION, ItemGraph, digit_levels, load_bundle, pack, plain_estimates, quantise, unpack
from channels import (CHANNELS, OWN, PLACE, EncodedItems, case_channels, centre, content_weight, forgotten, mixed,
                      neighbourhood, standardise, rating_residuals)
from evaluate import main_metric, metrics
from export import DEFAULT_SCORING, estimates_of, export
from features import Features, fmix32, fnv1a32, load_schema
from finish import FinishConfig, average, content_disbelieved, finish
from fixtures import text_corpus, tiny_engine, write_corpus
from golden import ITEMS, make_golden
from model import Bags, HistoryEncoder, ModelConfig, Recommender, TastePosterior
from neighbours import ease
from restart import members_of
from tags import average_precision
from taste import expectation_maximisation, posterior
from train import Sampler, TrainConfig, field_masks, losses, prepare, train

FIXTURES = Path(__file__).resolve().parents[2] / "tests" / "fixtures"
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


class FeatureTests(unittest.TestCase):
    def test_hashes_are_the_published_ones(self):
        self.assertEqual(fnv1a32(b"foobar"), 0xBF9CF968)  # FNV reference vector
        self.assertEqual(fmix32(1), 0x514E28B7)           # MurmurHash3 finaliser of 1

    def test_text(self):
        self.assertEqual(FEATURES.normalise("ÉTUDE ﬁn ΣΊΣΥΦΟΣ"), "etude fin σισυφοσ")
        self.assertEqual(FEATURES.words("It's 2001: a Space-Odyssey"), ["it", "s", "2001", "a", "space", "odyssey"])
        self.assertEqual(FEATURES.grams("ab", 4), ["^ab$"])
        self.assertEqual(FEATURES.grams("a", 4), ["^a$"])
        self.assertEqual(FEATURES.grams("🔥", 4), [])

    def test_slots(self):
        tokens = FEATURES.item_tokens(ITEMS[22])  # more of everything than fits
        for n, field in enumerate(FEATURES.fields):
            self.assertLessEqual((tokens[FEATURES.slot_field == n] > 0).sum(), field["slots"])
        self.assertEqual(FEATURES.field_tokens(FEATURES.fields[6], {"year": -720}), ["-720"])
        self.assertEqual(FEATURES.field_tokens(FEATURES.fields[6], {"year": 1999}), ["1990"])

    def test_lookup_order(self):
        names = [name for name, _ in FEATURES.lookup_keys(ITEMS[2])]
        self.assertEqual(names, ["year", "creator", "year-1", "year+1", "title"])
        self.assertEqual([name for name, _ in FEATURES.lookup_keys(ITEMS[5])], ["year", "creator", "title"])
        self.assertEqual(FEATURES.lookup_keys(ITEMS[21]), [])

    def test_rating_buckets(self):
        self.assertEqual(FEATURES.rating_buckets([np.nan, 0.0, 0.29, 0.3, 0.8, 0.95, 1.0]).tolist(), [1, 2, 2, 3, 8, 10, 10])

    def test_gap_buckets(self):
        times = [5, 1e9, 1e9, 1e9 + 60, 1e9 + 59, np.nan, 1e9]
        self.assertEqual(FEATURES.gap_buckets(times).tolist(), [0, 1, 2, 1, 0, 0, 0])

    def test_window_is_left_padded_and_keeps_the_newest(self):
        items, ratings, gaps = FEATURES.window(list(range(60)), [0.8] * 60, [np.nan] * 60)
        self.assertEqual(items.tolist(), list(range(10, 60)))
        items, ratings, gaps = FEATURES.window([3], [np.nan], [np.nan])
        self.assertEqual((items[:-1] == -1).all() and items[-1] == 3, True)
        self.assertEqual((ratings[-1], ratings[0], gaps[-1]), (1, 0, 0))

    @unittest.skipUnless((FIXTURES / "text-corpus.json").exists(), "fixtures not here")
    def test_text_corpus_regenerates_equal(self):
        committed = json.loads((FIXTURES / "text-corpus.json").read_text(encoding="utf-8"))
        self.assertEqual(committed["rows"], text_corpus(FEATURES))
        with tempfile.TemporaryDirectory() as folder:
            write_corpus(Path(folder) / "again.json", FEATURES)
            self.assertEqual((Path(folder) / "again.json").read_bytes(), (FIXTURES / "text-corpus.json").read_bytes())


class DataTests(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        write_set(Path(self.folder.name) / "ml100k")
        write_set(Path(self.folder.name) / "mllatest", seed=1)
        self.sets = [data.load_set(name, self.folder.name, FEATURES) for name in ("ml100k", "mllatest")]

    def tearDown(self):
        self.folder.cleanup()

    def test_open_sets_are_open(self):
        self.assertEqual(set(data.set_names("open")), {"movietweetings", "goodbooks", "anime", "wines", "recipes"})
        self.assertEqual(len(data.set_names("all")), 11)

    def test_rows_merge_across_sets(self):
        table = data.build_known_table(self.sets, 5)
        first, second = (table.rows(s.lookups) for s in self.sets)
        np.testing.assert_array_equal(first, second)
        self.assertLessEqual(len(table.counts), 24)
        self.assertEqual(table.counts[0], table.counts.max())

    def test_untouched_buckets_weigh_nothing(self):
        idf = data.bucket_idf(self.sets, FEATURES)
        self.assertEqual(idf[FEATURES.bucket("t", "never seen tag")], 0.0)
        self.assertGreater(idf[FEATURES.bucket("t", "odd")], 0.0)
        self.assertEqual(idf[FEATURES.pad], 0.0)

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
        masks = field_masks(500, [f["name"] for f in FEATURES.fields], np.random.default_rng(0))
        self.assertEqual(masks.shape, (500, 7))
        self.assertGreater(masks.mean(), 0.6)
        self.assertLess(masks.mean(), 0.95)

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
            _, _, bags, rows_of, bases = prepare(self.sets, FEATURES, 5)
            whole.eval()
            names = [f["name"] for f in FEATURES.fields]
            with torch.no_grad():
                after, _ = losses(whole, Sampler(self.sets[0], 0, FEATURES, config), bags, rows_of, names,
                                  np.random.default_rng(5), config, "cpu")
            self.assertLess(float(after[0]), np.log(24))
            self.finishes(whole, bags, bases, config)

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


class ModelTests(unittest.TestCase):
    def setUp(self):
        self.engine = tiny_engine()
        self.features, self.model, self.table = self.engine[:3]

    def test_causal(self):
        """No position sees what comes after it: neither items, ratings nor time gaps."""
        torch.manual_seed(0)
        encoder = HistoryEncoder(ModelConfig(dim=8, hidden=16), 6, 11, 8).eval()
        vectors, rating, gap = torch.randn(1, 6, 8), torch.randint(1, 11, (1, 6)), torch.randint(0, 8, (1, 6))
        before = encoder(vectors, rating, gap, last_only=False)
        vectors[0, 4:], rating[0, 4:], gap[0, 3:] = 9.0, 1, 7  # the gap of event 3 tells when event 4 came
        after = encoder(vectors, rating, gap, last_only=False)
        torch.testing.assert_close(before[:, :4], after[:, :4])
        self.assertGreater((before[:, 4:] - after[:, 4:]).abs().max(), 1e-3)
        torch.testing.assert_close(after[:, -1], encoder(vectors, rating, gap))

    def test_padding_is_finite_and_means_nothing(self):
        length, dim = self.features.length, self.model.width
        zeros = torch.zeros(1, length, dtype=torch.long)
        empty = self.model.history(torch.zeros(1, length, dim), zeros, zeros)
        self.assertTrue(torch.isfinite(empty).all())

    def test_packed_rows_come_back_within_half_a_level(self):
        rng = np.random.default_rng(0)
        self.assertEqual([digit_levels(members) for members in (1, 2, 3, 4)], [65535, 255, 39, 15])
        for members in (1, 2, 3, 4):
            parts = [rng.normal(size=(50, 6)).astype(np.float32) for _ in range(members)]
            for part in parts:
                part[7] = 0.0
            codes, scale = pack(parts)
            self.assertEqual((codes.dtype, codes.shape), (np.int16, (50, 6)))
            for part, back in zip(parts, unpack(codes, scale, members)):
                self.assertLessEqual((np.abs(part - back) / scale[:, None]).max(), 0.5 + 1e-3)
                self.assertTrue((back[7] == 0.0).all())

    def test_bags_equal_the_padded_graph(self):
        tokens = np.stack([self.features.item_tokens(item) for item in ITEMS])
        graph = ItemGraph(self.model.content, self.features.slot_field, quantise(self.model).tokens)
        bags = Bags(tokens, self.features.slot_field, self.model.idf.numpy())
        with torch.no_grad():
            vectors, biases = self.model.encode(bags.take(torch.arange(len(ITEMS))), torch.full((len(ITEMS),), -1))
            padded = graph(torch.as_tensor(tokens))
        torch.testing.assert_close(vectors, padded[0], atol=1e-5, rtol=1e-5)
        torch.testing.assert_close(biases, padded[1], atol=1e-5, rtol=1e-5)

    def test_order_ratings_and_rows_are_seen(self):
        golden = make_golden(self.engine, DEFAULT_SCORING, ["movie"])  # asserts all of it itself
        self.assertEqual(golden["items"][3]["keys"][1]["name"], "year-1")
        self.assertIsNotNone(golden["items"][3]["knownRow"])

    def test_a_bundle_comes_back_whole(self):
        with tempfile.TemporaryDirectory() as folder:
            manifest = export(self.engine, ["movie"], DEFAULT_SCORING, Path(folder) / "b", "tiny", "0.0.0", "none", [],
                              check=False)
            again, scoring, kinds = load_bundle(Path(folder) / "b")
            table, neighbours, head = again[2], *again[4:]
            self.assertEqual((neighbours.matrix() != self.engine[4].matrix()).nnz, 0)
            self.assertEqual((head.names, head.groups), (self.engine[5].names, self.engine[5].groups))
            np.testing.assert_allclose(head.weights, self.engine[5].weights, atol=0.02)
            self.assertEqual((scoring, kinds), (DEFAULT_SCORING, ["movie"]))
            self.assertEqual(table.keys, self.table.keys)
            self.assertEqual(manifest["knownItems"]["rows"], len(self.table.counts))
            self.assertEqual(manifest["estimates"], plain_estimates(len(self.engine[5].names)))
            # What stands in a bundle is carried over, unless its tags are others.
            self.assertEqual(estimates_of(Path(folder) / "b", self.engine[5].names), manifest["estimates"])
            self.assertIsNone(estimates_of(Path(folder) / "b", ["another", "tag"]))
            self.assertIsNone(estimates_of(Path(folder) / "nowhere", []))
            committed = FIXTURES / "tiny-model" / "manifest.json"
            if committed.exists():
                tiny = json.loads(committed.read_text(encoding="utf-8"))
                self.assertEqual((list(tiny), tiny["schemaVersion"]), (list(manifest), BUNDLE_VERSION))
                self.assertEqual(json.dumps(tiny["estimates"]), json.dumps(manifest["estimates"]))
            golden = json.loads((Path(folder) / "b" / "golden.json").read_text(encoding="utf-8"))
            self.assertEqual(make_golden(again, scoring, kinds), golden)
            with open(Path(folder) / "b" / "known-items.bin", "ab") as file:
                file.write(b"x")
            with self.assertRaises(ValueError):
                load_bundle(Path(folder) / "b")


class EvaluationTests(unittest.TestCase):
    def test_metrics_by_hand(self):
        relevant = np.array([False, True, False, True])
        found = metrics(np.array([3.0, 2.0, 1.0, 1.0]), relevant)  # the tie at 1.0 goes to the lower index
        self.assertAlmostEqual(found["ndcg@5"], (1 / np.log2(3) + 1 / np.log2(5)) / (1 + 1 / np.log2(3)))
        self.assertAlmostEqual(found["auc"], (0 + 1 + 0 + 0.5) / 4)
        self.assertAlmostEqual(found["mrr"], 0.5)
        scores = np.array([[3.0, 2.0, 1.0, 1.0]])
        self.assertAlmostEqual(main_metric(scores, relevant, "share")[0], found["ndcg@5"])
        self.assertAlmostEqual(main_metric(scores, relevant, "share-rated")[0], found["auc"])
        one = np.array([False, False, True, False])
        self.assertAlmostEqual(main_metric(scores, one, "next")[0], metrics(scores[0], one)["ndcg@10"])

    def test_standardise(self):
        np.testing.assert_allclose(standardise(np.array([1.0, 3.0])), [-1, 1])
        np.testing.assert_array_equal(standardise(np.array([2.0, 2.0])), [0, 0])
        np.testing.assert_allclose(standardise(np.array([1.0, np.nan, 3.0])), [-1, 0, 1])
        np.testing.assert_allclose(centre(np.array([1.0, np.nan, 5.0])), [-2, 0, 2])
        np.testing.assert_array_equal(centre(np.array([np.nan, np.nan])), [0, 0])

    def test_content_weight(self):
        self.assertEqual([content_weight(r) for r in (None, 0.4, 0.2, 1.0)], [0.5, 0.0, 0.0, 1.0])

    def test_residuals_and_neighbourhood(self):
        rule = {"liked": 0.8, "shrinkage": 1.0, "power": 2, "newest": 50}
        found = rating_residuals(np.array([0.8, 0.5, np.nan]), np.zeros(3), rule)     # +.5 and -.5: nothing is so of both
        np.testing.assert_allclose(found, [0.5, -0.5, 0.0])
        np.testing.assert_allclose(rating_residuals(np.array([1.0, 1.0]), np.zeros(2), rule), [0.5 - 1 / 3] * 2)
        found = rating_residuals(np.array([0.1, 0.8, np.nan, 0.5]), np.zeros(4), {**rule, "newest": 2})
        np.testing.assert_allclose(found, [0.0, 0.5, 0.0, -0.5])
        vectors = np.array([[1, 0], [0, 1], [0.6, 0.8], [-1, 0]], np.float32)
        np.testing.assert_allclose(neighbourhood(vectors, np.array([0, 1]), np.array([2, 3]), np.array([0.5, -0.25]), 2.0),
                                   [0.5 * 0.36 - 0.25 * 0.64, 0.0], rtol=1e-5)
        self.assertEqual(neighbourhood(vectors, np.array([0]), np.array([2]), np.zeros(1), 2.0).tolist(), [0.0])

    def test_history_and_excluded_items_are_never_ranked(self):
        engine = tiny_engine()
        items = [{**item, "id": str(n)} for n, item in enumerate(ITEMS)]
        library = EncodedItems(items, data.encode_items(items, engine[0]), engine, DEFAULT_SCORING, ["movie"])
        case = {"events": [["0", 0.8, None], ["5", None, None]], "candidates": "all", "relevant": ["2"], "exclude": ["7"]}
        (_, candidates, channels), = case_channels([case], library, engine)
        self.assertEqual(set(range(len(ITEMS))) - set(candidates.tolist()), {0, 5, 7})
        self.assertEqual(channels.shape, (len(CHANNELS), len(ITEMS) - 3))
        self.assertTrue(np.isfinite(channels).all())
        # `base` is the future head under an empty history: the same for every history, and `future` for an empty one.
        (_, _, unknown), = case_channels([{**case, "events": [], "exclude": ["0", "5", "7"]}], library, engine)
        np.testing.assert_allclose(unknown[PLACE["base"]], channels[PLACE["base"]], atol=1e-5)
        np.testing.assert_allclose(unknown[PLACE["base"]], unknown[PLACE["future"]], atol=1e-5)

    def test_half_of_the_items_are_forgotten_by_hash(self):
        items = [{"id": str(n)} for n in range(400)]
        half = forgotten(items, "half")
        self.assertTrue(0.4 < half.mean() < 0.6)
        np.testing.assert_array_equal(half[::-1], forgotten(items[::-1], "half"))
        self.assertEqual([forgotten(items, mode).mean() for mode in ("warm", "cold")], [0, 1])

    def test_mixing_reads_the_weight_set_of_each_candidate(self):
        task = {name: {**dict.fromkeys(OWN, 0), "next": n, "offset": 10 * n}
                for n, name in enumerate(("known", "unknown", "untrained"))}
        task["crowd"] = {name: {"rating": 100, "popularity": 0} for name in task}
        channels = np.ones((len(CHANNELS), 3))
        np.testing.assert_allclose(mixed(channels, np.array([0, 1, 2]), task, False), [0, 11, 22])
        np.testing.assert_allclose(mixed(channels, np.array([0, 1, 2]), task, True), [100, 111, 122])
        del task["known"]["like"]  # a bundle older than a channel does not weigh it
        np.testing.assert_allclose(mixed(channels, np.array([0, 1, 2]), task, False), [0, 11, 22])


class ClosedFormTests(unittest.TestCase):
    def test_conjugate_gradients_solve_the_ridge(self):
        config = ModelConfig(dim=4, loadings=3, taste_steps=3, taste_scale=1.0)
        net = TastePosterior(config, [np.nan, np.nan, 0.2, 0.9])
        net.strength.fill_(1.0)
        torch.manual_seed(1)
        taste, buckets = torch.randn(1, 5, 4) * 0.3, torch.tensor([[0, 1, 2, 3, 3]])
        q, r = taste[0, 2:, :3].numpy(), np.array([0.2, 0.9, 0.9]) - taste[0, 2:, 3].numpy()
        wanted = posterior(q, r, 0.03)
        np.testing.assert_allclose(net(taste, buckets)[0, :3].numpy(), wanted, rtol=1e-3, atol=1e-4)
        self.assertEqual(float(net(taste, buckets)[0, 3]), 0.0)  # no expectation asked for
        self.assertEqual(float(net(taste, torch.tensor([[0, 1, 1, 1, 1]])).abs().max()), 0.0)  # nothing was rated

    def test_expectation_maximisation_finds_two_tastes(self):
        """Two kinds of people, who like opposite halves of the items: the first few ratings tell which."""
        rng = np.random.default_rng(0)
        users, items = (a.ravel() for a in np.meshgrid(np.arange(300), np.arange(20), indexing="ij"))
        values = (0.25 * np.where((users % 2) == (items % 2), 1, -1) + rng.normal(0, 0.05, len(users))).astype(np.float32)
        mu, q, s2 = expectation_maximisation(users, items, values, 20, 2, 12, 8.0, 1.0, 0)
        p = posterior(q[[0, 1]], np.array([0.25, -0.25]) - mu[[0, 1]], s2)
        predicted = mu + q @ p
        self.assertGreater(predicted[2::2].min(), predicted[3::2].max() + 0.3)

    def test_ease_by_hand_and_table(self):
        matrix = sparse.csr_matrix(np.array([[1, 1, 0], [1, 1, 0], [0, 0, 1], [1, 0, 1]], np.float32))
        weights = ease(matrix, 1.0)
        inverse = np.linalg.inv((matrix.T @ matrix).toarray() + np.eye(3))
        np.testing.assert_allclose(weights, (-inverse / np.diag(inverse)) * (1 - np.eye(3)), atol=1e-5)
        self.assertGreater(weights[0, 1], weights[0, 2])

    def test_checkpoints_of_one_member_are_averaged(self):
        found = average([{"w": torch.tensor([1.0, 3.0]), "n": torch.tensor([7])}, {"w": torch.tensor([3.0, 3.0]), "n": torch.tensor([7])}])
        self.assertEqual({key: value.tolist() for key, value in found.items()}, {"w": [2.0, 3.0], "n": [7]})

    def test_a_member_taken_from_a_bundle_is_what_it_was_before_it_was_finished(self):
        features, model, table, *_ = tiny_engine()
        before = model.row_biases[:, 2].clone()
        taken = content_disbelieved(torch.linspace(-1, 1, len(before)), np.arange(len(before)) * 5.0,
                                    np.array(["a", "b"] * len(before))[:len(before)], FinishConfig())
        self.assertGreater(float(taken.abs().max()), 0.1)
        self.assertEqual(float(taken[0]), 0.0)  # nobody rated it: content is believed
        with torch.no_grad():
            model.row_biases[:, 2] -= taken  # as finish.py does
        for n, member in enumerate(members_of(model, features, table, model.row_biases[:, 2] + taken)):
            width = model.config.dim
            torch.testing.assert_close(member.row_vectors.detach(), model.row_vectors[:, n * width:(n + 1) * width])
            torch.testing.assert_close(member.row_biases.detach()[:, 2], before)
            torch.testing.assert_close(member.items.table, model.content.members[n].table)

    def test_average_precision(self):
        self.assertAlmostEqual(average_precision(np.array([3.0, 2.0, 1.0]), np.array([1, 0, 1])), (1 + 2 / 3) / 2)


class EstimateTests(unittest.TestCase):
    """estimates.py on made-up dumps, as `npm run estimate-features` writes them."""

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

    def question(self, rng, variant, case, person, rows=20, sign=1.0):
        """Rows of noise whose labels follow .8 × the feature named below, less .5 for a chance."""
        values = rng.normal(size=(rows, len(self.NAMES))).astype(np.float32)
        told = values[:, self.NAMES.index({"share-rated": "crowdRating", "share": "likeness", "knows": "fame"}[variant])]
        if variant == "share":
            odds = np.exp(1.5 * sign * told)
            labels = (np.arange(rows) == rng.choice(rows, p=odds / odds.sum())).astype(int)
        else:
            labels = (rng.random(rows) < 1 / (1 + np.exp(0.5 - 0.8 * sign * told))).astype(int)
        return {"case": case, "variant": variant, "person": person, "group": "wine", "labels": labels.tolist(), "values": values}

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

    def test_it_finds_the_weights_that_made_the_labels_and_changes_nothing_else(self):
        manifest = self.fit("--folds", str(self.folder / "folds.json"))
        found = manifest["estimates"]
        self.assertEqual({key: value for key, value in manifest.items() if key != "estimates"},
                         {"name": "made up, «é»", "scoring": [1, 2]})
        self.assertEqual(set(found), {"like", "interest", "knows", "tagShares"})
        self.assertAlmostEqual(found["like"]["weights"]["crowdRating"], 0.8, delta=0.15)
        self.assertAlmostEqual(found["like"]["intercepts"][""], -0.5, delta=0.15)
        self.assertAlmostEqual(found["interest"]["weights"]["likeness"], 1.5, delta=0.4)
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


if __name__ == "__main__":
    torch.set_num_threads(1)
    unittest.main()
