/** A set of rows in words: the noun phrase behind "nhiệm vụ". The same words name it when the assistant asks back. */
import type { Records } from "../../knowledge/knowledge-base.ts";
import { agencyById } from "../agency-names.ts";
import type { TaskPredicate, TaskSet } from "./task-set.ts";

type Names = Pick<Records, "agencies" | "groups">;

/** "do Sở Y tế chủ trì, không có Sở Tài chính phối hợp"; empty for all rows. */
export function describeSet(set: TaskSet, names: Names): string {
  switch (set.op) {
    case "all":
      return "";
    case "ids":
      return set.said;
    case "filter":
      return [describeSet(set.of, names), describePredicate(set.where, names)].filter(Boolean).join(" ");
    case "without":
      return [describeSet(set.of, names), `trừ ${describeSet(set.minus, names) || "tất cả"}`]
        .filter(Boolean)
        .join(" ");
    case "union":
      return set.of.map((part) => describeSet(part, names)).join(" hoặc ");
    case "intersection":
      return set.of.map((part) => describeSet(part, names)).join(" và ");
    case "pick":
      return [describePlaces(set.places), describeSet(set.of, names)]
        .filter(Boolean)
        .join(" trong các nhiệm vụ ");
    case "best":
      return [describeSet(set.of, names), BEST[set.by][set.most ? 1 : 0]].filter(Boolean).join(" ");
    case "sorted":
      return [describeSet(set.of, names), `xếp theo mốc in, ${set.last ? "muộn" : "sớm"} trước`]
        .filter(Boolean)
        .join(", ");
  }
}

const BEST = {
  end: ["có mốc sớm nhất", "có mốc muộn nhất"],
  duration: ["ngắn nhất", "dài nhất"],
  coordinating: ["ít đơn vị phối hợp nhất", "nhiều đơn vị phối hợp nhất"],
} as const;

function describePlaces(places: readonly number[]): string {
  const count = places.length;
  if (places[0] === 1 && places.every((place, i) => place === i + 1))
    return count === 1 ? "đầu tiên" : "đứng đầu";
  if (places.every((place) => place < 0)) return count === 1 ? "cuối cùng" : "đứng cuối";
  return `thứ ${places.join(", ")}`;
}

const ROLE_WORDS = { lead: "chủ trì", coordinating: "phối hợp" } as const;

/** Throws KnowledgeError for an unknown agency. */
export function describePredicate(where: TaskPredicate, names: Names): string {
  switch (where.by) {
    case "agency": {
      const { name } = agencyById(names, where.agencyId);
      if (where.named === false)
        return `giao chung, tính cho ${name}${where.role ? ` ${ROLE_WORDS[where.role]}` : ""}`;
      if (where.role === "lead") return `do ${name} chủ trì`;
      return where.role === "coordinating" ? `có ${name} phối hợp` : `có ${name} chủ trì hoặc phối hợp`;
    }
    case "group": {
      const groups = names.groups.filter((group) => where.groupIds.includes(group.id));
      return `thuộc ${groups.map((group) => `nhóm ${group.numeral} (${group.name})`).join(", ")}`;
    }
    case "year":
      return {
        ends: "có thời gian in kết thúc năm",
        begins: "có thời gian in bắt đầu năm",
        covers: "có thời gian thực hiện gồm năm",
      }[where.is].concat(` ${where.year}`);
    case "endsBy":
      return `có thời gian in kết thúc trong năm ${where.year} hoặc sớm hơn`;
    case "endsAfter":
      return `có thời gian in kéo dài sau năm ${where.year} (kể cả nhiệm vụ lặp lại)`;
    case "period":
      return `có thời gian in là ${where.period}`;
    case "recurrence":
      return {
        yearly: "lặp lại hằng năm",
        ongoing: "thực hiện thường xuyên",
        recurring: "lặp lại hoặc thường xuyên, không in năm",
      }[where.is];
    case "collective":
      return "giao chung cho các sở, ban, ngành, địa phương chủ trì";
    case "leads":
      return "ghi nhiều cơ quan cùng chủ trì";
    case "missing":
      return `không ghi cơ quan ${where.role === "lead" ? "chủ trì" : "phối hợp"}`;
    case "sole":
      return "do một cơ quan đứng tên chủ trì một mình";
    case "twice":
      return "ghi một cơ quan ở cả cột chủ trì lẫn cột phối hợp";
    case "days":
      return `có thời hạn in kết thúc trong ${where.said}`;
    case "ended":
      return "có mốc thời gian in đã qua";
    case "words":
      return `có nội dung “${where.words}”`;
    case "not":
      return describeDenied(where.of, names);
    case "and":
      return where.of.map((part) => describePredicate(part, names)).join(", ");
    case "or":
      return where.of.map((part) => describePredicate(part, names)).join(" hoặc ");
  }
}

function describeDenied(where: TaskPredicate, names: Names): string {
  if (where.by === "collective") return "ghi đích danh cơ quan chủ trì";
  if (where.by === "ended") return "chưa qua mốc thời gian in";
  return `không ${describePredicate(where, names).replace(/^có /, "có ")}`;
}
