"""The bundle's files: quantised weights, ONNX graphs, the known-item table, the manifest; written and read back.

Everything here works on the *quantised* model: `quantise` rounds the big tables to int8 first and puts the rounded
values back, so that what is tested, measured and shipped is one and the same.
"""
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn as nn
import torch.nn.functional as F
from onnx import numpy_helper

from data import KnownTable
from features import Features
from model import HEADS, Bags, ModelConfig, Recommender

FILES = ("item-encoder.onnx", "history-encoder.onnx", "known-items.bin", "golden.json")


# ---------------------------------------------------------------- int8 rows

def to_int8(rows):
    """float [n, D] -> int8 [n, D], scale float32 [n]: row = scale * int8"""
    scale = np.abs(rows).max(axis=1) / 127.0
    scale = np.where(scale > 0, scale, 1.0).astype(np.float32)
    return np.clip(np.rint(rows / scale[:, None]), -127, 127).astype(np.int8), scale


@torch.no_grad()
def quantise(model):
    """Rounds both tables in place; buckets no training item touched become exactly zero. -> the int8 parts"""
    table = model.items.table.numpy() * (model.items.idf.numpy() > 0)[:, None]
    out = {}
    for name, rows, parameter in (("tokens", table, model.items.table),
                                  ("rows", model.row_vectors.numpy(), model.row_vectors)):
        values, scale = to_int8(rows)
        out[name] = (values, scale)
        parameter.copy_(torch.as_tensor(values.astype(np.float32) * scale[:, None]))
    return out


# ---------------------------------------------------------------- ONNX

class ItemGraph(nn.Module):
    """ItemEncoder over padded slots: tokens int32 [n, slots] -> vectors [n, D], biases [n, 3].

    Written with Gather, Cast and MatMul only, so that onnxruntime-web runs it on any execution provider; the token
    table stays int8 in the file and in memory.
    """

    def __init__(self, encoder, slot_field, values, scale):
        super().__init__()
        self.encoder = encoder
        self.register_buffer("table_int8", torch.as_tensor(values))               # [buckets, D]
        self.register_buffer("table_scale", torch.as_tensor(scale).unsqueeze(1))  # [buckets, 1]
        self.register_buffer("idf", encoder.idf.unsqueeze(1).clone())             # [buckets, 1]
        self.register_buffer("field_of_slot", F.one_hot(torch.as_tensor(slot_field)).float())  # [slots, F]

    def forward(self, tokens):
        idf = F.embedding(tokens, self.idf).squeeze(2)                             # [n, slots], 0 for padding
        norm = ((idf * idf) @ self.field_of_slot + 1e-12).sqrt()                   # [n, F]
        weight = idf * ((self.encoder.field_weight / norm) @ self.field_of_slot.t())
        weight = weight * F.embedding(tokens, self.table_scale).squeeze(2)
        rows = F.embedding(tokens, self.table_int8).float()                        # [n, slots, D]
        return self.encoder.head((weight.unsqueeze(1) @ rows).squeeze(1))


class HistoryGraph(nn.Module):
    def __init__(self, history):
        super().__init__()
        self.history = history

    def forward(self, vectors, ratingBuckets, timeGapBuckets):
        return self.history(vectors, ratingBuckets, timeGapBuckets)


def write_onnx(model, features, int8, folder):
    # No constant folding: the initialisers keep their PyTorch names, so that read_weights can load them back;
    # onnxruntime folds when it opens the file.
    options = {"opset_version": 17, "do_constant_folding": False}
    item = ItemGraph(model.items, features.slot_field, *int8["tokens"]).eval()
    item.encoder.table, table = None, item.encoder.table  # the float table must not travel
    tokens = torch.zeros(2, features.slot_count, dtype=torch.int32)
    torch.onnx.export(item, tokens, str(folder / "item-encoder.onnx"), input_names=["tokens"],
                      output_names=["vectors", "biases"],
                      dynamic_axes={name: {0: "n"} for name in ("tokens", "vectors", "biases")}, **options)
    item.encoder.table = table
    length, dim = features.length, model.config.dim
    buckets = torch.zeros(2, length, dtype=torch.int32)
    names = ["vectors", "ratingBuckets", "timeGapBuckets"]
    torch.onnx.export(HistoryGraph(model.history).eval(), (torch.zeros(2, length, dim), buckets, buckets),
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

def write_known_items(path, table, model, int8):
    """-> the manifest's `knownItems`; layout in ../README.md"""
    keys = sorted(table.keys.items())
    rows = len(table.counts)
    ratings = np.where(np.isnan(table.ratings), 255, np.rint(np.clip(np.nan_to_num(table.ratings), 0, 1) * 254))
    sections = {
        "keysHi": np.array([key >> 32 for key, _ in keys], dtype="<u4"),
        "keysLo": np.array([key & 0xFFFFFFFF for key, _ in keys], dtype="<u4"),
        "keyRows": np.array([row for _, row in keys], dtype="<u4"),
        "vectors": int8["rows"][0],
        "vectorScales": int8["rows"][1].astype("<f4"),
        "biases": model.row_biases.detach().numpy().astype("<f4"),
        "ratings": ratings.astype(np.uint8),
        "popularity": np.rint(table.popularity * 255).astype(np.uint8),
    }
    layout, blob = {}, bytearray()
    names = {"<u4": "uint32", "<f4": "float32", "|i1": "int8", "|u1": "uint8"}
    for name, values in sections.items():
        blob += bytes(-len(blob) % 8)
        layout[name] = {"type": names[values.dtype.str], "offset": len(blob), "length": int(values.size)}
        blob += values.tobytes()
    path.write_bytes(bytes(blob))
    return {"file": path.name, "rows": rows, "keys": len(keys), "sections": layout}


def read_known_items(path, layout, dim):
    """-> KnownTable, row vectors float [R, D], row biases float [R, 3]"""
    blob = path.read_bytes()
    part = {name: np.frombuffer(blob, dtype=s["type"], count=s["length"], offset=s["offset"])
            for name, s in layout["sections"].items()}
    keys = {int(hi) << 32 | int(lo): int(row) for hi, lo, row in zip(part["keysHi"], part["keysLo"], part["keyRows"])}
    ratings = np.where(part["ratings"] == 255, np.nan, part["ratings"] / 254.0)
    biases = part["biases"].reshape(-1, len(HEADS))
    vectors = part["vectors"].reshape(-1, dim).astype(np.float32) * part["vectorScales"][:, None]
    return KnownTable(keys, np.zeros(layout["rows"]), biases, ratings, part["popularity"] / 255.0), vectors, biases


# ---------------------------------------------------------------- manifest

def digest(path):
    data = path.read_bytes()
    return {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}


def write_manifest(folder, model, features, known, name, version, trained_kinds, scoring, licence, trained_on):
    slots, length, dim = features.slot_count, features.length, model.config.dim
    manifest = {
        "name": name, "version": version, "schemaVersion": features.schema["version"],
        "featureSchema": features.schema, "dim": dim, "heads": list(HEADS),
        "tensors": {
            "itemEncoder": {"inputs": {"tokens": {"type": "int32", "shape": ["n", slots]}},
                            "outputs": {"vectors": {"type": "float32", "shape": ["n", dim]},
                                        "biases": {"type": "float32", "shape": ["n", len(HEADS)]}}},
            "historyEncoder": {"inputs": {"vectors": {"type": "float32", "shape": ["b", length, dim]},
                                          "ratingBuckets": {"type": "int32", "shape": ["b", length]},
                                          "timeGapBuckets": {"type": "int32", "shape": ["b", length]}},
                               "outputs": {"queries": {"type": "float32", "shape": ["b", len(HEADS), dim]}}}},
        "knownItems": known, "trainedKinds": trained_kinds, "scoring": scoring,
        "files": {file: digest(folder / file) for file in FILES}, "licence": licence, "trainedOn": trained_on,
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return manifest


def load_bundle(folder):
    """A bundle back as PyTorch, from nothing but its files, hashes checked.
    -> (features, model, known table, Bags), scoring, trained kinds"""
    folder = Path(folder)
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    for file, expected in manifest["files"].items():
        if digest(folder / file) != expected:
            raise ValueError(f"{file} is not the file its manifest names")
    features, dim = Features(manifest["featureSchema"]), manifest["dim"]
    item, history = read_weights(folder / "item-encoder.onnx"), read_weights(folder / "history-encoder.onnx")
    table, vectors, biases = read_known_items(folder / manifest["knownItems"]["file"], manifest["knownItems"], dim)
    hidden = item["encoder.mlp.1.weight"].shape[0]
    layers = sum(name.endswith("qkv.weight") for name in history)
    heads, _ = history["history.attention.0.distance"].shape
    memories = history["history.pool_memory"].shape[1]
    config = ModelConfig(dim=dim, layers=layers, attention_heads=heads, hidden=hidden,
                         half_lives=ModelConfig.half_lives[:memories])
    model = Recommender(config, features, item["idf"][:, 0].copy(), biases.copy())
    state = {name.replace("encoder.", "items.", 1): torch.as_tensor(value.copy()) for name, value in item.items()
             if name.startswith("encoder.")}
    state |= {name: torch.as_tensor(value.copy()) for name, value in history.items() if name.startswith("history.")}
    state |= {"items.idf": torch.as_tensor(item["idf"][:, 0].copy()), "row_vectors": torch.as_tensor(vectors),
              "row_biases": torch.as_tensor(biases.copy()),
              "items.table": torch.as_tensor(item["table_int8"].astype(np.float32) * item["table_scale"])}
    wanted = model.state_dict()
    model.load_state_dict({name: state[name] for name in wanted})
    return (features, model.eval(), table, Bags), manifest["scoring"], manifest["trainedKinds"]
