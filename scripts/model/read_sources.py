"""Reads Vietnamese text into what the sentence model learns from.

    python read_sources.py --law DIR --pages DIR --national FILE --project DIR --held-out FILE... OUT

--law      Markdown of the codified law (Điều 12.3.NĐ.4.5. Heading, text)
--pages    Markdown pages: legal questions with their answers, and encyclopedia articles
--national one JSON a line: procedures of the national portal, gzip
--records  records.json of a built version: names of procedures, titles of tasks
--project  checkout of this project: the questions of its evaluation
--labelled folder of BEIR form: questions with the articles that answer them, in five folds by article
--held-out questions of test sets (JSON lines with "text" or "question"): a question that is nearly one of them is
           left out

Writes OUT/pairs.jsonl {kind, query, passage, author?}: what is asked or headed, and the text that belongs to it.
Same files, same bytes.
"""
import argparse
import glob
import gzip
import hashlib
import json
import os
import random
import re
import unicodedata

LONGEST = 1500
SHORTEST = 60
MOST_LAW = 60_000
MOST_WIKI = 60_000
SEED = 20_261_130


def clean(text):
    text = unicodedata.normalize("NFC", text)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"\[\d+\]|\[sửa[^\]]*\]|<[^>]+>|[*_`>#|]+", " ", text)
    return re.sub(r"\s+", " ", text).strip()


def words(text):
    return re.findall(r"\w+", unicodedata.normalize("NFC", text).lower())


def law(directory):
    """Heading and text of each article, every text once."""
    head = re.compile(r"(?:^|(?<=[.\s]))Điều \d+\.\d+\.[A-ZĐ]{2,4}\.[\d.]+[a-zđ]?\.? ", re.M)
    seen = set()
    for path in sorted(glob.glob(os.path.join(directory, "**/*.md"), recursive=True)):
        with open(path, encoding="utf8", errors="replace") as file:
            parts = head.split(file.read())[1:]
        for part in parts:
            lines = [line.strip() for line in part.split("\n") if line.strip()]
            if len(lines) < 2:
                continue
            heading = clean(lines[0])
            body = [line for line in lines[1:] if not re.match(r"\(?Điều |#|\*\*|---|\(Điều này", line)]
            text = clean(" ".join(body))[:LONGEST]
            key = hashlib.md5(text[:200].encode()).digest()
            if 8 <= len(heading) <= 200 and len(text) >= SHORTEST and key not in seen:
                seen.add(key)
                yield {"kind": "law", "query": heading, "passage": text}


def pages(directory):
    """Legal pages by their bold questions, encyclopedia pages by their headings."""
    for path in sorted(glob.glob(os.path.join(directory, "*.md"))):
        with open(path, encoding="utf8", errors="replace") as file:
            text = unicodedata.normalize("NFC", file.read())
        title, _, body = text.partition("\n")
        title = clean(title)
        if "[sửa" in body:
            yield from encyclopedia(title, body)
        else:
            yield from questions(title, body)


def encyclopedia(title, body):
    title = re.sub(r"\s*\([^)]*\)$", "", title)
    heading = ""
    taken = 0
    for block in re.split(r"\n\s*\n", body):
        block = block.strip()
        if block.startswith("#"):
            heading = clean(block)
            continue
        if block.startswith("|") or len(block) < 150:
            continue
        yield {"kind": "wiki", "query": f"{title} {heading}".strip(), "passage": clean(block)[:LONGEST]}
        taken += 1
        if taken == 14:
            return


def questions(title, body):
    sections, asked = [], None
    for line in body.split("\n"):
        line = line.strip()
        heading = re.match(r"^(?:\*\*|#+ )(.{15,250}?)(?:\*\*)?$", line)
        if heading and (line.endswith("?**") or line.startswith("#")):
            asked = clean(heading.group(1))
            sections.append((asked, []))
        elif sections and line and not line.startswith(("-\n", "*", "![")):
            sections[-1][1].append(line)
    found = False
    for asked, lines in sections:
        passage = clean(" ".join(lines))
        if len(passage) >= 120 and asked != "Nội dung chính":
            found = True
            yield {"kind": "question", "query": asked, "passage": passage[:LONGEST]}
    longest = max((" ".join(lines) for _, lines in sections), key=len, default=body)
    passage = clean(longest)
    if title and (not found or title not in {asked for asked, _ in sections}) and len(passage) >= 120:
        yield {"kind": "question", "query": title, "passage": passage[:LONGEST]}


def national(path):
    with gzip.open(path, "rt", encoding="utf8") as file:
        for line in file:
            record = json.loads(line)
            name = clean(record["name"])
            papers = "; ".join(paper["name"] for paper in record["documents"] or [])
            for text in (record["steps"], papers, record["requirements"], " ".join(record["result"] or [])):
                text = clean(text or "")[:LONGEST]
                if len(text) >= SHORTEST:
                    yield {"kind": "procedure", "query": name, "passage": text}


def project(root, records):
    """Names that people use with the record's own; questions of the evaluation with what they ask for."""
    with open(records, encoding="utf8") as file:
        tables = json.load(file)
    procedures = {row["code"]: row for row in tables["procedures"]}
    tasks = {row["id"]: row for row in tables["tasks"]}
    for record in procedures.values():
        for alias in record["aliases"]:
            yield {"kind": "alias", "query": alias, "passage": record["name"], "author": "records"}
    for path in sorted(glob.glob(os.path.join(root, "tests/evaluation/*.jsonl"))):
        # Its questions mean lists, not one record.
        if os.path.basename(path) == "tasks.jsonl":
            continue
        for row in rows(path):
            first = row["turns"][0]
            expected = first.get("expect") or {}
            yield from asked(first["text"], one(expected.get("procedure")), one(expected.get("taskIds")), "evaluation", procedures, tasks)
    for path in sorted(glob.glob(os.path.join(root, "tests/evaluation/blind/*.jsonl"))):
        for row in rows(path):
            for turn, text in enumerate(row["turns"], 1):
                last = turn == len(row["turns"])
                expected = row["expect"] if last else row.get("expect_turns", {}).get(str(turn), {})
                if turn == 1:
                    task = expected.get("first") or one(expected.get("include"))
                    yield from asked(text, one(expected.get("codes")), task, row["author"], procedures, tasks)


def labelled(directory):
    """Question and article, and in which of five folds the article is."""
    articles = {row["_id"]: row for row in rows(os.path.join(directory, "corpus.jsonl"))}
    asked_by = {row["_id"]: row["text"] for row in rows(os.path.join(directory, "queries.jsonl"))}
    with open(os.path.join(directory, "qrels.tsv"), encoding="utf8") as file:
        for line in file.read().split("\n")[1:]:
            if not line:
                continue
            question, article, _score = line.split("\t")
            if question in asked_by and article in articles:
                row = articles[article]
                fold = int(hashlib.md5(article.encode()).hexdigest(), 16) % 5
                passage = f"{row['title']}\n{row['text']}"[:6000]
                yield {"kind": "labelled", "query": asked_by[question], "passage": passage, "fold": fold}


def one(value):
    """The only one of a list, or what is no list."""
    if isinstance(value, list):
        return value[0] if len(value) == 1 else None
    return value


def asked(text, code, task, author, procedures, tasks):
    row = {"kind": "asked", "query": text, "author": author}
    if code in procedures:
        record = procedures[code]
        yield {**row, "passage": record["name"]}
        for alias in record["aliases"][:2]:
            yield {**row, "passage": alias}
    elif task in tasks:
        yield {**row, "passage": tasks[task]["title"]}


def rows(path):
    with open(path, encoding="utf8") as file:
        return [json.loads(line) for line in file if line.strip()]


def near(held_out):
    """Is a question nearly one of the held out: half of its word triples are of one of them?"""
    triples = {}
    for number, text in enumerate(held_out):
        listed = words(text)
        for triple in zip(listed, listed[1:], listed[2:]):
            triples.setdefault(triple, set()).add(number)

    def test(text):
        listed = words(text)
        own = list(zip(listed, listed[1:], listed[2:]))
        counts = {}
        for triple in own:
            for number in triples.get(triple, ()):
                counts[number] = counts.get(number, 0) + 1
        return bool(own) and max(counts.values(), default=0) >= 0.5 * len(own)

    return test


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--law", required=True)
    parser.add_argument("--pages", required=True)
    parser.add_argument("--national", required=True)
    parser.add_argument("--records", required=True)
    parser.add_argument("--project", required=True)
    parser.add_argument("--labelled", required=True)
    parser.add_argument("--held-out", nargs="*", default=[])
    parser.add_argument("out")
    args = parser.parse_args()
    chance = random.Random(SEED)
    held = [row.get("text") or row.get("question") for path in args.held_out for row in rows(path)]
    is_held = near(held)
    listed = list(law(args.law))
    chance.shuffle(listed)
    listed = listed[:MOST_LAW]
    from_pages = list(pages(args.pages))
    asked_pages = [pair for pair in from_pages if pair["kind"] == "question"]
    wiki = [pair for pair in from_pages if pair["kind"] == "wiki"]
    chance.shuffle(wiki)
    pairs = listed + asked_pages + wiki[:MOST_WIKI] + list(national(args.national)) + list(project(args.project, args.records)) + list(labelled(args.labelled))
    kept, dropped, seen = [], 0, set()
    for pair in pairs:
        key = (pair["query"].lower(), pair["passage"][:100])
        if key in seen:
            continue
        seen.add(key)
        if pair["kind"] in ("question", "wiki") and is_held(pair["query"]):
            dropped += 1
            continue
        kept.append(pair)
    os.makedirs(args.out, exist_ok=True)
    with open(os.path.join(args.out, "pairs.jsonl"), "w", encoding="utf8") as file:
        for pair in kept:
            file.write(json.dumps(pair, ensure_ascii=False) + "\n")
    counts = {}
    for pair in kept:
        counts[pair["kind"]] = counts.get(pair["kind"], 0) + 1
    print(counts, "held out:", dropped)


main()
