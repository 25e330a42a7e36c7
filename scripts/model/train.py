"""Trains the vectors of the sentence model's features.

    python train.py FEATURES TAUGHT OUT.f32 [--dimensions 128] [--steps 3000] [--seed 1] [--without AUTHOR...]
    python train.py FEATURES TAUGHT OUT.f32 --tune FROM.f32 --steps 600 --rate 0.002 [--fold N]

FEATURES is what features.ts wrote, TAUGHT the teacher's vectors; --tune goes on from trained vectors, now with the
labelled pairs. Two things are learned at a time: a query finds the
passage that belongs to it among those of its batch (InfoNCE, in-batch softmax; van den Oord et al. 2018), and
sentences stand to each other as they do for the teacher (the softmax over the batch is copied, Kullback-Leibler).
Adam on the rows that a step touches. One thread, so that the same files give the same bytes.
"""
import argparse
import json
import os
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")

import numpy as np
import scipy.sparse as sparse

#: Share of the steps whose pairs are of this kind, and how many of them a step takes.
KINDS = {"law": 0.18, "question": 0.26, "wiki": 0.22, "procedure": 0.16, "named": 0.18}
#: The same where labelled pairs are learned from.
TUNED_KINDS = {"labelled": 0.4, "law": 0.1, "question": 0.15, "wiki": 0.1, "procedure": 0.1, "named": 0.15}
#: Softmax temperatures.
PAIR_TEMPERATURE = 0.05
STUDENT_TEMPERATURE = 0.05
TEACHER_TEMPERATURE = 0.05
#: How often a query or sentence is read as it is, without diacritics, spoiled.
FORMS = (0.6, 0.2, 0.2)
#: Windows of a passage that a step looks at, at most: the one that is nearest to the query counts.
MOST_WINDOWS = 3
#: Share of a text's features that stay in a step.
KEPT_SHARE = 0.85
START_VALUE = 0.02
WARM_UP = 100


def read_rows(directory, name, size):
    ends = np.fromfile(os.path.join(directory, f"{name}.ends.u32"), np.uint32).astype(np.int64)
    features = np.fromfile(os.path.join(directory, f"{name}.features.u32"), np.uint32).astype(np.int32)
    values = np.fromfile(os.path.join(directory, f"{name}.values.f32"), np.float32)
    return sparse.csr_matrix((values, features, ends), shape=(len(ends) - 1, size))


def unit(rows):
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    lengths[lengths == 0] = 1
    return rows / lengths, lengths


def softmax(scores):
    scores = scores - scores.max(axis=1, keepdims=True)
    chances = np.exp(scores)
    return chances / chances.sum(axis=1, keepdims=True)


class Adam:
    """Steps on the rows with a gradient; the others keep their moments (LazyAdam)."""

    def __init__(self, vectors):
        self.vectors = vectors
        self.first = np.zeros_like(vectors)
        self.second = np.zeros_like(vectors)
        self.step_number = 0

    def step(self, rows, gradient, rate):
        self.step_number += 1
        first = self.first[rows] * 0.9 + gradient * 0.1
        second = self.second[rows] * 0.999 + gradient * gradient * 0.001
        self.first[rows] = first
        self.second[rows] = second
        near = 1 - 0.9**self.step_number
        far = 1 - 0.999**self.step_number
        self.vectors[rows] -= rate * (first / near) / (np.sqrt(second / far) + 1e-8)


class Trainer:
    def __init__(self, args):
        self.args = args
        self.chance = np.random.default_rng(args.seed)
        self.hashes = np.fromfile(os.path.join(args.features, "hashes.u32"), np.uint32)
        self.idf = np.fromfile(os.path.join(args.features, "idf.f32"), np.float32)
        size = len(self.hashes)
        read = lambda name: read_rows(args.features, name, size)
        self.queries = [read("queries"), read("queries_plain"), read("queries_spoiled")]
        self.sentences = [read("sentences"), read("sentences_plain"), read("sentences_spoiled")]
        self.windows = read("windows")
        self.windows_of = np.fromfile(os.path.join(args.features, "windows-of-query.u32"), np.uint32).astype(int).reshape(-1, 2)
        with open(os.path.join(args.features, "../read/pairs.jsonl"), encoding="utf8") as file:
            pairs = [json.loads(line) for line in file]
        self.query_ids = self.number(pair["query"].lower() for pair in pairs)
        kinds = np.array(["named" if pair["kind"] in ("alias", "asked") else pair["kind"] for pair in pairs])
        left_out = np.array([pair.get("author") in set(args.without) for pair in pairs])
        left_out |= np.array([args.fold is not None and pair.get("fold") == args.fold for pair in pairs])
        self.shares = TUNED_KINDS if args.tune else KINDS
        self.of_kind = {kind: np.flatnonzero((kinds == kind) & ~left_out) for kind in self.shares}
        if args.taught != "none":
            taught = np.load(os.path.join(args.taught, "taught.npy"), mmap_mode="r")
            self.taught_rows = np.flatnonzero(np.abs(taught).sum(axis=1) > 0)
            with open(os.path.join(args.taught, "taught.jsonl"), encoding="utf8") as file:
                texts = [json.loads(line)["text"] for line in file]
            teacher = np.asarray(taught[self.taught_rows], np.float32)
            # The teacher's vectors lie in a narrow cone: what they share says nothing.
            self.teacher, _ = unit(teacher - teacher.mean(axis=0))
        self.vectors = (self.chance.standard_normal((size, args.dimensions)) * START_VALUE).astype(np.float32)
        if args.tune:
            self.vectors = np.fromfile(args.tune, np.float32).reshape(size, -1) / self.idf[:, None]
        self.adam = Adam(self.vectors)

    @staticmethod
    def number(texts):
        numbers = {}
        return np.array([numbers.setdefault(text, len(numbers)) for text in texts])

    def thinned(self, rows):
        """A share of each row's features."""
        rows = rows.copy()
        rows.data = rows.data * (self.chance.random(rows.nnz) < KEPT_SHARE)
        rows.eliminate_zeros()
        return rows

    def in_some_form(self, lists, numbers):
        forms = self.chance.choice(3, size=len(numbers), p=FORMS)
        stacked = [lists[form][numbers[forms == form]] for form in range(3)]
        order = np.concatenate([np.flatnonzero(forms == form) for form in range(3)])
        back = np.empty(len(order), int)
        back[order] = np.arange(len(order))
        return sparse.vstack(stacked, format="csr")[back]

    def pairs(self, kind, count):
        of_kind = self.of_kind[kind]
        chosen = self.chance.choice(of_kind, size=min(count, len(of_kind)), replace=False)
        return self.thinned(self.in_some_form(self.queries, chosen)), chosen

    def nearest_windows(self, a, chosen):
        """Of each query's passage the window that is nearest to it, among some."""
        first, end = self.windows_of[chosen].T
        drawn = first[:, None] + (self.chance.random((len(chosen), MOST_WINDOWS)) * (end - first)[:, None]).astype(int)
        numbers, back = np.unique(drawn, return_inverse=True)
        rows = self.thinned(self.windows[numbers])
        vectors, _ = unit(rows @ self.vectors)
        near = np.einsum("id,ijd->ij", a, vectors[back.reshape(drawn.shape)])
        best = near.argmax(axis=1)
        return rows[back.reshape(drawn.shape)[np.arange(len(chosen)), best]]

    def step(self, rate):
        gradients = []
        kind = self.chance.choice(list(self.shares), p=list(self.shares.values()))
        asked, chosen = self.pairs(kind, self.args.batch)
        a, a_lengths = unit(asked @ self.vectors)
        told = self.nearest_windows(a, chosen)
        b, b_lengths = unit(told @ self.vectors)
        scores = a @ b.T / PAIR_TEMPERATURE
        same = self.query_ids[chosen][:, None] == self.query_ids[chosen][None, :]
        same |= self.windows_of[chosen, 0][:, None] == self.windows_of[chosen, 0][None, :]
        np.fill_diagonal(same, False)
        scores[same] = -1e9
        forth = softmax(scores)
        back = softmax(scores.T)
        pair_loss = -np.log(np.maximum(np.diag(forth), 1e-12)).mean()
        count = len(chosen)
        slope = (forth + back.T) / 2
        slope[np.arange(count), np.arange(count)] -= 1
        slope /= count * PAIR_TEMPERATURE
        gradients.append((asked, through(slope @ b, a, a_lengths)))
        gradients.append((told, through(slope.T @ a, b, b_lengths)))
        taught_loss = 0.0
        if self.args.taught != "none":
            chosen = self.chance.choice(len(self.taught_rows), size=self.args.batch, replace=False)
            rows = self.thinned(self.in_some_form(self.sentences, self.taught_rows[chosen]))
            s, lengths = unit(rows @ self.vectors)
            teacher = self.teacher[chosen]
            own = s @ s.T / STUDENT_TEMPERATURE
            theirs = teacher @ teacher.T / TEACHER_TEMPERATURE
            np.fill_diagonal(own, -1e9)
            np.fill_diagonal(theirs, -1e9)
            p, q = softmax(own), softmax(theirs)
            taught_loss = (q * (np.log(np.maximum(q, 1e-12)) - np.log(np.maximum(p, 1e-12)))).sum(axis=1).mean()
            slope = self.args.taught_weight * (p - q) / (len(chosen) * STUDENT_TEMPERATURE)
            gradients.append((rows, through((slope + slope.T) @ s, s, lengths)))
        stacked = sparse.vstack([rows for rows, _ in gradients], format="csr")
        slopes = np.concatenate([slope for _, slope in gradients]).astype(np.float32)
        touched = np.unique(stacked.indices)
        where = np.zeros(stacked.shape[1], np.int32)
        where[touched] = np.arange(len(touched), dtype=np.int32)
        narrow = sparse.csr_matrix((stacked.data, where[stacked.indices], stacked.indptr), shape=(stacked.shape[0], len(touched)))
        self.adam.step(touched, np.asarray(narrow.T @ slopes), rate)
        return pair_loss, taught_loss

    def run(self):
        steps = self.args.steps
        losses, began = [], time.time()
        for number in range(steps):
            rate = self.args.rate * min(1, (number + 1) / WARM_UP) * max(0.02, 1 - number / steps)
            losses.append(self.step(rate))
            if (number + 1) % 50 == 0:
                pair, taught = np.mean(losses[-50:], axis=0)
                print(f"\r{number + 1} / {steps}  pairs {pair:.3f}  taught {taught:.3f}  {time.time() - began:.0f} s", end="", file=sys.stderr, flush=True)
            if self.args.save_every and (number + 1) % self.args.save_every == 0:
                self.save()
        print(file=sys.stderr)

    def save(self):
        (self.vectors * self.idf[:, None]).astype(np.float32).tofile(self.args.out)


def through(slope, unit_rows, lengths):
    """The gradient before the rows were scaled to length 1."""
    return (slope - unit_rows * (slope * unit_rows).sum(axis=1, keepdims=True)) / lengths


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("features")
    parser.add_argument("taught", help='"none": without a teacher')
    parser.add_argument("out")
    parser.add_argument("--dimensions", type=int, default=128)
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument("--batch", type=int, default=384)
    parser.add_argument("--rate", type=float, default=0.003)
    parser.add_argument("--taught-weight", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--save-every", type=int, default=0)
    parser.add_argument("--tune", help="vectors to go on from, now with the labelled pairs too")
    parser.add_argument("--fold", type=int, help="labelled pairs of this fold are left out")
    parser.add_argument("--without", nargs="*", default=[], help="authors whose questions are left out")
    trainer = Trainer(parser.parse_args())
    trainer.run()
    trainer.save()


main()
