"""Reading a public download, and refusing what it is not; writing a prepared set."""
import csv
import gzip
import io
import json
from dataclasses import dataclass, field

from features import Features, fnv1a32, load_schema
from public_sets.judging import cases

FEATURES = Features(load_schema())
JUDGED = 5  # one person in so many is left out of training, for judging


class WrongFile(ValueError):
    """A file that is not the public one. Says which, what was expected, what was found and what to do."""

    def __init__(self, path, expected, found, advice):
        super().__init__(f"{path} is not the file it should be: expected {expected}, found {found}. {advice}")


@dataclass
class PublicSet:
    """items: as models/README.md has them, each with an `id`; events: (user, item id, rating in 0..1, seconds or place)"""
    items: list
    events: list
    counts: dict = field(default_factory=dict)  # of the public files, by what was counted


def check_counts(found, expected, folder, origin):
    """Each number of the public files against what its makers state; `expected` may give a number, or (least, most)."""
    for what, wanted in expected.items():
        least, most = wanted if isinstance(wanted, tuple) else (wanted, wanted)
        if not least <= found[what] <= most:
            said = f"{least:,}" if least == most else f"{least:,} to {most:,}"
            raise WrongFile(folder, f"{said} {what}", f"{found[what]:,}",
                            f"Download it again from {origin}; for another edition add --any-count.")


def open_text(folder, name, encoding="utf-8"):
    """The text of a file, or of the .gz beside it"""
    path = folder / name
    if path.exists():
        return open(path, encoding=encoding, newline="")
    packed = folder / f"{name}.gz"
    if packed.exists():
        return gzip.open(packed, "rt", encoding=encoding, newline="")
    raise WrongFile(path, "a file of this name", "none", "Unpack the download here, or give its folder.")


def read_table(folder, name, columns, encoding="utf-8", **form):
    """Rows of a file with a header as dicts; `columns` must be there"""
    with open_text(folder, name, encoding) as lines:
        reader = csv.DictReader(lines, **form)
        try:
            header = reader.fieldnames or []
            if missing := [column for column in columns if column not in header]:
                raise WrongFile(folder / name, f"the columns {', '.join(columns)}", f"{', '.join(header)[:200] or 'no line'}",
                                f"The column {missing[0]} is missing: this is another file, or another edition.")
            yield from reader
        except UnicodeDecodeError as error:
            raise WrongFile(folder / name, f"text in {encoding}", f"a byte that is none ({error.reason})",
                            "It may have been saved again by another program; take it from the download.") from None


def read_lines(folder, name, separator, width, encoding="utf-8"):
    """Rows of a file without a header, `width` columns each"""
    with open_text(folder, name, encoding) as lines:
        for number, line in enumerate(lines, 1):
            row = line.rstrip("\r\n").split(separator)
            if len(row) != width:
                raise WrongFile(folder / name, f"{width} columns between {separator!r} in every line",
                                f"{len(row)} in line {number}", "This is another file, or its end is missing.")
            yield row


def number(path, text, least, most):
    """The number a text is, between two bounds"""
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not least <= value <= most:
        raise WrongFile(path, f"a rating or time between {least} and {most}", repr(text), "This is another file.")
    return value


def item(id, kind, title, creators=(), year=None, tags=()):
    return {"id": str(id), "kind": kind, "title": title, "creators": list(creators), "year": year, "tags": list(tags)}


def distinct(values):
    return list(dict.fromkeys(value for value in values if value))


def judged(name, user):
    """Whether a person is left out of training: FNV-1a-32 of SET/PERSON, so that it is the same on every machine"""
    return fnv1a32(f"{name}/{user}".encode("utf-8")) % JUDGED == 0


def _write(path, text):
    """gzip without a time or a name, so that the same text gives the same bytes"""
    with open(path, "wb") as file, gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed:
        packed.write(text.encode("utf-8"))


def in_order(events):
    """By user and then time; of two events of one person with one thing the later counts"""
    newest = {}
    for place, (user, thing, rating, time) in enumerate(events):
        newest[user, thing] = max(newest.get((user, thing), (time, place, rating)), (time, place, rating))
    rows = sorted((user, time, place, thing, rating) for (user, thing), (time, place, rating) in newest.items())
    return [(user, thing, rating, time) for user, time, _, thing, rating in rows]


def write_events(path, events):
    """user,item,rating,ts, of events in order"""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["user", "item", "rating", "ts"])
    writer.writerows([user, thing, round(rating, 4), int(time)] for user, thing, rating, time in events)
    _write(path, text.getvalue())


def write_json_lines(path, rows):
    _write(path, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))


def write_set(folder, found, name):
    """NAME/items.jsonl.gz, train_events.csv.gz, and cases.jsonl.gz from the people left out -> counts"""
    folder.mkdir(parents=True, exist_ok=True)
    parts = {True: [], False: []}
    for event in in_order(found.events):
        parts[judged(name, event[0])].append(event)
    asked = cases(name, parts[True])
    write_json_lines(folder / "items.jsonl.gz", found.items)
    write_events(folder / "train_events.csv.gz", parts[False])
    write_json_lines(folder / "cases.jsonl.gz", asked)
    return {"items": len(found.items), "train events": len(parts[False]), "train people": len({e[0] for e in parts[False]}),
            "cases": len(asked)}
