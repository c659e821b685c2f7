"""Checkpoint -> bundle: python3 export.py --checkpoint runs/finished.pt --out ../taste

With --bundle instead, a bundle is written again: the same weights, with the mixture weights and the version below. The
estimates of that bundle, or of the one that stands at --out, are carried over; after training, fit them again
(estimates.py).

Everything is written into a temporary folder beside --out and checked there: PyTorch's golden vectors against the
ONNX files under onnxruntime-web (check_onnx.mjs), the bundle read back from its files against the checkpoint, and its
size. Only then all files are moved, together or not at all.
"""
import argparse
import json
import shutil
import subprocess
import tempfile
from pathlib import Path

import torch

from bundle import (FILES, load_bundle, plain_estimates, quantise, write_known_items, write_manifest, write_onnx,
                    write_tag_head)
from channels import CROWD, OWN
from data import REGISTRY
from features import Features
from finish import load_finished
from golden import make_golden, write_golden
from model import Bags
from train import read_checkpoint

HERE = Path(__file__).resolve().parent
MAX_BYTES = 16 * 1024 * 1024
NAME, VERSION = "handpicked-taste", "0.5.2"
LICENCE = ("Personal, non-commercial use only, because some of the data this model was trained on is licensed so; the "
           "sources are listed in MODEL_CARD.md. The MIT licence of the code does not cover this bundle.")

# Chosen on the dev packs with `evaluate.py --choose`; those of what the table does not know also beside what it knows
# (`evaluate.py --mode half`). Weights for untrained kinds were chosen on packs of trained kinds with everything the model
# knows left out (content and crowd only), not on the zero-shot packs: see MODEL_CARD.md.


def _weights(offset=0.0, **weights):
    """Weights of channels that need no crowd; those not named are zero."""
    assert set(weights) <= set(OWN), weights
    return {**{name: weights.get(name, 0.0) for name in OWN}, "offset": offset}


def _crowd(known, unknown, untrained):
    """Weights of the crowd's channels, in the order of CROWD, for each weight set"""
    return {name: dict(zip(CROWD, weights)) for name, weights in
            (("known", known), ("unknown", unknown), ("untrained", untrained))}


DEFAULT_SCORING = {
    "content": {"fields": {"titleWord": 1.5, "creator": 1.5, "tag": 1.0, "tagWord": 0.5}, "idfPower": 1.3,
                "lengthPower": 0.6},
    "cooccurrence": {"recent": 1.0, "halfLife": 8.0},
    "neighbourhood": {"power": 8, "newest": 50, "shrinkage": 2.0, "liked": 0.8},
    "tasks": {
        "next": {"known": _weights(next=1.0, future=0.7, content=0.2, cooccurrence=0.2),
                 "unknown": _weights(next=1.6, future=0.4, content=0.3, offset=1.6),
                 "untrained": _weights(future=0.3, content=1.0),
                 "crowd": _crowd((0.0, 0.05), (0.0, 0.3), (1.0, 3.0))},
        "share": {"known": _weights(next=0.15, future=1.0, like=0.1, content=0.05, cooccurrence=0.05, neighbourhood=2.0,
                                    base=0.2),
                  "unknown": _weights(next=0.4, future=1.0, like=0.15, content=0.1, offset=0.5),
                  "untrained": _weights(future=0.3, content=1.0),
                  "crowd": _crowd((0.0, 0.2), (0.0, 0.5), (0.5, 2.0))},
        "shareRated": {"known": _weights(future=0.1, like=1.0, neighbourhood=6.0, base=0.1),
                       "unknown": _weights(next=0.1, future=0.1, like=1.0, neighbourhood=3.0, offset=0.5),
                       "untrained": _weights(content=1.0),
                       "crowd": _crowd((0.5, 0.1), (1.5, 0.3), (4.0, 0.5))},
    },
}


def load_engine(checkpoint):
    """A finished checkpoint in the shape of bundle.load_bundle, without scoring"""
    model, payload = load_finished(checkpoint)
    features = Features(payload["schema"])
    engine = (features, model.eval(), payload["table"], Bags, payload["neighbours"], payload["tags"])
    return engine, None, trained_kinds(payload["kinds"], features)


def trained_kinds(kinds, features):
    """Kinds the training sets have, and those that share a fingerprint group with one (a series is recognised, titled
    and tagged as a movie is)."""
    groups = features.schema["fingerprint"]["kindGroups"]
    trained = {groups.get(kind, kind) for kind in kinds}
    return sorted(set(kinds) | {kind for kind, group in groups.items() if group in trained})


def export(engine, kinds, scoring, out, name, version, licence, trained_on, check=True, estimates=None):
    """Writes a checked bundle of an engine (load_engine) to `out`, with plain estimates where none are given; -> its
    manifest"""
    features, model, table, _, neighbours, head = engine
    out = Path(out)
    out.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=".bundle-", dir=out.parent))
    try:
        model = model.eval()
        rounded = quantise(model)
        write_onnx(model, features, rounded, folder)
        known = write_known_items(folder / "known-items.bin", table, neighbours, model, rounded)
        tag_head = write_tag_head(folder / "tag-head.bin", head, model.learned)
        write_golden(folder / "golden.json", make_golden(engine, scoring, kinds))
        manifest = write_manifest(folder, model, features, known, tag_head, name, version, kinds, scoring,
                                  estimates or plain_estimates(len(head.names)), licence, trained_on)
        size = sum(entry["bytes"] for entry in manifest["files"].values())
        if size > MAX_BYTES:
            raise ValueError(f"bundle is {size} bytes, more than {MAX_BYTES}")
        (_, again, *_), _, _ = load_bundle(folder)
        for key, value in model.state_dict().items():
            if not torch.equal(value, again.state_dict()[key]):
                raise ValueError(f"{key} did not survive the bundle")
        if check:
            subprocess.run(["node", str(HERE / "check_onnx.mjs"), str(folder)], check=True)
        for file in (*FILES, "manifest.json"):  # the manifest last: a half-moved bundle fails its own hashes
            (folder / file).replace(out / file)
        return manifest
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def estimates_of(folder, tags):
    """Estimates in the manifest of the bundle in a folder; None where there is none, or where its tags are others: the
    shares of the tags would be wrong."""
    path = Path(folder) / "manifest.json"
    if not path.exists():
        return None
    manifest = json.loads(path.read_text(encoding="utf-8"))
    same = [tag["name"] for tag in manifest["tagHead"]["tags"]] == list(tags)
    return manifest.get("estimates") if same else None


def trained_sets(args):
    """Names of the sets that the source was trained on"""
    if args.checkpoint:
        return read_checkpoint(args.checkpoint)["sets"]
    return [entry["set"] for entry in json.loads((args.bundle / "manifest.json").read_text(encoding="utf-8"))["trainedOn"]]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--checkpoint", type=Path, help="a finished.pt")
    source.add_argument("--bundle", type=Path, help="a bundle")
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--no-check", action="store_true", help="skip the onnxruntime-web check (no node_modules)")
    args = parser.parse_args()
    engine, _, kinds = load_engine(args.checkpoint) if args.checkpoint else load_bundle(args.bundle)
    manifest = export(engine, kinds, DEFAULT_SCORING, args.out, NAME, VERSION, LICENCE,
                      [{"set": name, "licence": REGISTRY[name].licence} for name in trained_sets(args)], not args.no_check,
                      estimates_of(args.bundle or args.out, engine[5].names))
    for file, entry in manifest["files"].items():
        print(f"{file:22} {entry['bytes']:>10,} bytes")
    print(f"known rows {manifest['knownItems']['rows']:,}, keys {manifest['knownItems']['keys']:,}")


if __name__ == "__main__":
    main()
