"""Cases made of the people who are left out of training."""
import unittest

from channels import CHANNELS, EncodedItems, case_channels
from data import LIKED, encode_items
from export import DEFAULT_SCORING
from fixtures import tiny_engine
from golden import ITEMS
from public_sets.judging import cases


def people(count=12, things=24):
    """Everybody rates 20 of 24 things, most of them well, each person others; by person, oldest first"""
    return [(f"p{n}", str((n + 5 * step) % things), 1.0 if (n * (n + 5 * step) + step) % 3 else 0.4, 1_600_000_000 + step)
            for n in range(count) for step in range(20)]


class JudgingTests(unittest.TestCase):
    def setUp(self):
        self.cases = cases("ml100k", people())

    def of(self, variant):
        return [case for case in self.cases if case["variant"] == variant]

    def test_what_is_to_be_found_comes_later_and_was_liked(self):
        rated = {(user, thing): (rating, time) for user, thing, rating, time in people()}
        for case in self.cases:
            person = case.get("friend") or case["id"].removeprefix("next-ml100k-")
            known = [thing for thing, _, _ in case["events"]]
            for thing in case["relevant"]:
                rating, time = rated[person, thing]
                self.assertGreaterEqual(rating, LIKED)
                self.assertGreater(time, max(when for _, _, when in case["events"]))
            self.assertFalse(set(known) & set(case["relevant"]))
        self.assertTrue(self.of("next") and self.of("share-rated"))

    def test_a_friend_is_offered_what_the_curator_liked_and_in_share_rated_what_they_rated(self):
        rated = {(user, thing): rating for user, thing, rating, _ in people()}
        for case in self.of("share") + self.of("share-rated"):
            self.assertNotEqual(case["friend"], case["curator"])
            self.assertEqual(len(case["events"]), case["k"])
            self.assertTrue(all(rated[case["curator"], thing] >= LIKED for thing in case["candidates"]))
            self.assertTrue(0 < len(case["relevant"]) < len(case["candidates"]))
        for case in self.of("share-rated"):
            self.assertTrue(all((case["friend"], thing) in rated for thing in case["candidates"]))

    def test_a_code_for_met_and_not_rated_is_nothing_to_be_found_and_no_time_is_claimed_where_there_is_none(self):
        made = cases("anime", [("a", str(n), 0.75 if n > 2 else 0.9, n) for n in range(9)])
        self.assertEqual([(case["relevant"], case["events"][0][2]) for case in made], [(["2"], None)])
        self.assertNotIn("share-rated", {case["variant"] for case in cases("lastfm_listen", people())})

    def test_they_are_cases_as_evaluation_reads_them(self):
        engine = tiny_engine()
        items = [{**item, "id": str(n)} for n, item in enumerate(ITEMS)]
        library = EncodedItems(items, encode_items(items, engine[0]), engine, DEFAULT_SCORING, ["movie"])
        read = list(case_channels(self.cases, library, engine))
        self.assertEqual(len(read), len(self.cases))
        self.assertTrue(all(channels.shape == (len(CHANNELS), len(candidates)) for _, candidates, channels in read))


if __name__ == "__main__":
    unittest.main()
