"""Public downloads -> training sets: python3 prepare.py --out DATA ml100k=DOWNLOADS/ml-100k goodbooks=DOWNLOADS/goodbooks-10k

Each NAME=FOLDER is a set and the folder of its public files, unpacked (or .gz). Where to get them, what they look like and
what is taken of them stands with each function in public_sets/. Writes DATA/NAME/items.jsonl.gz and train_events.csv.gz,
which train.py reads, and cases.jsonl.gz, made of one person in five, whom no training meets: so DATA is a folder of packs
for evaluate.py too. The same files give the same bytes. A file that is not what it should be is refused, with a sentence
that says which and why.

--catalogue SOURCES fills in who made a film and who plays in it, from the sources of the catalogue (../README.md).
"""
import argparse
from pathlib import Path

from catalogue_facts import fill_in, read_sources
from public_sets import books, films, others
from public_sets.files import WrongFile, write_set

# Each set's function and the numbers that its makers state, or that are known of it (least, most).
PUBLIC = {
    "movietweetings": (films.movietweetings, {"ratings": (100_000, 2_000_000)}),
    "ml1m": (films.ml1m, {"ratings": 1_000_209, "people": 6_040, "items": 3_883}),
    "ml100k": (films.ml100k, {"ratings": 100_000, "people": 943, "items": 1_682}),
    "mllatest": (films.mllatest, {"ratings": 100_836, "people": 610, "items": 9_742}),
    "goodbooks": (books.goodbooks, {"ratings": (981_756, 5_976_479), "people": 53_424, "items": 10_000}),
    "bookcrossing": (books.bookcrossing, {"ratings": (1_149_700, 1_149_800), "people": (105_200, 105_300), "items": (271_300, 271_400)}),
    "anime": (others.anime, {"ratings": 7_813_737, "people": 73_515, "items": 12_294}),
    "lastfm_tagged": (others.lastfm_tagged, {"tag assignments": 186_479, "people": 1_892, "items": 17_632}),
    "lastfm_listen": (others.lastfm_listen, {"ratings": 92_834, "people": 1_892, "items": 17_632}),
    "wines": (others.wines, {"ratings": 150_000, "people": 10_561, "items": 1_007}),
    "recipes": (others.recipes, {"reviews": 1_401_982, "items": 522_517}),
}


def prepare(name, folder, out, facts=None, any_count=False):
    """One set -> what was written, by what was counted"""
    read, expected = PUBLIC[name]
    found = read(Path(folder), {} if any_count else expected)
    filled = fill_in(found.items, facts) if facts else 0
    return {**write_set(Path(out) / name, found, name), "with makers or actors from the catalogue": filled}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+", metavar="NAME=FOLDER", help=f"a set and its public files: {', '.join(PUBLIC)}")
    parser.add_argument("--out", required=True, type=Path, help="data folder to write")
    parser.add_argument("--catalogue", type=Path, help="folder of catalogue sources, for makers and actors of films")
    parser.add_argument("--any-count", action="store_true", help="take another edition: do not check how much there is of what")
    args = parser.parse_args()
    pairs = [pair.partition("=")[::2] for pair in args.sets]
    if unknown := [name for name, folder in pairs if name not in PUBLIC or not folder]:
        parser.error(f"{unknown[0]}: a set is given as NAME=FOLDER, with a name of {', '.join(PUBLIC)}.")
    facts = args.catalogue and read_sources(args.catalogue)
    try:
        for name, folder in pairs:
            counts = prepare(name, folder, args.out, facts, args.any_count)
            print(f"{name}: " + ", ".join(f"{count:,} {what}" for what, count in counts.items() if count))
    except WrongFile as error:
        raise SystemExit(str(error)) from None


if __name__ == "__main__":
    main()
