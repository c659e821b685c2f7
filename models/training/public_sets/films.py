"""MovieLens 100K, 1M and latest-small (GroupLens), MovieTweetings."""
import re
from collections import Counter

from public_sets.files import (PublicSet, WrongFile, check_counts, distinct, item, number, open_text, read_lines,
                               read_table)

GENRES_100K = ("unknown", "Action", "Adventure", "Animation", "Children's", "Comedy", "Crime", "Documentary", "Drama",
               "Fantasy", "Film-Noir", "Horror", "Musical", "Mystery", "Romance", "Sci-Fi", "Thriller", "War", "Western")
ARTICLE = re.compile(r"^(.*), (The|A|An|Le|La|Les|L'|Il|El|Los|Las|Das|Der|Die)$")
NOW = 2_000_000_000  # no time in these files is later


def title_and_year(text):
    """"Usual Suspects, The (1995)" -> "The Usual Suspects", 1995. One bracket before the year, the title in another
    language, is left out."""
    found = re.fullmatch(r"(.*?)\s*\((\d{4})[^)]*\)\s*", text)
    title, year = (found[1], int(found[2])) if found else (text.strip(), None)
    title = re.sub(r"(?<=\S)\s+\([^()]*\)$", "", title)
    flipped = ARTICLE.match(title)
    return (f"{flipped[2]}{'' if flipped[2].endswith(chr(39)) else ' '}{flipped[1]}" if flipped else title), year


def genres(text):
    return [] if text == "(no genres listed)" else distinct(text.split("|"))


def ml100k(folder, expected):
    """https://grouplens.org/datasets/movielens/100k/ : u.data (tabs: user, item, rating 1-5, seconds), u.item (bars:
    id, title, date, video date, address, 19 genres as 0 or 1; Latin-1)"""
    things = []
    for row in read_lines(folder, "u.item", "|", 24, "latin-1"):
        title, year = title_and_year(row[1])
        tags = [name for name, mark in zip(GENRES_100K, row[5:]) if mark == "1"]
        things.append(item(row[0], "movie", title, year=year, tags=tags))
    path = folder / "u.data"
    events = [(user, thing, number(path, rating, 1, 5) / 5, number(path, time, 0, NOW))
              for user, thing, rating, time in read_lines(folder, "u.data", "\t", 4)]
    return counted(things, events, folder, expected, "https://grouplens.org/datasets/movielens/100k/")


def ml1m(folder, expected):
    """https://grouplens.org/datasets/movielens/1m/ : ratings.dat (user::movie::rating 1-5::seconds), movies.dat
    (id::title (year)::genres with bars; Latin-1). The shipped model had less of it: who liked what in order, without the
    ratings themselves."""
    return with_double_colons(folder, expected, "latin-1", 5, "https://grouplens.org/datasets/movielens/1m/")


def movietweetings(folder, expected):
    """https://github.com/sidooms/MovieTweetings, `latest` or a snapshot: ratings.dat (user::imdb number::rating
    0-10::seconds), movies.dat (imdb number::title (year)::genres with bars; UTF-8). It grew for years; the shipped model
    had that of November 2013, about 142,000 ratings."""
    return with_double_colons(folder, expected, "utf-8", 10, "https://github.com/sidooms/MovieTweetings")


def with_double_colons(folder, expected, encoding, best, origin):
    things = []
    with open_text(folder, "movies.dat", encoding) as lines:
        for line_number, line in enumerate(lines, 1):
            row = line.rstrip("\r\n").split("::", 2)  # genres may be empty, but the colons are there
            if len(row) != 3:
                raise WrongFile(folder / "movies.dat", "number::title::genres in every line", f"line {line_number} otherwise",
                                f"Take it from {origin}.")
            title, year = title_and_year(row[1])
            things.append(item(row[0], "movie", title, year=year, tags=genres(row[2])))
    path = folder / "ratings.dat"
    events = [(user, thing, number(path, rating, 0, best) / best, number(path, time, 0, NOW))
              for user, thing, rating, time in read_lines(folder, "ratings.dat", "::", 4)]
    return counted(things, events, folder, expected, origin)


def mllatest(folder, expected, most_tags=8):
    """https://grouplens.org/datasets/movielens/latest/ , ml-latest-small: ratings.csv (userId,movieId,rating .5-5,timestamp),
    movies.csv (movieId,title,genres), tags.csv (userId,movieId,tag,timestamp). Its tags are those that most people gave."""
    given = {}
    for row in read_table(folder, "tags.csv", ("userId", "movieId", "tag")):
        given.setdefault(row["movieId"], Counter())[row["tag"].strip().lower()] += 1
    things = []
    for row in read_table(folder, "movies.csv", ("movieId", "title", "genres")):
        title, year = title_and_year(row["title"])
        mine = sorted(given.get(row["movieId"], Counter()).items(), key=lambda entry: (-entry[1], entry[0]))
        tags = distinct([*genres(row["genres"]), *(tag for tag, _ in mine[:most_tags])])
        things.append(item(row["movieId"], "movie", title, year=year, tags=tags))
    path = folder / "ratings.csv"
    events = [(row["userId"], row["movieId"], number(path, row["rating"], 0.5, 5) / 5, number(path, row["timestamp"], 0, NOW))
              for row in read_table(folder, "ratings.csv", ("userId", "movieId", "rating", "timestamp"))]
    return counted(things, events, folder, expected, "https://grouplens.org/datasets/movielens/latest/")


def counted(things, events, folder, expected, origin):
    """The set, once its numbers are right and every rating is of a thing that is described"""
    described = {thing["id"] for thing in things}
    if unknown := next((event for event in events if event[1] not in described), None):
        raise WrongFile(folder, "ratings of the items beside them only", f"one of item {unknown[1]}, which is not described",
                        f"The files are of two editions; take all from {origin}.")
    counts = {"ratings": len(events), "people": len({event[0] for event in events}), "items": len(things)}
    check_counts(counts, expected, folder, origin)
    return PublicSet(things, events, counts)
