"""Checkpoint -> bundle: python3 export.py --checkpoint runs/NAME/checkpoint.pt --out ../taste

Everything is written into a temporary folder beside --out and checked there: PyTorch's golden vectors against the
ONNX files under onnxruntime-web (check_onnx.mjs), the bundle read back from its files against the checkpoint, and its
size. Only then all files are moved, together or not at all.
"""
import argparse
import shutil
import subprocess
import tempfile
from pathlib import Path

import torch

from bundle import FILES, load_bundle, quantise, write_known_items, write_manifest, write_onnx
from data import REGISTRY
from features import Features
from golden import make_golden, write_golden
from model import Bags

HERE = Path(__file__).resolve().parent
MAX_BYTES = 12 * 1024 * 1024
NAME, VERSION = "handpicked-taste", "0.1.0"
LICENCE = ("Personal, non-commercial use only, because some of the data this model was trained on is licensed so; the "
           "sources are listed in MODEL_CARD.md. The MIT licence of the code does not cover this bundle.")

# Chosen on the dev packs with `evaluate.py --choose`. Weights for untrained kinds were chosen on packs of trained kinds
# with everything the model knows left out (content and crowd only), not on the zero-shot packs: see MODEL_CARD.md.
DEFAULT_SCORING = {"tasks": {
    "next": {"trained": {"next": 1.0, "future": 0.5, "like": 0.0, "content": 0.2},
             "untrained": {"next": 0.0, "future": 0.0, "like": 0.0, "content": 1.0},
             "crowd": {"trained": {"rating": 0.0, "popularity": 0.1},
                       "untrained": {"rating": 0.5, "popularity": 4.0}}},
    "share": {"trained": {"next": 0.5, "future": 1.0, "like": 0.1, "content": 0.1},
              "untrained": {"next": 0.0, "future": 0.0, "like": 0.0, "content": 1.0},
              "crowd": {"trained": {"rating": 0.2, "popularity": 0.1},
                        "untrained": {"rating": 0.5, "popularity": 4.0}}},
    "shareRated": {"trained": {"next": 0.0, "future": 0.0, "like": 1.0, "content": 0.0},
                   "untrained": {"next": 0.0, "future": 0.0, "like": 0.0, "content": 1.0},
                   "crowd": {"trained": {"rating": 2.0, "popularity": 0.1},
                             "untrained": {"rating": 4.0, "popularity": 0.5}}},
}}


def load_engine(checkpoint):
    """A checkpoint in the shape of bundle.load_bundle: (features, model, table, Bags), no scoring, trained kinds"""
    from train import load_checkpoint
    model, payload = load_checkpoint(checkpoint)
    features = Features(payload["schema"])
    return (features, model.eval(), payload["table"], Bags), None, trained_kinds(payload["kinds"], features)


def trained_kinds(kinds, features):
    """Kinds the training sets have, and those that share a fingerprint group with one (a series is recognised, titled
    and tagged as a movie is)."""
    groups = features.schema["fingerprint"]["kindGroups"]
    trained = {groups.get(kind, kind) for kind in kinds}
    return sorted(set(kinds) | {kind for kind, group in groups.items() if group in trained})


def export(model, table, features, kinds, scoring, out, name, version, licence, trained_on, check=True):
    """Writes a checked bundle to `out`; -> its manifest"""
    out = Path(out)
    out.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=".bundle-", dir=out.parent))
    try:
        model = model.eval()
        int8 = quantise(model)
        write_onnx(model, features, int8, folder)
        known = write_known_items(folder / "known-items.bin", table, model, int8)
        write_golden(folder / "golden.json", make_golden(model, features, table, Bags))
        manifest = write_manifest(folder, model, features, known, name, version, kinds, scoring, licence, trained_on)
        size = sum(entry["bytes"] for entry in manifest["files"].values())
        if size > MAX_BYTES:
            raise ValueError(f"bundle is {size} bytes, more than {MAX_BYTES}")
        (_, again, _, _), _, _ = load_bundle(folder)
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


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--no-check", action="store_true", help="skip the onnxruntime-web check (no node_modules)")
    args = parser.parse_args()
    (features, model, table, _), _, kinds = load_engine(args.checkpoint)
    sets = torch.load(args.checkpoint, map_location="cpu")["sets"]
    manifest = export(model, table, features, kinds, DEFAULT_SCORING, args.out, NAME, VERSION, LICENCE,
                      [{"set": name, "licence": REGISTRY[name].licence} for name in sets], not args.no_check)
    for file, entry in manifest["files"].items():
        print(f"{file:22} {entry['bytes']:>10,} bytes")
    print(f"known rows {manifest['knownItems']['rows']:,}, keys {manifest['knownItems']['keys']:,}")


if __name__ == "__main__":
    main()
