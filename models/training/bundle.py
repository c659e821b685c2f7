"""The bundle's files: quantised weights, ONNX graphs, the known-item table, the manifest; written and read back.

Everything here works on the *quantised* model: `quantise` rounds the big tables first and puts the rounded values
back, so that the same numbers are tested, measured and shipped.
"""
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn as nn
import torch.nn.functional as F
from onnx import numpy_helper

from data import KnownTable
from features import Features
from model import HEADS, Bags, Member, ModelConfig, Recommender
from neighbours import Neighbours
from tags import TagHead

FILES = ("item-encoder.onnx", "history-encoder.onnx", "known-items.bin", "tag-head.bin", "golden.json")
BUNDLE_VERSION = 7  # of the manifest and of the meaning of its files; ../README.md


# ---------------------------------------------------------------- rounded rows

def to_int8(rows):
    """float [n, D] -> int8 [n, D], scale float32 [n]: row = scale * int8"""
    scale = np.abs(rows).max(axis=1) / 127.0
    scale = np.where(scale > 0, scale, 1.0).astype(np.float32)
    return np.clip(np.rint(rows / scale[:, None]), -127, 127).astype(np.int8), scale


def digit_levels(members):
    """Values per digit where `members` digits share 16 bits: the most that fit, odd so that zero is one of them."""
    most = int(65536 ** (1 / members) + 1e-9)
    return most - 1 + most % 2


def pack(parts):
    """M of float [n, W] -> codes int16 [n, W], scale float32 [n]. A code is sum(digit[m] * levels ** m), digits counted
    from the middle: part = scale * digit. Two parts have 255 levels each, three 39."""
    levels = digit_levels(len(parts))
    scale = np.abs(np.concatenate(parts, axis=1)).max(axis=1) / (levels // 2)
    scale = np.where(scale > 0, scale, 1.0).astype(np.float32)
    digits = [np.clip(np.rint(part / scale[:, None]), -(levels // 2), levels // 2) for part in parts]
    return sum(digit * levels ** n for n, digit in enumerate(digits)).astype(np.int16), scale


def digits_of(codes, members, nearest):
    """Codes as float32, of numpy or PyTorch with its own rounding -> the digits of each part"""
    levels, rest = digit_levels(members), codes
    for _ in range(members - 1):
        higher = nearest(rest * (1.0 / levels))  # lower digits come to less than half of one of the next
        yield rest - levels * higher
        rest = higher
    yield rest


def unpack(codes, scale, members):
    """-> the rounded parts, M of float32 [n, W]"""
    return [digits * scale[:, None] for digits in digits_of(codes.astype(np.float32), members, np.rint)]


@dataclass(frozen=True)
class Rounded:
    """What a bundle's files hold of the big tables."""
    tokens: tuple   # int16 [buckets, W], scale [buckets]
    rows: tuple     # int16 [R, W], scale [R]: the learned part of the known rows' vectors
    taste: tuple    # int8 [R, T + 1], scale [R]: the rest


@torch.no_grad()
def quantise(model):
    """Rounds the tables in place; buckets no training item touched become exactly zero. -> Rounded"""
    encoders, width = model.content.members, model.config.dim
    count = len(encoders)
    tokens = pack([encoder.table.numpy() * (encoder.idf.numpy() > 0)[:, None] for encoder in encoders])
    for encoder, table in zip(encoders, unpack(*tokens, count)):
        encoder.table.copy_(torch.as_tensor(table))
    vectors = model.row_vectors.numpy()
    rows = pack([vectors[:, n * width:(n + 1) * width] for n in range(count)])
    taste = to_int8(vectors[:, model.learned:])
    model.row_vectors.copy_(torch.as_tensor(row_vectors(rows, taste, count)))
    return Rounded(tokens, rows, taste)


def row_vectors(rows, taste, members):
    """Codes and int8 of known rows, each with its scale -> float32 [R, D]"""
    values, scale = taste
    return np.concatenate([*unpack(*rows, members), values.astype(np.float32) * scale[:, None]], axis=1)


# ---------------------------------------------------------------- ONNX

class ItemGraph(nn.Module):
    """ContentEncoder over padded slots: tokens int32 [n, slots] -> vectors [n, D], biases [n, 3].

    Written with Gather, Cast, Round and MatMul only, so that onnxruntime-web runs it on any execution provider; the
    token tables stay packed in the file and in memory.
    """

    def __init__(self, encoder, slot_field, packed):
        """packed: codes int16 [buckets, W] and scale [buckets] of all members' tables"""
        super().__init__()
        codes, scale = packed
        self.encoder = encoder
        self.register_buffer("codes", torch.as_tensor(codes))                                  # [buckets, W]
        self.register_buffer("code_scale", torch.as_tensor(scale).unsqueeze(1))                # [buckets, 1]
        self.register_buffer("idf", encoder.members[0].idf.unsqueeze(1).clone())               # [buckets, 1]
        self.register_buffer("field_of_slot", F.one_hot(torch.as_tensor(slot_field)).float())  # [slots, F]

    def forward(self, tokens):
        idf = F.embedding(tokens, self.idf).squeeze(2)                             # [n, slots], 0 for padding
        norm = ((idf * idf) @ self.field_of_slot + 1e-12).sqrt()                   # [n, F]
        scaled = idf * F.embedding(tokens, self.code_scale).squeeze(2)
        codes = F.embedding(tokens, self.codes).float()                            # [n, slots, W]
        parts = []
        for member, digits in zip(self.encoder.members, digits_of(codes, len(self.encoder.members), torch.round)):
            weight = scaled * ((member.field_weight / norm) @ self.field_of_slot.t())
            parts.append(member.head((weight.unsqueeze(1) @ digits).squeeze(1)))
        return self.encoder.join(parts)


class HistoryGraph(nn.Module):
    def __init__(self, history):
        super().__init__()
        self.history = history

    def forward(self, vectors, ratingBuckets, timeGapBuckets):
        return self.history(vectors, ratingBuckets, timeGapBuckets)


def write_onnx(model, features, rounded, folder):
    # No constant folding: the initialisers keep their PyTorch names, so that read_weights can load them back;
    # onnxruntime folds when it opens the file.
    options = {"opset_version": 17, "do_constant_folding": False}
    item = ItemGraph(model.content, features.slot_field, rounded.tokens).eval()
    floats = [member.table for member in model.content.members]
    for member in model.content.members:
        member.table = None  # the float tables must not travel
    tokens = torch.zeros(2, features.slot_count, dtype=torch.int32)
    torch.onnx.export(item, tokens, str(folder / "item-encoder.onnx"), input_names=["tokens"],
                      output_names=["vectors", "biases"],
                      dynamic_axes={name: {0: "n"} for name in ("tokens", "vectors", "biases")}, **options)
    for member, table in zip(model.content.members, floats):
        member.table = table
    length = features.length
    buckets = torch.zeros(2, length, dtype=torch.int32)
    names = ["vectors", "ratingBuckets", "timeGapBuckets"]
    torch.onnx.export(HistoryGraph(model.history).eval(), (torch.zeros(2, length, model.width), buckets, buckets),
                      str(folder / "history-encoder.onnx"), input_names=names, output_names=["queries"],
                      dynamic_axes={name: {0: "b"} for name in [*names, "queries"]}, **options)
    for file in ("item-encoder.onnx", "history-encoder.onnx"):
        drop_doubles(folder / file)


def drop_doubles(path):
    """Turns `Constant(float64) -> Cast(float32)` into one float32 constant, and refuses any float64 that is left.

    torch writes clamp's bounds as doubles; the build of onnxruntime-web that also runs WebGPU has no kernel that casts
    them and cannot open such a file, though its plain WASM build can.
    """
    model = onnx.load(str(path))
    constants = {node.output[0]: node for node in model.graph.node if node.op_type == "Constant"}
    for cast in [node for node in model.graph.node if node.op_type == "Cast"]:
        constant = constants.get(cast.input[0])
        if constant is None or constant.attribute[0].t.data_type != onnx.TensorProto.DOUBLE:
            continue
        value = numpy_helper.to_array(constant.attribute[0].t).astype(np.float32)
        cast.CopyFrom(onnx.helper.make_node("Constant", [], list(cast.output), name=cast.name,
                                            value=numpy_helper.from_array(value)))
        if not any(constant.output[0] in node.input for node in model.graph.node):
            model.graph.node.remove(constant)
    for node in model.graph.node:
        for attribute in node.attribute:
            if attribute.t.data_type == onnx.TensorProto.DOUBLE:
                raise ValueError(f"{path.name}: {node.name} is float64")
    onnx.save(model, str(path))


def read_weights(path):
    return {t.name: numpy_helper.to_array(t) for t in onnx.load(str(path)).graph.initializer}


# ---------------------------------------------------------------- known-items.bin

def write_known_items(path, table, neighbours, model, rounded):
    """-> the manifest's `knownItems`; layout in ../README.md"""
    keys = sorted(table.keys.items())
    rows = len(table.counts)
    ratings = np.where(np.isnan(table.ratings), 255, np.rint(np.clip(np.nan_to_num(table.ratings), 0, 1) * 254))
    sections = {
        "keysHi": np.array([key >> 32 for key, _ in keys], dtype="<u4"),
        "keysLo": np.array([key & 0xFFFFFFFF for key, _ in keys], dtype="<u4"),
        "keyRows": np.array([row for _, row in keys], dtype="<u4"),
        "vectors": rounded.rows[0].astype("<i2"),
        "vectorScales": rounded.rows[1].astype("<f4"),
        "taste": rounded.taste[0],
        "tasteScales": rounded.taste[1].astype("<f4"),
        "biases": model.row_biases.numpy().astype("<f4"),
        "ratings": ratings.astype(np.uint8),
        "popularity": np.rint(table.popularity * 255).astype(np.uint8),
        "neighbourStarts": neighbours.starts.astype("<u4"),
        "neighbours": neighbours.items.astype("<u2"),
        "neighbourWeights": neighbours.weights,
        "neighbourScales": neighbours.scales.astype("<f4"),
    }
    members = len(model.content.members)
    return {"file": path.name, "rows": rows, "keys": len(keys), "members": members, "levels": digit_levels(members),
            "neighbours": int(neighbours.items.size), "sections": write_sections(path, sections)}


def write_sections(path, sections):
    """Arrays end to end, each at a multiple of 8 -> {name: {type, offset, length}}"""
    layout, blob = {}, bytearray()
    names = {"<u4": "uint32", "<u2": "uint16", "<i2": "int16", "<f4": "float32", "|i1": "int8", "|u1": "uint8"}
    for name, values in sections.items():
        blob += bytes(-len(blob) % 8)
        layout[name] = {"type": names[values.dtype.str], "offset": len(blob), "length": int(values.size)}
        blob += values.tobytes()
    path.write_bytes(bytes(blob))
    return layout


def read_sections(path, layout):
    blob = path.read_bytes()
    return {name: np.frombuffer(blob, dtype=s["type"], count=s["length"], offset=s["offset"])
            for name, s in layout.items()}


def read_known_items(path, layout):
    """-> KnownTable, Neighbours, row vectors float [R, D], row biases float [R, 3]"""
    part = read_sections(path, layout["sections"])
    keys = {int(hi) << 32 | int(lo): int(row) for hi, lo, row in zip(part["keysHi"], part["keysLo"], part["keyRows"])}
    ratings = np.where(part["ratings"] == 255, np.nan, part["ratings"] / 254.0)
    biases = part["biases"].reshape(-1, len(HEADS))
    codes, taste = (part[name].reshape(layout["rows"], -1) for name in ("vectors", "taste"))
    vectors = row_vectors((codes, part["vectorScales"]), (taste, part["tasteScales"]), layout["members"])
    neighbours = Neighbours(part["neighbourStarts"], part["neighbours"], part["neighbourWeights"],
                            part["neighbourScales"])
    table = KnownTable(keys, np.zeros(layout["rows"]), biases, ratings, part["popularity"] / 255.0)
    return table, neighbours, vectors, biases


# ---------------------------------------------------------------- tag-head.bin

def write_tag_head(path, head, width):
    """-> the manifest's `tagHead`"""
    values, scale = to_int8(head.weights.reshape(-1, width))
    sections = {"weights": values, "scales": scale.astype("<f4"), "biases": head.biases.astype("<f4")}
    return {"file": path.name, "width": width,
            "tags": [{"name": name, "group": group} for name, group in zip(head.names, head.groups)],
            "sections": write_sections(path, sections)}


def read_tag_head(path, layout):
    part = read_sections(path, layout["sections"])
    weights = part["weights"].reshape(-1, layout["width"]).astype(np.float32) * part["scales"][:, None]
    return TagHead([tag["name"] for tag in layout["tags"]], [tag["group"] for tag in layout["tags"]], weights,
                   part["biases"].copy(), float("nan"))


# ---------------------------------------------------------------- manifest

def digest(path):
    data = path.read_bytes()
    return {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}


def plain_estimates(tags):
    """Estimates of a bundle that none were fitted for: the crowd, the future head and fame; `tags` = number of tags."""
    return {"like": {"intercepts": {"": 0.4}, "weights": {"crowdRating": 0.7}, "reliability": [], "groups": {}},
            "interest": {"intercepts": {"": 0}, "weights": {"futureLift": 0.5}, "groups": {}},
            "knows": {"intercepts": {"": -0.5}, "weights": {"fame": 1}, "reliability": [], "groups": {}},
            "tagShares": [0.05] * tags}


def write_manifest(folder, model, features, known, tag_head, name, version, trained_kinds, scoring, estimates, licence,
                   trained_on):
    slots, length, dim = features.slot_count, features.length, model.width
    manifest = {
        "name": name, "version": version, "schemaVersion": BUNDLE_VERSION,
        "featureSchema": features.schema, "dim": dim, "heads": list(HEADS),
        "tensors": {
            "itemEncoder": {"inputs": {"tokens": {"type": "int32", "shape": ["n", slots]}},
                            "outputs": {"vectors": {"type": "float32", "shape": ["n", dim]},
                                        "biases": {"type": "float32", "shape": ["n", len(HEADS)]}}},
            "historyEncoder": {"inputs": {"vectors": {"type": "float32", "shape": ["b", length, dim]},
                                          "ratingBuckets": {"type": "int32", "shape": ["b", length]},
                                          "timeGapBuckets": {"type": "int32", "shape": ["b", length]}},
                               "outputs": {"queries": {"type": "float32", "shape": ["b", len(HEADS), dim]}}}},
        "knownItems": known, "tagHead": tag_head, "trainedKinds": trained_kinds, "scoring": scoring,
        "estimates": estimates, "files": {file: digest(folder / file) for file in FILES}, "licence": licence, "trainedOn": trained_on,
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return manifest


def load_bundle(folder):
    """A bundle back as PyTorch, from nothing but its files, hashes checked.
    -> (features, model, known table, Bags, Neighbours, TagHead), scoring, trained kinds"""
    folder = Path(folder)
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    for file, expected in manifest["files"].items():
        if digest(folder / file) != expected:
            raise ValueError(f"{file} is not the file its manifest names")
    features, width = Features(manifest["featureSchema"]), manifest["dim"]
    item, history = read_weights(folder / "item-encoder.onnx"), read_weights(folder / "history-encoder.onnx")
    known = manifest["knownItems"]
    table, neighbours, vectors, biases = read_known_items(folder / known["file"], known)
    head = read_tag_head(folder / manifest["tagHead"]["file"], manifest["tagHead"])
    count = known["members"]
    learned = manifest["tagHead"]["width"]
    first = {name.removeprefix("history.members.0."): value for name, value in history.items()
             if name.startswith("history.members.0.")}
    config = ModelConfig(
        dim=learned // count, layers=sum(name.endswith("qkv.weight") for name in first),
        attention_heads=len(first["attention.0.distance"]), hidden=item["encoder.members.0.mlp.1.weight"].shape[0],
        loadings=width - learned - 1, half_lives=ModelConfig.half_lives[:first["pool_memory"].shape[1]])
    idf = item["idf"][:, 0].copy()
    model = Recommender(config, [Member(config, features, idf, biases.copy()) for _ in range(count)], features)
    state = {name.replace("encoder.", "content.", 1): value for name, value in item.items()
             if name.startswith("encoder.")}
    state |= {name: value for name, value in history.items() if name.startswith("history.")}
    state |= {"row_vectors": vectors, "row_biases": biases}
    for n, tokens in enumerate(unpack(item["codes"], item["code_scale"][:, 0], count)):
        state |= {f"content.members.{n}.idf": idf, f"content.members.{n}.table": tokens}
    model.load_state_dict({name: torch.as_tensor(state[name].copy()) for name in model.state_dict()})
    return (features, model.eval(), table, Bags, neighbours, head), manifest["scoring"], manifest["trainedKinds"]
