/** Of several plans: which one a turn is answered from, or whether it asks of all, of what differs between two, or has to
 *  be asked back. */
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import type { SourceDocument } from "../../knowledge/records.ts";
import { withoutTail } from "../../knowledge/text-scan.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import { planLabel } from "../answers/plans.ts";
import { aboutPlan, type Dialogue } from "../dialogue.ts";
import { OF_PLAN, type PlansQuery, type Query } from "../query.ts";
import type { DraftedTurn, OpenTurn, UnderstoodTurn } from "../steps/stages.ts";
import { askedOfEach, asksWhatDiffers, asksWhichPlans } from "./asked-of-plans.ts";
import { planChooser } from "./choose-plan.ts";

export interface PlanDesk {
  planId: string;
  read(turn: OpenTurn, asked?: string): Promise<UnderstoodTurn>;
  compose(turn: UnderstoodTurn): DraftedTurn;
}

export interface Routed {
  planId: string;
  turn: OpenTurn;
  /** Where routing had to read the question already. */
  understood?: UnderstoodTurn;
  /** The answer is of more than one plan. */
  isAcross: boolean;
}

/** So many plans are read for one question. */
const MOST_READ = 6;

/** With what is asked of such an answer. */
const OF_PLANS: ReadonlySet<Query["kind"]> = new Set([
  ...OF_PLAN,
  "passage",
  "locator",
  "withFile",
  "verify",
]);

export function planRouter({ knowledge, desks }: { knowledge: KnowledgeBase; desks: readonly PlanDesk[] }) {
  const all = desks.map(({ planId }) => knowledge.documents.find((row) => row.id === planId)!);
  // What a newer one has taken the place of comes last.
  const plans = [
    ...all.filter(({ replacedBy }) => !replacedBy),
    ...all.filter(({ replacedBy }) => replacedBy),
  ];
  const ids = plans.map(({ id }) => id);
  const chooser = planChooser(knowledge, ids);
  const deskOf = (id: string): PlanDesk => desks.find(({ planId }) => planId === id) ?? desks[0]!;
  const at = (opened: OpenTurn, planId: string): OpenTurn => ({
    ...opened,
    dialogue: aboutPlan(opened.dialogue, planId),
  });

  /** The turn with a query of several plans; what is said of personal data and of danger stays as it was read. */
  function across(understood: UnderstoodTurn, turn: OpenTurn, query: PlansQuery): Routed {
    const { dialogue } = turn;
    const said = understood.read === undefined ? understood.query : query;
    return {
      planId: ids[0]!,
      turn,
      isAcross: true,
      understood: {
        ...understood,
        query: said,
        dialogue: { ...understood.dialogue, planId: dialogue.planId },
      },
    };
  }

  async function readAt(id: string, opened: OpenTurn, asked?: string): Promise<UnderstoodTurn> {
    return deskOf(id).read(at(opened, id), asked);
  }

  /** "Cả hai kế hoạch" of three, one of which has been replaced, are the two that have not. */
  function meantByCount(count: number | undefined): string[] {
    const current = plans.filter(({ replacedBy }) => !ids.includes(replacedBy ?? "")).map(({ id }) => id);
    return count !== undefined && count === current.length ? current : ids;
  }

  async function ofEach(opened: OpenTurn, asked: string, count: number | undefined): Promise<Routed> {
    const meant = meantByCount(count);
    const read = await Promise.all(meant.slice(0, MOST_READ).map((id) => readAt(id, opened, asked)));
    const parts = read.flatMap(({ query }, i) =>
      OF_PLANS.has(query.kind) ? [{ planId: meant[i]!, query }] : [],
    );
    if (parts.length === 0)
      return { planId: ids[0]!, turn: at(opened, ids[0]!), understood: read[0]!, isAcross: false };
    return across(read[0]!, opened, { kind: "plans", op: "each", parts });
  }

  async function ofChanges(opened: OpenTurn): Promise<Routed | undefined> {
    const pair = pairIn(opened.request.text, opened.dialogue, plans);
    if (!pair) return undefined;
    const [from, to] = pair;
    const understood = await readAt(to, opened);
    return across(understood, at(opened, to), { kind: "plans", op: "changes", from, to });
  }

  /** Several plans fit: read with each, answered where only one has an answer or all say the same, else asked back. */
  async function among(opened: OpenTurn, fitting: readonly string[], asked?: string): Promise<Routed> {
    const read = await Promise.all(fitting.slice(0, MOST_READ).map((id) => readAt(id, opened, asked)));
    const routed = (place: number): Routed => ({
      planId: fitting[place]!,
      turn: at(opened, fitting[place]!),
      understood: read[place]!,
      isAcross: false,
    });
    if (!OF_PLANS.has(read[0]!.query.kind)) {
      const other = read.findIndex(({ query }) => OF_PLANS.has(query.kind));
      const isRefused = read[0]!.query.kind === "refusal" && read[0]!.read !== undefined;
      if (!isRefused || other < 0) return routed(0);
    }
    const drafts = read.map((turn, i) => deskOf(fitting[i]!).compose(turn).draft);
    const answering = drafts.flatMap((draft, i) =>
      OF_PLANS.has(read[i]!.query.kind) &&
      draft.status === "answered" &&
      holdsSomething(draft, read[i]!.query)
        ? [i]
        : [],
    );
    const texts = new Set(answering.map((i) => drafts[i]!.text));
    if (answering.length === 0) return routed(0);
    if (answering.length === 1 || texts.size === 1) return routed(answering[0]!);
    const query: PlansQuery = { kind: "plans", op: "which", ids: answering.map((i) => fitting[i]!) };
    const first = read[answering[0]!]!;
    return across(
      { ...first, read: { text: asked ?? first.read?.text ?? opened.request.text } },
      opened,
      query,
    );
  }

  return {
    async route(opened: OpenTurn): Promise<Routed> {
      const { dialogue, request } = opened;
      const { text } = request;
      const waiting = dialogue.planChoice;
      const chosen = waiting && chosenPlan(text, waiting.planIds, plans);
      if (waiting && chosen !== undefined) {
        const turn = at({ ...opened, dialogue: { ...dialogue, planChoice: undefined } }, chosen);
        const understood = await deskOf(chosen).read(turn, waiting.text);
        return { planId: chosen, turn, understood, isAcross: false };
      }
      const turn = { ...opened, dialogue: { ...dialogue, planChoice: undefined } };
      if (asksWhichPlans(text)) {
        const understood = await readAt(ids[0]!, turn);
        const query: Query = { kind: "about", topic: "sources" };
        return {
          planId: ids[0]!,
          turn,
          isAcross: true,
          understood: understood.read === undefined ? understood : { ...understood, query },
        };
      }
      const each = askedOfEach(text);
      if (each !== undefined) return ofEach(turn, each.asked, each.count);
      if (asksWhatDiffers(text)) {
        const routed = await ofChanges(turn);
        if (routed) return routed;
      }
      const { ids: fitting } = await chooser.choose(text, dialogue);
      if (fitting.length > 1) return among(turn, fitting);
      return { planId: fitting[0]!, turn: at(turn, fitting[0]!), isAcross: false };
    },
  };
}

/** "Chủ trì 0 nhiệm vụ" is no answer where another plan has one. */
const holdsSomething = ({ tasks }: DraftedTurn["draft"], query: Query): boolean =>
  query.kind !== "taskSet" || tasks.length > 0;

const ORDINALS =
  /^(?:cai |so |ke hoach |ban )*(?:thu )?(nhat|hai|ba|tu|nam|dau tien|[1-9])(?: nhe| nha| a| di)?$/;
const PLACES: Readonly<Record<string, number>> = { nhat: 1, "dau tien": 1, hai: 2, ba: 3, tu: 4, nam: 5 };
const LONGEST_CHOICE = 12;

/** By its label, its place in what was offered, its number or its year, in few words. */
function chosenPlan(
  text: string,
  offered: readonly string[],
  plans: readonly SourceDocument[],
): string | undefined {
  const said = withoutTail(fold(text).trim(), /[.!?\s]/);
  const of = offered.flatMap((id) => plans.find((plan) => plan.id === id) ?? []);
  const labelled = of.find((plan) => fold(planLabel(plan)) === said || fold(plan.title) === said);
  if (labelled) return labelled.id;
  const place = ORDINALS.exec(said)?.[1];
  if (place !== undefined) return of[(PLACES[place] ?? Number(place)) - 1]?.id;
  const numberedIn = of.filter(({ number }) => number !== "" && said.includes(fold(number)));
  if (numberedIn.length === 1) return numberedIn[0]!.id;
  const words = said.split(/\s+/);
  if (words.length > LONGEST_CHOICE) return undefined;
  const numbered = of.filter(
    ({ number }) => number !== "" && (said.includes(fold(number)) || words.includes(digitsOf(number))),
  );
  if (numbered.length === 1) return numbered[0]!.id;
  const dated = of.filter(({ title }) => words.some((word) => /^20\d\d$/.test(word) && title.includes(word)));
  if (dated.length === 1) return dated[0]!.id;
  const worded = of.map((plan) => ({
    id: plan.id,
    common: words.filter(
      (word) =>
        word.length > 1 &&
        fold(`${plan.title} ${plan.issuer}`)
          .split(/[^a-z0-9]+/)
          .includes(word),
    ).length,
  }));
  const best = [...worded].sort((a, b) => b.common - a.common);
  return best[0] && best[0].common >= Math.max(2, words.length / 2) && best[0].common > (best[1]?.common ?? 0)
    ? best[0].id
    : undefined;
}

const digitsOf = (number: string): string => /^\d+/.exec(number)?.[0] ?? "";

/** The older first: two that are named by number or year, else the one spoken of and the one that it takes the place of. */
function pairIn(
  text: string,
  { planId }: Pick<Dialogue, "planId">,
  plans: readonly SourceDocument[],
): [string, string] | undefined {
  const words = fold(text).split(/[^a-z0-9]+/);
  const byNumber = plans.filter(({ number }) => number !== "" && words.includes(digitsOf(number)));
  const byYear = plans.filter(({ title }) =>
    words.some((word) => /^20\d\d$/.test(word) && title.includes(word)),
  );
  const named = byNumber.length === 2 ? byNumber : byYear.length === 2 ? byYear : undefined;
  if (named) {
    const [a, b] = [...named].sort((x, y) => (x.issuedOn ?? "").localeCompare(y.issuedOn ?? ""));
    return [a!.id, b!.id];
  }
  const replaced = plans.filter(({ replacedBy }) => plans.some(({ id }) => id === replacedBy));
  const isOfBoth = (plan: SourceDocument) =>
    [plan, plans.find(({ id }) => id === plan.replacedBy)].every((one) => one && byYear.includes(one));
  const meant =
    (byYear.length > 2 ? replaced.find(isOfBoth) : undefined) ??
    replaced.find((plan) => plan.replacedBy === planId || plan.id === planId) ??
    (replaced.length === 1 ? replaced[0] : undefined);
  return meant && [meant.id, meant.replacedBy!];
}
