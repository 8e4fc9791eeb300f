// What the linter says while one writes: asked for in idle moments, shown in the margin and in two dialogs.
import { element } from "./cells.js";
import { inWords, shape } from "./marks.js";

const IDLE = 900;

export class Findings {
  constructor(root, editor) {
    this.editor = editor;
    this.rows = {};
    this.plan = [];
    this.counter = root.querySelector(".plan-findings-count");
    this.button = root.querySelector("[data-do=findings]");
  }

  of(uid) {
    return this.rows[uid] ?? [];
  }

  askSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), IDLE);
  }

  async ask() {
    const { queue, server, rows } = this.editor;
    if (!queue.isEmpty) return this.askSoon();
    const asked = rows.revision;
    const { kind, answer } = await server.get("findings.json", { revision: asked });
    if (kind !== "done" || !queue.isEmpty || rows.revision !== asked) return;
    const before = new Set(Object.keys(this.rows));
    this.rows = answer.rows ?? {};
    this.plan = answer.plan ?? [];
    const touched = [...new Set([...before, ...Object.keys(this.rows)])];
    this.editor.repaint(touched);
    this.showCount();
  }

  get count() {
    return Object.values(this.rows).reduce((sum, each) => sum + each.length, 0) + this.plan.length;
  }

  showCount() {
    this.counter.textContent = this.count;
    this.button.setAttribute("aria-label", this.count === 1 ? "Findings: 1" : `Findings: ${this.count}`);
  }

  async openRow(uid) {
    const row = this.editor.rows.row(uid);
    const found = this.of(uid);
    if (!found.length) return this.editor.say("This row has no findings.");
    let mend = null;
    await this.editor.dialogs.open("plan-row-findings", (dialog) => {
      dialog.querySelector(".plan-findings-row").textContent = `${row.id} ${row.name}: ${inWords(found)}`;
      dialog.querySelector(".plan-findings-list").replaceChildren(...found.map((each) => this.entry(each, (choice) => {
        mend = { rule: each.rule, row: uid, choice };
        dialog.close("mend");
      })));
    });
    if (mend) this.editor.edits.send("mend", mend);
  }

  entry(finding, mend) {
    const entry = element("li", "plan-finding");
    const head = element("h3");
    head.append(shape(finding.severity), element("span", "", finding.title));
    const words = element("div", "plan-finding-words");
    words.append(head, element("p", "", finding.detail));
    if (finding.lesson) {
      const lesson = element("a", "", "Why this matters: the lesson");
      lesson.href = finding.lesson;
      lesson.target = "_blank";
      lesson.append(element("span", "unseen", " (opens in a new tab)"));
      words.append(lesson);
    }
    const actions = element("div", "actions");
    for (const each of finding.mends ?? []) {
      const button = element("button", "button small", each.title);
      button.type = "button";
      button.addEventListener("click", () => mend(each.choice));
      actions.append(button);
    }
    entry.append(words, actions);
    return entry;
  }

  async openAll() {
    const { rows, dialogs } = this.editor;
    let goal = null;
    await dialogs.open("plan-findings", (dialog) => {
      const inOrder = rows.order.filter((uid) => this.of(uid).length);
      dialog.querySelector(".plan-none").hidden = this.count > 0;
      dialog.querySelector(".plan-whole").replaceChildren(...this.plan.map(({ title, sentence }) => {
        const entry = element("li", "plan-finding");
        entry.append(element("h3", "", title), element("p", "", sentence));
        return entry;
      }));
      dialog.querySelector(".plan-of-rows").replaceChildren(...inOrder.map((uid) => {
        const entry = element("li");
        const go = element("button", "button quiet", `${rows.row(uid).id} ${rows.row(uid).name}: ${this.of(uid).map((each) => each.title).join(", ")}`);
        go.type = "button";
        go.addEventListener("click", () => {
          goal = uid;
          dialog.close("go");
        });
        entry.append(go);
        return entry;
      }));
    });
    if (goal) this.editor.goTo(goal, "mark");
  }
}
