// Dialogs of the editor. Each waits for an answer and gives the focus back to where it was.
import { element } from "./cells.js";
import { COLUMNS, CHOSEN, shownValue } from "./columns.js";

export class Dialogs {
  constructor(root, editor) {
    this.root = root;
    this.editor = editor;
  }

  // The button that closed it, by its value; empty where it was cancelled. Called again it is begun anew.
  open(id, prepare) {
    const dialog = document.getElementById(id);
    return new Promise((resolve) => {
      dialog.returnValue = "";
      prepare?.(dialog);
      const chosen = (event) => {
        const button = event.target.closest("button[value]");
        if (button) dialog.close(button.value);
      };
      dialog.addEventListener("click", chosen);
      const form = dialog.querySelector("form[data-answers]");
      const sent = (event) => {
        event.preventDefault();
        dialog.close("yes");
      };
      form?.addEventListener("submit", sent);
      dialog.addEventListener("close", () => {
        dialog.removeEventListener("click", chosen);
        form?.removeEventListener("submit", sent);
        this.editor.focus();
        resolve(dialog.returnValue);
      }, { once: true });
      dialog.showModal();
    });
  }

  async confirmRemoval(uids) {
    const { rows } = this.editor;
    const gone = new Set(uids.flatMap((uid) => [uid, ...rows.below(uid)]));
    const links = rows.order.flatMap((uid) => rows.row(uid).links.map(([from]) => [from, uid])).filter((pair) => pair.some((uid) => gone.has(uid)));
    const named = [...gone].slice(0, 8).map((uid) => `${rows.row(uid).id} ${rows.row(uid).name}`.trim() || "a row without a name");
    const answer = await this.open("plan-remove", (dialog) => {
      const list = dialog.querySelector("ul");
      list.replaceChildren(...named.map((name) => element("li", "", name)));
      if (gone.size > named.length) list.append(element("li", "", `and ${gone.size - named.length} more`));
      dialog.querySelector(".plan-links-lost").textContent = links.length
        ? `With them ${links.length === 1 ? "one link goes" : `${links.length} links go`}.`
        : "";
    });
    return answer === "yes";
  }

  // Both versions side by side; true where mine is to be laid over.
  async conflict(item, { message, mine, theirs = [] }) {
    const { rows, language } = this.editor;
    const answer = await this.open("plan-conflict", (dialog) => {
      dialog.querySelector(".plan-conflict-words").textContent = message;
      const lines = [];
      for (const row of theirs) {
        const known = mine && mine.uid === row.uid ? mine : rows.row(row.uid);
        for (const column of COLUMNS) {
          if (column.readOnly || ["name", "id"].includes(column.key)) continue;
          const own = item.cells?.some(([uid, key]) => uid === row.uid && key === column.key) ? item.args.value : known ? shownValue(column, known, language) : "";
          const other = shownValue(column, row, language);
          if (own !== other && own !== undefined) lines.push([`${row.id} ${row.name}: ${column.title}`, own, other]);
        }
        if (known && known.name !== row.name) lines.push([`${row.id}: Name`, known.name, row.name]);
      }
      dialog.querySelector("tbody").replaceChildren(...lines.map(lineOf));
    });
    return answer === "mine";
  }

  async gone(message) {
    await this.open("plan-gone", (dialog) => {
      dialog.querySelector(".plan-gone-words").textContent = message;
    });
  }

  async columns() {
    const { view } = this.editor;
    const answer = await this.open("plan-columns", (dialog) => {
      dialog.querySelector(".plan-choices").replaceChildren(...CHOSEN.map((column) => choiceOf(column, view.columns.includes(column.key))));
    });
    if (answer !== "yes") return;
    const ticked = [...document.querySelectorAll("#plan-columns input:checked")].map((each) => each.value);
    view.change({ columns: ticked });
    this.editor.layOut();
  }

  keys() {
    return this.open("plan-keys");
  }

  async paste() {
    const answer = await this.open("plan-paste", (dialog) => {
      dialog.querySelector("textarea").value = "";
    });
    return answer === "yes" ? document.querySelector("#plan-paste textarea").value : "";
  }

  async split(row) {
    const answer = await this.open("plan-split", (dialog) => {
      dialog.querySelector(".plan-split-row").textContent = `${row.id} ${row.name}, ${row.duration}`;
    });
    return answer === "yes" ? document.querySelector("#plan-split input").value : "";
  }
}

function lineOf([what, own, other]) {
  const line = element("tr");
  const head = element("th", "", what);
  head.scope = "row";
  line.append(head, element("td", "", own || "(empty)"), element("td", "", other || "(empty)"));
  return line;
}

function choiceOf(column, isTicked) {
  const label = element("label", "choice");
  const box = element("input");
  Object.assign(box, { type: "checkbox", value: column.key, checked: isTicked });
  label.append(box, element("span", "", column.title));
  return label;
}
