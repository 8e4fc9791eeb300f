// What the page says beside the plan: one polite voice, the last consequence, and how many edits are not saved.
import { shownDate } from "./dates.js";

export class Status {
  constructor(root, editor) {
    this.editor = editor;
    this.voice = root.querySelector("#plan-voice");
    this.line = root.querySelector(".plan-consequence");
    this.undo = root.querySelector(".plan-undo-last");
    this.banner = root.querySelector(".plan-banner");
    this.again = this.banner.querySelector("button");
    this.problem = root.querySelector(".plan-problem");
    this.finish = root.querySelector(".plan-finish");
    this.saved = root.querySelector(".plan-saved");
    this.again.addEventListener("click", () => editor.queue.tryAgain());
  }

  // The same words twice are said twice.
  say(words) {
    this.voice.textContent = this.voice.textContent === words ? `${words}\u00a0` : words;
  }

  tell(words, consequence, canUndo) {
    this.line.replaceChildren(strong(words), consequence ? ` ${consequence}` : "");
    this.undo.hidden = !canUndo;
    this.say([words, consequence].filter(Boolean).join(". "));
  }

  showQueue({ items, state, message }) {
    const count = items.length === 1 ? "1 edit" : `${items.length} edits`;
    const isStuck = ["lost", "barred", "gone"].includes(state);
    const words = {
      lost: `Not saved yet: ${count}. The server cannot be reached; they are kept in this tab and sent as soon as it can.`,
      barred: `Not saved yet: ${count}. ${message}`,
      gone: `Not saved: ${count}. ${message}`,
    }[state];
    if (isStuck && this.banner.hidden) this.say(words);
    this.banner.hidden = !isStuck;
    this.banner.querySelector("p").textContent = words ?? "";
    this.again.hidden = state === "gone";
    this.saved.textContent = items.length ? `Saving ${count}…` : "All saved";
  }

  showHead({ problem, finish }) {
    this.finish.textContent = finish ? `Finish ${shownDate(finish, this.editor.language)}` : "";
    if (problem && this.problem.textContent !== problem) this.say(problem);
    this.problem.hidden = !problem;
    this.problem.textContent = problem ?? "";
  }
}

function strong(words) {
  const made = document.createElement("strong");
  made.textContent = words ? `${words}.` : "";
  return made;
}
