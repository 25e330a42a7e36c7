/** Why a question is not answered or a request not carried out, in English. Data. */
import { type About, inShort } from "../../about.ts";
import type { Action } from "../../query.ts";
import type { RefusalReason } from "../../refusal-reasons.ts";
import { NO_PROGRESS, PORTAL } from "./phrases.ts";

const REFUSALS: Readonly<Record<RefusalReason, string | ((about: About) => string)>> = {
  out_of_scope: ({ en }) =>
    `This question is outside what the assistant answers. I only answer about ${en.subjects}.`,
  not_in_sources: (about) =>
    `I did not find this in the sources that are loaded${loaded(about)}, so I give no answer, to avoid mistakes. Please ask again with the name of ${askedBy(about)}, or ask the agency in charge.`,
  procedure_not_indexed: `This procedure is not in the sources that are loaded, so I give no answer, to avoid mistakes. Please look it up at ${PORTAL} or ask the one-stop counter of the commune-level People's Committee.`,
  another_place: ({ plans, en }) =>
    plans === 0
      ? "The sources hold no plan of this place."
      : `The sources only hold ${en.plansThere}, and no plan of another ${en.plansThere === en.plans ? "place" : "province or city"}.`,
  no_plan: ({ hasProcedures }) =>
    `No plan is loaded, so I can't answer about tasks, targets or agencies in charge.${hasProcedures ? " You can ask about administrative procedures." : ""}`,
  no_label: "No task or section of the plan has this label.",
  no_money:
    "The plan prints no sum of money; it only names the sources of funding and the agencies that arrange it.",
  no_progress: NO_PROGRESS,
  no_people:
    "The source does not name who holds this post; the Decision only prints the name of who signed it.",
  no_contact: `The source gives no telephone number, address, e-mail or office hours of the agency. Please see the agency's official website or ${PORTAL}.`,
  no_penalty:
    "The sources that are loaded state no penalty. Please ask the competent agency or look up the decree on administrative penalties of this field.",
  not_understood: "I did not understand the question. Which task, agency or procedure is it about?",
  own_agency_unknown: "Which agency do you work at? Tell me its name and I will list its tasks.",
  privacy:
    "I do not process personal data. Please do not send numbers of papers, telephones or accounts here.",
  other_peoples_data:
    "I do not have and do not give out anybody's personal data. To look up your own file, use your identity account on the National Public Service Portal or go to the one-stop counter.",
  injection:
    "I do not change roles, drop my rules or show internal settings. Please ask about the plan or administrative procedures.",
  unlawful:
    "I do not help to make, buy or borrow false papers or with anything else that is unlawful. Genuine papers are issued by procedure, for the right papers, in the time limit and for the published fee; where you are stuck, I show the proper way.",
  accusation:
    "I do not comment on or confirm anything about a particular person or body. If you see a violation, you have the right to complain, denounce or send feedback under the laws on complaints, denunciations and the reception of citizens: send a letter with its grounds to the competent agency, or go to a citizen reception office.",
  politics: (about) =>
    `I do not discuss politics, the regime, parties or leaders. I can help with ${inShort(about, " and ", { language: "en" })}.`,
  abuse:
    "I would like us to talk politely. Whatever you need to ask about the plan or a procedure, I am ready to help; or you can talk to a person.",
};

function loaded({ en, plans, hasProcedures }: About): string {
  if (plans === 0 && !hasProcedures) return "";
  return ` (${[en.plans, hasProcedures && "the checked procedures"].filter(Boolean).join(" and ")})`;
}

const askedBy = ({ plans, hasProcedures }: About): string =>
  plans === 0 ? "a procedure" : hasProcedures ? "a task, an agency or a procedure" : "a task or an agency";

export function refusalInEnglish(reason: RefusalReason, about: About): string {
  const words = REFUSALS[reason];
  return typeof words === "string" ? words : words(about);
}

/** "I cannot …", then what is possible here. */
export const ACTIONS: Readonly<Record<Action, { cannot: string; can: string }>> = {
  draft: {
    cannot: "I cannot write documents or reports for you.",
    can: "I can list tasks, periods, coordinating agencies and reporting rules with quotes, for you to use in your own text.",
  },
  present: {
    cannot: "I cannot make slides or presentations.",
    can: "I can give figures and lists of tasks with their sources, and the table file.",
  },
  remind: {
    cannot: "I cannot set reminders and send no messages before a deadline.",
    can: "The calendar file below has reminders before each date, for your telephone or Outlook to tell.",
  },
  calendar: {
    cannot: "I cannot write into your calendar, but there is a calendar file (.ics) for you to import.",
    can: "",
  },
  export: {
    cannot: "I make no Word or PDF files in the chat, but there are Excel (XLSX) and CSV files.",
    can: "The table has label, content, lead and coordinating agencies, printed period, its last day and the source of each task.",
  },
  send: {
    cannot: "I cannot send letters or messages for you.",
    can: "You can copy the answer, or use the address of the table file below.",
  },
  record: {
    cannot: "I cannot record or update progress; the plan prints none either.",
    can: "Progress and results are reported by the rules below.",
  },
  register: {
    cannot: "I cannot register, fill in forms or apply for you.",
    can: "I can name the papers, the fee and the place for each procedure.",
  },
  lookup: { cannot: "I cannot see the state of your file.", can: "" },
  call: {
    cannot: "I cannot call or contact anybody for you.",
    can: "Type “talk to a person” to be put through.",
  },
  translate: {
    cannot: "I do not translate documents.",
    can: "You can ask in English or Vietnamese; quotes always stay in Vietnamese, word for word.",
  },
};
