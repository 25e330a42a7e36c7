/** What is asked before a conversation is opened by its code, or deleted. */
import { button, element } from "./dom.js";
import { isOffline } from "./requests.js";

/** @param {{ words: any, find(code: string): Promise<any>, onFound(conversation: any): void, remove(): Promise<void> }}
 *    options `find` and `remove` reject with what is to be said */
export function createDialogs({ words, find, onFound, remove }) {
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
                problem.textContent = words.problem(error, isOffline(error));
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
      run: async () => onFound(await find(code.value.trim().toUpperCase())),
    },
    element("label", { for: "resume-code", text: words.code }),
    code,
  );
  const removal = dialog("remove", words.removeTitle, words.removeText, {
    label: words.removeDo,
    run: remove,
  });
  return {
    nodes: [resume, removal],
    openResume: () => resume.showModal(),
    openRemove: () => removal.showModal(),
  };
}
