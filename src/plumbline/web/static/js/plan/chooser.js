// Choosing a row by typing: to find it in the plan, or for a link to or from it.
import { element } from "./cells.js";

const MOST = 200;

export class Chooser {
  constructor(editor) {
    this.editor = editor;
    for (const dialog of document.querySelectorAll("dialog[data-chooser]")) {
      const field = dialog.querySelector("input[type=search]");
      field.addEventListener("input", () => this.offer(dialog));
      field.addEventListener("keydown", (event) => {
        if (!["ArrowDown", "ArrowUp"].includes(event.key)) return;
        event.preventDefault();
        const list = dialog.querySelector("select[size]");
        const step = event.key === "ArrowDown" ? 1 : -1;
        list.selectedIndex = Math.min(Math.max(list.selectedIndex + step, 0), list.options.length - 1);
        this.say(dialog);
      });
      dialog.querySelector("select[size]").addEventListener("dblclick", () => dialog.querySelector("form[data-answers]").requestSubmit());
    }
  }

  offer(dialog) {
    const words = dialog.querySelector("input[type=search]").value.toLowerCase().split(/\s+/).filter(Boolean);
    const { rows } = this.editor;
    const found = rows.order.filter((uid) => {
      const row = rows.row(uid);
      const text = `${row.id} ${row.name} ${row.owner}`.toLowerCase();
      return uid !== this.without && !uid.startsWith("new:") && words.every((word) => text.includes(word));
    });
    // a number that is typed means the row of that number
    found.sort((one, other) => (rows.row(other).id === words[0]) - (rows.row(one).id === words[0]));
    const list = dialog.querySelector("select[size]");
    list.replaceChildren(...found.slice(0, MOST).map((uid) => new Option(`${rows.row(uid).id} ${rows.row(uid).name}`, uid)));
    list.selectedIndex = found.length ? 0 : -1;
    this.count = found.length;
    this.say(dialog);
  }

  say(dialog) {
    const list = dialog.querySelector("select[size]");
    const chosen = list.selectedOptions[0]?.text;
    dialog.querySelector("[role=status]").textContent = chosen ? `${chosen}; ${this.count} found` : "No row has these words.";
  }

  async find() {
    this.without = null;
    const answer = await this.editor.dialogs.open("plan-find", (dialog) => this.offer(dialog));
    const uid = document.querySelector("#plan-find select[size]").value;
    return answer === "yes" ? uid : "";
  }

  // {predecessor, successor, kind, lag}, or null.
  async link(uid) {
    this.without = uid;
    const { rows, dialogs } = this.editor;
    const answer = await dialogs.open("plan-link", (dialog) => {
      dialog.querySelector(".plan-link-row").textContent = `${rows.row(uid).id} ${rows.row(uid).name}`;
      dialog.querySelector("form[data-answers]").reset();
      this.offer(dialog);
    });
    const given = new FormData(document.querySelector("#plan-link form[data-answers]"));
    const other = document.querySelector("#plan-link select[size]").value;
    if (answer !== "yes" || !other) return null;
    const [predecessor, successor] = given.get("direction") === "before" ? [other, uid] : [uid, other];
    return { predecessor, successor, kind: given.get("kind"), lag: given.get("lag").trim() };
  }

  async unlink(uid) {
    const { rows, dialogs } = this.editor;
    const links = rows.linksOf(uid);
    const answer = await dialogs.open("plan-unlink", (dialog) => {
      dialog.querySelector(".plan-none").hidden = links.length > 0;
      dialog.querySelector("ul").replaceChildren(...links.map(([from, to, kind, lag], index) => {
        const line = element("li");
        const other = rows.row(from === uid ? to : from);
        const words = `${from === uid ? "to" : "from"} ${other?.id ?? ""} ${other?.name ?? ""}, ${kind}${lag ?? ""}`;
        const remove = element("button", "button small", `Remove the link ${words}`);
        Object.assign(remove, { type: "button", value: String(index) });
        line.append(remove);
        return line;
      }));
    });
    const [predecessor, successor] = links[Number(answer)] ?? [];
    return answer !== "" && answer !== "no" && predecessor ? { predecessor, successor } : null;
  }
}
