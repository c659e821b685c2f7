"""Anime, music artists, wines and recipes."""
import ast
import calendar
import html
import re
from collections import Counter

from features import fnv1a32
from public_sets.books import dense
from public_sets.files import PublicSet, WrongFile, check_counts, distinct, item, number, read_table
from public_sets.films import counted

HETREC = "https://grouplens.org/datasets/hetrec-2011/"
FIRST_TAG = calendar.timegm((2005, 8, 1, 0, 0, 0))  # earlier ones are before Last.fm had tags: mistakes of the file


def anime(folder, expected, one_person_in=15):
    """Anime Recommendations Database (Kaggle, CooperUnion; CC0): anime.csv (anime_id,name,genre,type,episodes,rating,members),
    rating.csv (user_id,anime_id,rating 1-10, -1 = seen, not rated, written as .75; no times). One person in 15, by FNV-1a-32
    of the number: the shipped model had 5,000 of 73,515 people, which ones is not known."""
    origin = "https://www.kaggle.com/datasets/CooperUnion/anime-recommendations-database"
    things = [item(row["anime_id"], "anime", html.unescape(row["name"]),
                   tags=distinct([*row["genre"].split(", "), row["type"]]))
              for row in read_table(folder, "anime.csv", ("anime_id", "name", "genre", "type"))]
    described, path = {thing["id"] for thing in things}, folder / "rating.csv"
    events, people, rows = [], set(), 0
    for row in read_table(folder, "rating.csv", ("user_id", "anime_id", "rating")):
        rows += 1
        people.add(row["user_id"])
        if row["anime_id"] in described and fnv1a32(row["user_id"].encode()) % one_person_in == 0:
            rating = number(path, row["rating"], -1, 10)
            events.append((row["user_id"], row["anime_id"], 0.75 if rating == -1 else rating / 10, rows))
    check_counts({"ratings": rows, "people": len(people), "items": len(things)}, expected, folder, origin)
    met = {event[1] for event in events}
    return PublicSet([thing for thing in things if thing["id"] in met], events, {"ratings": rows, "people": len(people)})


def artists(folder, expected):
    """items of both Last.fm sets, their tags the eight that most people gave -> items, rows of user_taggedartists"""
    form = {"delimiter": "\t", "quoting": 3}
    names = {row["tagID"]: row["tagValue"] for row in read_table(folder, "tags.dat", ("tagID", "tagValue"), "latin-1", **form)}
    given, tagged = {}, list(read_table(folder, "user_taggedartists-timestamps.dat",
                                        ("userID", "artistID", "tagID", "timestamp"), **form))
    for row in tagged:
        if row["tagID"] not in names:
            raise WrongFile(folder / "tags.dat", f"tag {row['tagID']}, which somebody gave", "none of that number",
                            f"The files are of two editions; take all from {HETREC}.")
        given.setdefault(row["artistID"], Counter())[names[row["tagID"]].strip().lower()] += 1
    things = [item(row["id"], "music artist", row["name"].strip(), tags=distinct(
        tag for tag, _ in sorted(given.get(row["id"], Counter()).items(), key=lambda entry: (-entry[1], entry[0]))[:8]))
        for row in read_table(folder, "artists.dat", ("id", "name"), **form)]
    return things, tagged


def lastfm_tagged(folder, expected):
    """HetRec 2011, hetrec2011-lastfm-2k.zip: user_taggedartists-timestamps.dat (userID,artistID,tagID,timestamp in
    milliseconds, of a month), artists.dat, tags.dat (Latin-1; the others UTF-8), all between tabs. A person's first tag of
    an artist is their event."""
    things, tagged = artists(folder, expected)
    described, first = {thing["id"] for thing in things}, {}
    path = folder / "user_taggedartists-timestamps.dat"
    for row in tagged:
        seconds = number(path, row["timestamp"], -1e13, 2e12) / 1000
        if seconds >= FIRST_TAG and row["artistID"] in described:
            key = row["userID"], row["artistID"]
            first[key] = min(first.get(key, seconds), seconds)
    counts = {"tag assignments": len(tagged), "people": len({row["userID"] for row in tagged}), "items": len(things)}
    check_counts(counts, expected, folder, HETREC)
    return PublicSet(things, [(user, artist, 1.0, seconds) for (user, artist), seconds in first.items()], counts)


def lastfm_listen(folder, expected):
    """HetRec 2011, hetrec2011-lastfm-2k.zip: user_artists.dat (userID,artistID,weight = times listened), between tabs: the
    50 most heard artists of each person, without times."""
    things, _ = artists(folder, expected)
    path = folder / "user_artists.dat"
    rows = list(read_table(folder, path.name, ("userID", "artistID", "weight"), delimiter="\t"))
    events = [(row["userID"], row["artistID"], 1.0, place) for place, row in enumerate(rows, 1) if number(path, row["weight"], 1, 1e9)]
    return counted(things, events, folder, expected, HETREC)


def listed(path, text):
    """A list as Python prints it: "['Beef', 'Lamb']" """
    try:
        return [str(part) for part in ast.literal_eval(text)] if text else []
    except (ValueError, SyntaxError):
        raise WrongFile(path, "a list in square brackets", repr(text[:80]), "This is another file.") from None


def seconds(path, text):
    """2016-08-16 03:51:25, or a date alone, as seconds of UTC"""
    found = re.match(r"(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d):(\d\d))?", text)
    if not found:
        raise WrongFile(path, "a date like 2016-08-16 03:51:25", repr(text[:40]), "This is another file.")
    return calendar.timegm(tuple(int(part or 0) for part in found.groups()))


def wines(folder, expected):
    """X-Wines, Slim (https://github.com/rogerioxavier/X-Wines): XWines_Slim_1K_wines.csv, XWines_Slim_150K_ratings.csv
    (UserID,WineID,Vintage,Rating 1-5,Date). A wine's tags are its type, body, acidity, grapes, country, region and dishes."""
    path, things = folder / "XWines_Slim_1K_wines.csv", []
    for row in read_table(folder, path.name, ("WineID", "WineName", "Type", "Grapes", "Harmonize", "Body", "Acidity", "Country",
                                              "RegionName", "WineryName")):
        acidity = f"{row['Acidity']} acidity" if row["Acidity"] else ""
        tags = [row["Type"], row["Body"], acidity, *listed(path, row["Grapes"]), row["Country"], row["RegionName"],
                *listed(path, row["Harmonize"])]
        things.append(item(row["WineID"], "wine", row["WineName"], distinct([row["WineryName"]]), tags=distinct(tags)))
    path = folder / "XWines_Slim_150K_ratings.csv"
    events = [(row["UserID"], row["WineID"], number(path, row["Rating"], 1, 5) / 5, seconds(path, row["Date"]))
              for row in read_table(folder, path.name, ("UserID", "WineID", "Rating", "Date"))]
    return counted(things, events, folder, expected, "https://github.com/rogerioxavier/X-Wines")


def recipes(folder, expected, least_of_person=10, least_of_recipe=20):
    """Food.com recipes and reviews (Kaggle, irkaal; CC0): reviews.csv (ReviewId,RecipeId,AuthorId,AuthorName,Rating,…; 0 = no
    rating), recipes.csv (RecipeId,Name,…,RecipeCategory,…). Events are in the order of review numbers. Recipes with 20
    reviews and more by people with 10 and more; the shipped model's cut (3,267 recipes) is like it, its rule is not known."""
    origin = "https://www.kaggle.com/datasets/irkaal/foodcom-recipes-and-reviews"
    things = [item(row["RecipeId"].removesuffix(".0"), "recipe", html.unescape(row["Name"]),
                   tags=distinct([html.unescape(row["RecipeCategory"])] if row["RecipeCategory"] not in ("", "NA") else []))
              for row in read_table(folder, "recipes.csv", ("RecipeId", "Name", "RecipeCategory"))]
    path, rows, people, events = folder / "reviews.csv", 0, set(), []
    described = {thing["id"] for thing in things}
    for row in read_table(folder, path.name, ("ReviewId", "RecipeId", "AuthorId", "Rating")):
        rows += 1
        people.add(row["AuthorId"])
        rating = number(path, row["Rating"], 0, 5)
        if rating and row["RecipeId"] in described:
            events.append((row["AuthorId"], row["RecipeId"], rating / 5, number(path, row["ReviewId"], 0, 1e9)))
    found = PublicSet(things, events, {"reviews": rows, "people": len(people), "items": len(things)})
    return dense(found, folder, expected, origin, least_of_person, least_of_recipe)
