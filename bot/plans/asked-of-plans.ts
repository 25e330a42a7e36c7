/** What a question asks of several plans at once, folded: across them, which there are, what differs between two. */
import { fold } from "../../knowledge/vietnamese/normalize.ts";

const ACROSS =
  /(?:^| )(?:(?:o |trong |cua )?(?:ca|tat ca|moi|toan bo|tong hop|gop)(?: ca)?(?: cac| nhung)?(?: hai| ba| bon| nam| \d{1,2})? (?:ban )?ke hoach|(?:hai|cac) ke hoach cong lai)(?: da nap| nay| tren)?(?= |$|[?,.])/;
const WHICH_THERE_ARE =
  /^(?:(?:hien |dang |tro ly |ban )*(?:co|da nap|nap) )?(?:(?:nhung|cac|may|bao nhieu) (?:ban )?ke hoach(?: nao)?|ke hoach nao)(?: (?:da|dang|duoc|nap|co|trong|kho|he thong|o|day|a|vay))*\??$/;
const DIFFERS =
  /(?:^| )(?:so (?:voi|sanh)|khac (?:gi|nhau|cho nao|the nao|nhu the nao|voi)|thay doi (?:gi|nhung gi|the nao)|co gi (?:moi|khac)|diem moi)(?= |$|\?)/;
const OF_PLANS =
  /ke hoach (?:truoc|cu|nam truoc|nam ngoai|moi|kia|truoc do|truoc day)|(?:hai|2) (?:ban )?ke hoach|(?:nam )?20\d\d(?: \S+){0,4} (?:voi|va) (?:ke hoach )?(?:nam )?20\d\d|ke hoach (?:so )?\d+(?: \S+){0,4} ke hoach (?:so )?\d|ke hoach (?:so )?\d+(?: \S+){0,4} (?:voi|va) (?:ke hoach (?:so )?)?\d+/;

export const asksWhichPlans = (question: string): boolean => WHICH_THERE_ARE.test(fold(question).trim());

const HOW_MANY = / (hai|ba|bon|nam|\d{1,2})(?: ban)? ke hoach/;
const NUMBERS: Readonly<Record<string, number>> = { hai: 2, ba: 3, bon: 4, nam: 5 };

/** The question as it is put to each plan, and how many it says there are; undefined where it is not asked of all. */
export function askedOfEach(question: string): { asked: string; count: number | undefined } | undefined {
  const match = ACROSS.exec(fold(question.normalize("NFC")));
  if (!match) return undefined;
  // Folding keeps the number of letters of composed text.
  const { index, 0: found } = match;
  const rest = `${question.slice(0, index)} trong kế hoạch ${question.slice(index + found.length)}`;
  const said = HOW_MANY.exec(found)?.[1];
  return {
    asked: rest.replace(/\s+/g, " ").trim(),
    count: said === undefined ? undefined : (NUMBERS[said] ?? Number(said)),
  };
}

export const asksWhatDiffers = (question: string): boolean => {
  const text = fold(question);
  return DIFFERS.test(text) && OF_PLANS.test(text);
};
