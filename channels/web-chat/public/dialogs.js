/** What is asked before a conversation is opened by its code, or deleted. */
import { button, element } from "./dom.js";

/** @param {{ words: any, requests: any, kept: any, onResumed(conversation: any): void, onRemoved(): void }} options */
export function createDialogs({ words, requests, kept, onResumed, onRemoved }) {
  function dialog(id, title, text, action, ...fields) {
    const problem = element("p", { class: "problem", role: "alert", hidden: true });
    const node = element(
      "dialog",
      { "aria-labelledby": `${id}-title` },
      element(
        "form",
        {
          on: {
            submit: async (event) => {
              event.preventDefault();
              problem.hidden = true;
              try {
                await action.run();
                node.close();
              } catch (error) {
                problem.textContent = error.message || words.network;
                problem.hidden = false;
              }
            },
          },
        },
        element("h2", { id: `${id}-title`, text: title }),
        element("p", { text }),
        ...fields,
        problem,
        element(
          "div",
          { class: "actions" },
          element("button", { type: "submit", class: "primary", text: action.label }),
          button(null, words.cancel, () => node.close()),
        ),
      ),
    );
    // Escape closes the dialog alone, not the chat around it.
    node.addEventListener("keydown", (event) => {
      if (event.key === "Escape") event.stopPropagation();
    });
    return node;
  }

  const code = element("input", {
    id: "resume-code",
    required: true,
    minlength: 6,
    maxlength: 6,
    autocomplete: "off",
    autocapitalize: "characters",
    spellcheck: "false",
  });
  const resume = dialog(
    "resume",
    words.resumeTitle,
    words.resumeText,
    {
      label: words.resumeDo,
      run: async () => onResumed(await requests.resume(code.value.trim().toUpperCase())),
    },
    element("label", { for: "resume-code", text: words.code }),
    code,
  );
  const remove = dialog("remove", words.removeTitle, words.removeText, {
    label: words.removeDo,
    async run() {
      const { conversationId } = kept.state;
      if (conversationId) await requests.remove(conversationId).catch(unlessUnknown);
      kept.clear();
      onRemoved();
    },
  });
  return {
    nodes: [resume, remove],
    openResume: () => resume.showModal(),
    openRemove: () => remove.showModal(),
  };
}

/** One that the server no longer has is as good as deleted. */
function unlessUnknown(problem) {
  if (problem.code !== "conversation_unknown") throw problem;
}
