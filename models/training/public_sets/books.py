"""goodbooks-10k and Book-Crossing."""
import re
from collections import Counter

from public_sets.files import FEATURES, WrongFile, check_counts, distinct, item, number, open_text, read_table
from public_sets.films import counted

# Shelves that say where a book stands or whose it is, not what it is.
SHELF = re.compile(r"read|own|fav|shelf|library|librarie|kindle|audio|ebook|e-book|wish|\bbuy\b|to-|my-|default|borrow|book-?club|"
                   r"^books?$|series|star|dnf|finish|maybe|calibre|nook|have|want|\d|all-time|reviewed|abandon|novels?$|review", re.I)
SERIES = re.compile(r"^(.*?)\s*\(([^()]*?),?\s*#[^()]*\)\s*$")


def year_of(text):
    """A year as goodreads writes it ("1813.0", "-720.0"), None for nothing and for 0"""
    return int(float(text)) or None if text else None


def goodbooks(folder, expected, most_tags=8, most_creators=4):
    """https://github.com/zygmuntz/goodbooks-10k (5,976,479 ratings) or its first edition of 981,756, about a hundred for
    each book, which the shipped model had: ratings.csv (user_id,book_id,rating 1-5, no times), books.csv, book_tags.csv
    (goodreads_book_id,tag_id,count), tags.csv (tag_id,tag_name). In the first edition the number of a book is `id` in
    books.csv, and `book_id` there is the Goodreads number. A book's tags are its most used shelves that say what it is;
    which shelves those are is this file's own choice."""
    names = {row["tag_id"]: row["tag_name"] for row in read_table(folder, "tags.csv", ("tag_id", "tag_name"))}
    shelves = {}
    for row in read_table(folder, "book_tags.csv", ("goodreads_book_id", "tag_id", "count")):
        name = names.get(row["tag_id"], "")
        if name and not SHELF.search(name) and FEATURES.phrase(name):
            shelves.setdefault(row["goodreads_book_id"], Counter())[name.replace("-", " ").strip()] += int(row["count"])
    things = []
    for row in read_table(folder, "books.csv", ("book_id", "authors", "original_publication_year", "title")):
        first_edition = "id" in row
        series = SERIES.match(row["title"])
        mine = sorted(shelves.get(row["book_id"] if first_edition else row["goodreads_book_id"], Counter()).items(),
                      key=lambda entry: (-entry[1], entry[0]))
        tags = [tag for tag, _ in mine[:most_tags]] + ([f"series: {series[2]}"] if series and series[2] else [])
        creators = distinct(re.sub(r"\s+", " ", name).strip() for name in row["authors"].split(","))[:most_creators]
        things.append(item(row["id"] if first_edition else row["book_id"], "book", series[1] if series else row["title"].strip(),
                           creators, year_of(row["original_publication_year"]), distinct(tags)))
    path = folder / "ratings.csv"
    events = [(row["user_id"], row["book_id"], number(path, row["rating"], 1, 5) / 5, place)
              for place, row in enumerate(read_table(folder, "ratings.csv", ("user_id", "book_id", "rating")), 1)]
    return counted(things, events, folder, expected, "https://github.com/zygmuntz/goodbooks-10k")


def rows_between_semicolons(folder, name, header):
    """Rows of Book-Crossing's dump: "a";"b";... in Latin-1; a quote inside is written \\" and an ampersand &amp;"""
    with open_text(folder, name, "latin-1") as lines:
        first = next(lines, "").strip()
        if first != ";".join(f'"{column}"' for column in header):
            raise WrongFile(folder / name, f"a first line of {', '.join(header)} in quotes between semicolons", repr(first[:120]),
                            "This is another file, or another edition of it (Kaggle's has commas): take BX-CSV-Dump.zip.")
        for line in lines:
            text = line.strip()
            if text:
                yield [part.replace('\\"', '"').replace("&amp;", "&") for part in text[1:-1].split('";"')]


def bookcrossing(folder, expected, least_of_person=20, least_of_book=5):
    """BX-CSV-Dump.zip of http://www2.informatik.uni-freiburg.de/~cziegler/BX/ : BX-Books.csv, BX-Book-Ratings.csv (rating
    0-10; 0 = met, not rated, written as .75). Editions of one title and author are one book; books met by fewer than 5
    people and people with fewer than 20 books are left out. The shipped model's cut is like this one (people with 20 books
    and more, 17,384 books), but its exact rule for editions is not known, so numbers differ a little."""
    work_of, things = {}, {}
    header = ("ISBN", "Book-Title", "Book-Author", "Year-Of-Publication", "Publisher", "Image-URL-S", "Image-URL-M", "Image-URL-L")
    books = 0
    for row in rows_between_semicolons(folder, "BX-Books.csv", header):
        books += 1
        isbn, title, author, year = (row + [""] * 4)[:4]
        key = FEATURES.phrase(title), FEATURES.phrase(author)
        if key[0]:
            things.setdefault(key, item(len(things) + 1, "book", title, [author] if key[1] else [],
                                        int(year) if year.isdigit() and 1000 < int(year) < 2006 else None))
            work_of[isbn] = things[key]["id"]
    path = folder / "BX-Book-Ratings.csv"
    rows = [row for row in rows_between_semicolons(folder, path.name, ("User-ID", "ISBN", "Book-Rating")) if len(row) == 3]
    events = [(user, work_of[isbn], number(path, rating, 0, 10) / 10 or 0.75, place)
              for place, (user, isbn, rating) in enumerate(rows, 1) if isbn in work_of]
    found = counted(list(things.values()), events, folder, {}, "http://www2.informatik.uni-freiburg.de/~cziegler/BX/")
    found.counts = {"ratings": len(rows), "people": len({row[0] for row in rows}), "items": books}
    return dense(found, folder, expected, "http://www2.informatik.uni-freiburg.de/~cziegler/BX/", least_of_person, least_of_book)


def dense(found, folder, expected, origin, least_of_person, least_of_item):
    """The set without people and things of whom little is known, until all that is left has enough"""
    check_counts(found.counts, expected, folder, origin)
    events, before = list({(event[0], event[1]): event for event in found.events}.values()), None
    while before != len(events):
        before = len(events)
        met = Counter(event[1] for event in events)
        events = [event for event in events if met[event[1]] >= least_of_item]
        of = Counter(event[0] for event in events)
        events = [event for event in events if of[event[0]] >= least_of_person]
    left = {event[1] for event in events}
    found.items, found.events = [thing for thing in found.items if thing["id"] in left], events
    return found
