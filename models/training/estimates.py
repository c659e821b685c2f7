"""P(like), interest, P(knows): python3 estimates.py --features DIR --bundle ../taste [--folds FILE]

Fits the three linear estimates of ../README.md (*Estimates*) on what `npm run estimate-features` wrote: every feature
of every candidate, computed by the app itself. DIR holds `libraries/` (real people's libraries, as exported),
`packs/` (case packs of research sets) and `talks/` (recommendations in talks, and whether the film was known); each
may be missing. Writes `estimates` into the bundle's manifest; with --folds also the fits that leave out a fifth of all
people each, for figures on people no weight has seen (`npm run benchmark -- --folds 5`).

A handful of weights by people is choosing, not training: nothing else of the bundle changes.
"""
import argparse
import json
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

FOLDS = 5
BINS = 10
DECIMALS = 4


@dataclass(frozen=True)
class Recipe:
    """What an estimate weighs, and how much each source counts. A pack's weight is shared by its cases."""
    weights: tuple                              # features weighed for every kind
    groups: dict = field(default_factory=dict)  # features weighed for one kind group besides; "" = any other
    few: tuple = ()                             # features weighed otherwise for people of whom little is known
    sources: dict = field(default_factory=dict)  # folder -> weight of each of its packs
    ridge: float = 3.0                          # on weights of features scaled to deviation 1


LIKE = Recipe(
    weights=("crowdRating", "tableRating", "creator", "series", "generosity", "neighbourhood"),
    groups={"screen": ("likeness", "unratedAge"), "book": ("futureBase", "futureLift", "likeness"),
            "": ("likeBase", "likeLift")},
    # Research sets' averages are of the same few people, and their things well described: they count little.
    sources={"libraries": 1.0, "packs": 0.03}, ridge=10.0)
INTEREST = Recipe(
    weights=("futureBase", "futureLift", "likeness", "tagLikeness", "content", "untrainedContent", "crowdRating",
             "fame", "known", "yearCloseness", "tagMatch", "makerMatch", "castMatch", "cooccurrence"),
    # Of whom a love or two are known, other things say what they would choose than of whom twenty ratings are.
    few=("futureBase", "futureLift", "likeness", "tagLikeness", "content", "fame", "tagMatch", "makerMatch",
         "castMatch", "cooccurrence"),
    sources={"libraries": 1.0, "packs": 0.3, "talks": 2.5}, ridge=2.0)
KNOWS = Recipe(weights=("fame", "futureBase", "known", "futureLift"), sources={"talks": 1.0}, ridge=1.0)
# Talks of these sources judge only: one has no licence, the other is too small.
JUDGES = ("inspired", "iard")
HALF_KNOWN_EVENTS = 3  # as `fewness` in renderer/src/recommend/estimating/estimates.ts
LEAST_LABELS = 4000  # the weights of all cases come to so many labels, whatever the number of rows


def fold_of(person):
    """FNV-1a-32 of the name, modulo the number of folds: the same in the benchmark."""
    value = 2166136261
    for byte in person.encode():
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return value % FOLDS


@dataclass(frozen=True)
class Case:
    pack: str
    weight: float
    fold: int
    group: str
    events: int         # known of the person
    rows: np.ndarray    # [candidates, features]
    labels: np.ndarray  # [candidates], 1 = right


def read_cases(folder, recipe, variants):
    """Cases of the recipe's sources whose variant is wanted."""
    found = []
    for source, weight in recipe.sources.items():
        for path in sorted((folder / source).glob("*.json")):
            described = json.loads(path.read_text(encoding="utf-8"))
            names = described["features"]
            values = np.fromfile(path.with_suffix(".f32"), np.float32).reshape(-1, len(names)).astype(float)
            asked = [q for q in described["questions"] if q["variant"] in variants and not of_a_judge(q["case"])]
            for question in asked:
                labels = np.array(question["labels"], float)
                rows = values[question["start"]:question["start"] + len(labels)]
                found.append(Case(path.stem, weight / len(asked), fold_of(question["person"]), question["group"],
                                  question["events"], rows, labels))
    if not found:
        raise SystemExit(f"{folder} holds no case of {', '.join(variants)}; see --help.")
    return names, found


def of_a_judge(case):
    return any(f"-{judge}-" in case for judge in JUDGES)


FEW = object()  # a column of `few`, where others name their kind group


def columns_of(recipe):
    """[(feature, kind group, FEW or None)], in the order of the weights"""
    return ([(name, None) for name in recipe.weights] + [(name, FEW) for name in recipe.few]
            + [(name, group) for group, extra in recipe.groups.items() for name in extra])


def in_group(group, asked, recipe_groups):
    """Whether a thing of kind group `group` takes the weights of `asked`; "" is every group without its own."""
    return group == asked if asked else group not in recipe_groups


def design(cases, names, recipe, intercepts):
    """-> float [rows, columns + intercepts]: what each row's weights are multiplied by"""
    place = {name: at for at, name in enumerate(names)}
    own_groups = [group for group in recipe.groups if group]
    parts = []
    for case in cases:
        def share(group, case=case):
            if group is FEW:
                return HALF_KNOWN_EVENTS / (HALF_KNOWN_EVENTS + case.events)
            return 1.0 if group is None else in_group(case.group, group, own_groups)
        columns = [case.rows[:, place[name]] * share(group) for name, group in columns_of(recipe)]
        columns += [np.full(len(case.labels), float(in_group(case.group, group, [g for g in intercepts if g])))
                    for group in intercepts]
        parts.append(np.stack(columns, 1))
    return parts


def fit_logistic(parts, cases, ridge):
    """Pointwise logistic regression, every case of equal weight within its pack. -> [columns]"""
    rows = np.concatenate(parts)
    labels = np.concatenate([case.labels for case in cases])
    weight = np.concatenate([np.full(len(case.labels), case.weight / len(case.labels)) for case in cases])
    weight *= LEAST_LABELS / weight.sum()

    def loss(weights):
        score = rows @ weights
        chance = 1 / (1 + np.exp(-np.clip(score, -30, 30)))
        value = (weight * (np.logaddexp(0, score) - labels * score)).sum() + 0.5 * (ridge * weights ** 2).sum()
        return value, rows.T @ (weight * (chance - labels)) + ridge * weights
    return minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x


def fit_choice(parts, cases, ridge):
    """Conditional logit (McFadden 1974): of a case's candidates the right ones were chosen. -> [columns]"""
    rows = np.concatenate(parts)
    sizes = np.array([len(case.labels) for case in cases])
    starts = np.r_[0, np.cumsum(sizes)[:-1]]
    weight = np.array([case.weight for case in cases])
    weight = weight * len(cases) / weight.sum()
    right = np.concatenate([case.labels / case.labels.sum() for case in cases])
    spread = np.repeat(weight, sizes)

    def loss(weights):
        score = rows @ weights
        top = np.maximum.reduceat(score, starts)
        odds = np.exp(score - np.repeat(top, sizes))
        total = np.add.reduceat(odds, starts)
        chance = odds / np.repeat(total, sizes)
        value = (weight * (np.log(total) + top)).sum() - (spread * right * score).sum() + 0.5 * (ridge * weights ** 2).sum()
        return value, rows.T @ (spread * (chance - right)) + ridge * weights
    return minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x


def fit(cases, names, recipe, intercepts, method):
    """-> weights of all people, [weights without each fold], scores out of fold per case"""
    parts = design(cases, names, recipe, intercepts)
    scale = np.sqrt(np.mean([part.var(0) for part in parts], 0)) if not intercepts else np.concatenate(parts).std(0)
    fixed = len(columns_of(recipe))
    scale = np.where(np.arange(len(scale)) < fixed, scale + 1e-9, 1.0)
    ridge = np.where(np.arange(len(scale)) < fixed, recipe.ridge, 1e-3)
    scaled = [part / scale for part in parts]

    def fitted(keep):
        kept = [at for at, case in enumerate(cases) if keep(case)]
        return method([scaled[at] for at in kept], [cases[at] for at in kept], ridge) / scale
    every = fitted(lambda case: True)
    without = [fitted(lambda case, fold=fold: case.fold != fold) for fold in range(FOLDS)]
    return every, without, [part @ without[case.fold] for part, case in zip(parts, cases)]


def as_json(weights, recipe, names, intercepts, shrinkage=1.0):
    columns = columns_of(recipe)
    values = [round(float(value), DECIMALS) for value in weights]
    found = {"intercepts": dict(zip(intercepts, values[len(columns):])) or {"": 0}, "weights": {}, "groups": {}}
    if recipe.few:
        found["few"] = {}
    for (name, group), value in zip(columns, values):
        if group is FEW:
            target = found["few"]
        else:
            target = found["weights"] if group is None else found["groups"].setdefault(group, {})
        target[name] = value
    return found


def reliability(scores, cases):
    """Of things given a chance in each tenth: how many, the mean chance, the share that was right. Cases of one pack
    count alike."""
    chance = 1 / (1 + np.exp(-np.concatenate(scores)))
    right = np.concatenate([case.labels for case in cases])
    weight = np.concatenate([np.full(len(case.labels), case.weight / len(case.labels)) for case in cases])
    bins = np.minimum(BINS - 1, (chance * BINS).astype(int))
    table = []
    for at in range(BINS):
        inside = bins == at
        if inside.any():
            w = weight[inside] / weight[inside].sum()
            table.append({"low": at / BINS, "high": (at + 1) / BINS, "n": int(inside.sum()),
                          "meanChance": round(float(w @ chance[inside]), DECIMALS),
                          "share": round(float(w @ right[inside]), DECIMALS)})
    error = sum((weight[bins == at].sum() / weight.sum()) * abs(row["meanChance"] - row["share"])
                for at, row in ((int(round(row["low"] * BINS)), row) for row in table))
    return table, error


def by_pack(scores, cases):
    """{pack: mean over its cases of the chance that a right thing scores above another, ties counted half}"""
    found = {}
    for score, case in zip(scores, cases):
        right, other = score[case.labels == 1], score[case.labels == 0]
        wins = (right[:, None] > other[None, :]).mean() + 0.5 * (right[:, None] == other[None, :]).mean()
        found.setdefault(case.pack, []).append(wins)
    return {pack: float(np.mean(values)) for pack, values in found.items()}


def tag_shares(folder):
    """Share of all things that deserve each tag of the tag head, over the packs' things. -> [tags]"""
    sums = {}
    tags = []
    for path in sorted(folder.glob("*/*.json")):
        described = json.loads(path.read_text(encoding="utf-8"))
        tags = described["tags"]
        if described.get("asImported") is not None:
            continue
        for group, share in described["tagShares"].items():
            total, count = sums.get(group, (0.0, 0))
            sums[group] = (total + np.array(share["mean"]) * share["n"], count + share["n"])
    place = {}
    shares = []
    for tag in tags:
        at = place[tag["group"]] = place.get(tag["group"], -1) + 1
        total, count = sums.get(tag["group"], (np.zeros(at + 1), 1))
        shares.append(round(float((total / count)[at]), DECIMALS) if len(total) > at else 0.0)
    return shares


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--features", required=True, type=Path)
    parser.add_argument("--bundle", required=True, type=Path)
    parser.add_argument("--folds", type=Path)
    parser.add_argument("--without", default="", help="features to leave out: prints, and writes nothing")
    args = parser.parse_args()
    left_out = [name for name in args.without.split(",") if name]
    plan = {"like": (LIKE, ("share-rated",), ("screen", "book", ""), fit_logistic),
            "interest": (INTEREST, ("share",), (), fit_choice),
            "knows": (KNOWS, ("knows",), ("",), fit_logistic)}
    found, folds = {}, [{} for _ in range(FOLDS)]
    for name, (recipe, variants, intercepts, method) in plan.items():
        recipe = replace(recipe, weights=tuple(n for n in recipe.weights if n not in left_out),
                         few=tuple(n for n in recipe.few if n not in left_out),
                         groups={g: tuple(n for n in extra if n not in left_out) for g, extra in recipe.groups.items()})
        names, cases = read_cases(args.features, recipe, variants)
        cases = [case for case in cases if variants == ("knows",) or 0 < case.labels.sum() < len(case.labels)]
        every, without, scores = fit(cases, names, recipe, intercepts, method)
        found[name] = as_json(every, recipe, names, intercepts)
        for fold, weights in enumerate(without):
            folds[fold][name] = as_json(weights, recipe, names, intercepts)
        note = ""
        if intercepts:
            found[name]["reliability"], error = reliability(scores, cases)
            note = f", calibration error {error:.3f} out of fold"
            for fold in folds:
                fold[name]["reliability"] = []
        print(f"{name}: {len(cases):,} cases, {len(columns_of(recipe))} weights{note}")
        if name != "knows":
            print("  out of fold, AUC: " + ", ".join(f"{pack} {value:.3f}" for pack, value in by_pack(scores, cases).items()))
        for part, value in found[name]["weights"].items():
            print(f"  {part:16} {value:+.3f}")
        if recipe.few:
            print("  few events: " + ", ".join(f"{n} {v:+.3f}" for n, v in found[name]["few"].items()))
        for group, extra in found[name]["groups"].items():
            print("  " + (group or "any other kind") + ": " + ", ".join(f"{n} {v:+.3f}" for n, v in extra.items()))
    if left_out:
        return
    shares = tag_shares(args.features)
    path = args.bundle / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["estimates"] = {**found, "tagShares": shares}
    path.write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if args.folds is not None:
        args.folds.write_text(json.dumps([{**fold, "tagShares": shares} for fold in folds], indent=1) + "\n", encoding="utf-8")
    print("Then: npx tsx tests/contract/write-estimates.ts, and read what changed in tests/fixtures/estimates.json.")


if __name__ == "__main__":
    main()
