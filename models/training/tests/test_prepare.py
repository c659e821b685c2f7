"""Sets from public files: what is taken, the same bytes each time, and what is refused."""
import csv
import gzip
import json
import tempfile
import unittest
from pathlib import Path

from catalogue_facts import fill_in, read_sources
from data import REGISTRY, load_set, read_items
from prepare import PUBLIC, prepare
from public_sets.books import bookcrossing
from public_sets.films import title_and_year
from public_sets.files import WrongFile, in_order, judged, write_events
from public_sets.others import anime, recipes
from tests.made_up_sets import FEATURES
from tests.public_files import FILES, GOODBOOKS_FIRST, write_public


class PrepareTests(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.root = Path(self.temporary.name)

    def tearDown(self):
        self.temporary.cleanup()

    def read(self, name, files=None, **more):
        """The set that a set's function makes of its made-up files"""
        write_public(self.root / name, name, files)
        return PUBLIC[name][0](self.root / name, {}, **more)

    def refused(self, name, files, *said):
        write_public(self.root / f"wrong-{name}", name, files)
        with self.assertRaises(WrongFile) as caught:
            PUBLIC[name][0](self.root / f"wrong-{name}", {})
        for part in said:
            self.assertIn(part, str(caught.exception))

    def test_every_set_that_trains_the_model_can_be_made(self):
        self.assertEqual(set(PUBLIC), set(REGISTRY))
        self.assertEqual(set(FILES), set(REGISTRY))

    def test_the_same_files_give_the_same_bytes_and_a_set_that_training_reads(self):
        for name in PUBLIC:
            if name in ("bookcrossing", "anime", "recipes"):
                continue  # cut down to people of whom much is known: below
            write_public(self.root / name, name)
            for out in ("one", "two"):
                counts = prepare(name, self.root / name, self.root / out, any_count=True)
            one, two = (sorted((self.root / out / name).iterdir()) for out in ("one", "two"))
            self.assertEqual([file.read_bytes() for file in one], [file.read_bytes() for file in two], name)
            self.assertEqual(len(load_set(name, self.root / "one", FEATURES).items), counts["train events"])

    def test_people_who_judge_are_never_trained_on(self):
        write_public(self.root / "ml1m", "ml1m", {"ratings.dat": "".join(f"{n}::1::5::978300760\n" for n in range(40))})
        counts = prepare("ml1m", self.root / "ml1m", self.root / "out", any_count=True)
        with gzip.open(self.root / "out" / "ml1m" / "train_events.csv.gz", "rt") as lines:
            trained = {row["user"] for row in csv.DictReader(lines)}
        self.assertEqual((len(trained), {n for n in range(40) if not judged("ml1m", n)}), (counts["train people"], {int(n) for n in trained}))
        self.assertTrue(20 < len(trained) < 40)

    def test_of_two_ratings_of_one_thing_the_later_counts(self):
        write_events(self.root / "e.csv.gz", in_order([("b", "1", 0.2, 5), ("a", "1", 0.4, 9), ("a", "1", 0.8, 3), ("a", "2", 1.0, 9)]))
        self.assertEqual(gzip.open(self.root / "e.csv.gz", "rt").read(), "user,item,rating,ts\na,1,0.4,9\na,2,1.0,9\nb,1,0.2,5\n")

    def test_titles_of_movielens_are_written_as_one_says_them(self):
        self.assertEqual(title_and_year("Usual Suspects, The (1995)"), ("The Usual Suspects", 1995))
        self.assertEqual(title_and_year("City of Lost Children, The (Cité des enfants perdus, La) (1995)"), ("The City of Lost Children", 1995))
        self.assertEqual(title_and_year("Avventura, L' (1960)"), ("L'Avventura", 1960))
        self.assertEqual(title_and_year("Babylon 5"), ("Babylon 5", None))

    def test_films_have_their_year_their_genres_and_ratings_between_0_and_1(self):
        for name, last in (("ml100k", 0.8), ("ml1m", 0.8), ("mllatest", 0.9), ("movietweetings", 0.8)):
            found = self.read(name)
            self.assertEqual([thing["year"] for thing in found.items], [1990, 1991], name)
            self.assertEqual(found.items[1]["title"], "Béta", name)
            self.assertEqual((found.events[0][0], found.events[0][2], found.events[2][2]), ("7", 1.0, last), name)
        self.assertEqual(self.read("ml100k").items[0]["tags"], ["Comedy"])
        self.assertEqual(self.read("mllatest").items[0]["tags"], ["Action", "Comedy", "pixar", "fun"])
        self.assertEqual(self.read("movietweetings").items[1], {"id": "0000002", "kind": "movie", "title": "Béta", "creators": [],
                                                                "year": 1991, "tags": []})

    def test_editions_of_a_book_are_one_and_shelves_that_say_nothing_of_it_are_no_tags(self):
        found = self.read("goodbooks")
        self.assertEqual(found.items[0], {"id": "1", "kind": "book", "title": "The Alpha", "creators": ["Ann Author", "Bob Painter"],
                                          "year": 2008, "tags": ["fantasy", "young adult", "series: The Greek"]})
        self.assertEqual(found.items[1]["year"], -720)
        first = self.read("goodbooks", GOODBOOKS_FIRST)  # the first edition numbers books in another column
        self.assertEqual([thing["tags"][0] for thing in first.items], ["fantasy", "fantasy"])
        self.assertEqual(first.events, found.events)
        write_public(self.root / "bx", "bookcrossing")
        found = bookcrossing(self.root / "bx", {"ratings": 5, "people": 3, "items": 3}, least_of_person=2, least_of_book=2)
        self.assertEqual([thing["title"] for thing in found.items], ['Say "Alpha" & go', 'Say "Beta" & go'])  # two editions, one book
        self.assertEqual(sorted(event[:3] for event in found.events), [("7", "1", 0.75), ("7", "2", 0.8), ("8", "1", 1.0), ("8", "2", 0.75)])

    def test_codes_for_met_and_not_rated_and_mistaken_times_are_understood(self):
        write_public(self.root / "a", "anime")
        found = anime(self.root / "a", {"ratings": 3, "people": 2, "items": 2}, one_person_in=1)
        self.assertEqual(([thing["title"] for thing in found.items], found.items[0]["tags"]), (["Alpha's Day", "Beta"], ["Action", "Comedy", "TV"]))
        self.assertEqual([event[2] for event in found.events], [1.0, 0.75, 0.7])
        tagged = self.read("lastfm_tagged")
        self.assertEqual(tagged.items[0]["tags"], ["electro", "rock"])
        self.assertEqual(tagged.events, [("7", "1", 1.0, 1238536800.0), ("8", "1", 1.0, 1238536800.0)])  # not the tag of 1956
        self.assertEqual(len(self.read("lastfm_listen").events), 3)
        wine = self.read("wines")
        self.assertEqual(wine.items[0]["tags"], ["Red", "Full-bodied", "High acidity", "Merlot", "France", "Margaux", "Beef", "Lamb"])
        self.assertEqual(wine.events[0][2:], (0.9, 1471319485))
        write_public(self.root / "r", "recipes")
        found = recipes(self.root / "r", {"reviews": 3, "items": 2}, least_of_person=1, least_of_recipe=1)
        self.assertEqual([(thing["title"], thing["tags"]) for thing in found.items], [("Alpha & Pie", ["Pie"]), ("Beta", [])])
        self.assertEqual(len(found.events), 2)  # a review without stars is no rating

    def test_what_is_not_the_public_file_is_refused_with_a_sentence(self):
        self.refused("ml100k", {"u.data": "7::1::5::9\n"}, "u.data", "4 columns", "1 in line 1")
        self.refused("ml1m", {"movies.dat": "1,Alpha\n"}, "movies.dat", "number::title::genres")
        self.refused("movietweetings", {"ratings.dat": "7::0000001::11::1381945744\n"}, "ratings.dat", "'11'")
        self.refused("mllatest", {"ratings.csv": "user,movie\n1,2\n"}, "ratings.csv", "userId", "column")
        self.refused("goodbooks", {"ratings.csv": "user_id,book_id,rating\n7,99,5\n"}, "item 99", "two editions")
        self.refused("bookcrossing", {"BX-Books.csv": "ISBN,Book-Title\n"}, "BX-Books.csv", "semicolons")
        self.refused("anime", {"anime.csv": ",synopsis\n"}, "anime.csv", "anime_id")
        self.refused("lastfm_tagged", {"tags.dat": "tagID\ttagValue\n1\tRock\n"}, "tags.dat", "tag 2")
        self.refused("lastfm_listen", {"user_artists.dat": "userID\tartistID\tweight\n7\t1\tmany\n"}, "user_artists.dat", "'many'")
        self.refused("wines", {"XWines_Slim_150K_ratings.csv": "UserID,WineID,Rating,Date\n7,100001,4,yesterday\n"}, "a date like")
        self.refused("recipes", {"reviews.csv": "user_id,recipe_id,date,rating\n"}, "reviews.csv", "ReviewId")
        (self.root / "empty").mkdir()
        with self.assertRaisesRegex(WrongFile, "u.item.*none.*Unpack"):
            prepare("ml100k", self.root / "empty", self.root / "out")

    def test_another_number_of_ratings_is_refused_unless_another_edition_is_wanted(self):
        for name in PUBLIC:
            write_public(self.root / name, name)
            with self.assertRaisesRegex(WrongFile, "expected .* found .*https?://.*--any-count"):
                prepare(name, self.root / name, self.root / "out")
        self.assertFalse((self.root / "out").exists())

    def test_makers_and_actors_come_from_the_catalogue_by_number_or_by_title_and_year(self):
        for name, ship, rows in (("one", "yes", [
                {"id": "1", "kind": "movie", "title": "Alpha", "year": 1990, "creators": ["Ann Maker"], "cast": ["A", "B", "C", "D"], "ids": {"imdb": "tt0000009"}},
                {"id": "2", "kind": "movie", "title": "Twin", "year": 1990, "creators": ["Ann Maker"]},
                {"id": "3", "kind": "movie", "title": "Twin", "year": 1990, "creators": ["Bob Maker"]}]),
                ("two", "no", [{"id": "4", "kind": "movie", "title": "Béta", "year": 1991, "creators": ["Not To Be Shipped"]}])):
            folder = self.root / "sources" / name
            folder.mkdir(parents=True)
            (folder / "SOURCE.json").write_text(json.dumps({"name": name, "ship": ship}))
            with gzip.open(folder / "items.jsonl.gz", "wt") as file:
                file.writelines(json.dumps(row) + "\n" for row in rows)
        sources = read_sources(self.root / "sources")
        films = [{"id": n, "kind": "movie", "title": title, "creators": [], "year": year}
                 for n, title, year in (("1", "ALPHA!", 1990), ("2", "Alpha", 1991), ("3", "Twin", 1990), ("0000009", "Other name", 2000), ("5", "Béta", 1991))]
        self.assertEqual(fill_in(films, sources), 2)
        self.assertEqual([film["creators"] for film in films], [["Ann Maker"], [], [], ["Ann Maker"], []])
        self.assertEqual(films[0]["cast"], ["A", "B", "C"])
        write_public(self.root / "ml1m", "ml1m", {"movies.dat": "1::Alpha (1990)::\n2::Béta (1991)::\n"})
        self.assertEqual(prepare("ml1m", self.root / "ml1m", self.root / "out", sources, True)["with makers or actors from the catalogue"], 1)
        self.assertEqual(read_items(self.root / "out" / "ml1m" / "items.jsonl.gz")[0]["creators"], ["Ann Maker"])


if __name__ == "__main__":
    unittest.main()
