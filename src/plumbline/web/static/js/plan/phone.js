// On a phone a plan is a list; a row that is tapped opens as a sheet of fields, each saved as one leaves it.
import { element, setOrRemove } from "./cells.js";
import { COLUMNS, isReadOnly, sentValue, shownValue, typedValue } from "./columns.js";
import { inWords, shape, worst } from "./marks.js";

export class Phone {
  constructor(root, editor) {
    this.editor = editor;
    this.list = root.querySelector(".plan-phone");
    this.sheet = document.getElementById("plan-sheet");
    this.fields = this.sheet.querySelector(".plan-fields");
    this.items = new Map();
    this.list.addEventListener("click", (event) => {
      const item = event.target.closest("[data-uid]");
      if (item) this.open(item.dataset.uid);
    });
    this.fields.addEventListener("change", (event) => this.changed(event.target));
  }

  get isOn() {
    return !this.list.hidden;
  }

  draw() {
    if (!this.isOn) return;
    const { rows } = this.editor;
    const items = rows.shown.map((uid) => this.items.get(uid) ?? this.make(uid));
    this.items = new Map(items.map((item) => [item.uid, item]));
    this.list.replaceChildren(...items);
    for (const uid of rows.shown) this.paint(uid);
  }

  make(uid) {
    const item = element("li");
    const button = element("button", "plan-item");
    button.type = "button";
    button.dataset.uid = uid;
    item.append(button);
    item.uid = uid;
    return item;
  }

  paint(uid) {
    const row = this.editor.rows.row(uid);
    const button = this.items.get(uid)?.firstChild;
    if (!button || !row) return;
    const { language } = this.editor;
    const found = this.editor.findings.of(uid);
    const waiting = COLUMNS.some((column) => this.editor.pending.get(`${uid} ${column.key}`));
    const dates = [row.start, row.finish].filter(Boolean).map((date) => shownValue({ isDate: true, key: "date" }, { date }, language));
    const facts = [[...new Set(dates)].join(" – "), row.percent === "" ? "" : `${row.percent}%`, row.owner, waiting ? "not saved yet" : ""];
    button.className = `plan-item level-${Math.min(row.level, 9)} ${row.kind}`;
    button.replaceChildren(element("span", "plan-item-name", `${row.id} ${row.name}`), element("span", "plan-item-facts", facts.filter(Boolean).join(" · ")));
    if (!found.length) return;
    const mark = element("span", "plan-item-mark");
    mark.append(shape(worst(found)), element("span", "unseen", inWords(found)));
    button.append(mark);
  }

  open(uid) {
    const { cursor, dialogs } = this.editor;
    cursor.go(uid, "name");
    return dialogs.open("plan-sheet", () => this.fill(uid));
  }

  fill(uid) {
    const { rows, findings } = this.editor;
    const row = rows.row(uid);
    this.uid = uid;
    this.sheet.querySelector(".plan-sheet-title").textContent = `${row.id} ${row.name}`;
    this.sheet.querySelector("[data-do=rowFindings]").hidden = findings.of(uid).length === 0;
    this.fields.replaceChildren(...COLUMNS.filter((each) => !each.readOnly).map((column) => this.field(column, row)));
  }

  field(column, row) {
    const box = element("div", "field");
    const id = `sheet-${column.key}`;
    const label = element("label", "", column.title);
    label.htmlFor = id;
    const field = column.choices ? element("select") : element("input");
    if (column.choices) field.append(...column.choices(this.editor.rows.head).map(([key, title]) => new Option(title, key)));
    else Object.assign(field, { type: column.isDate ? "date" : "text", autocomplete: "off" });
    Object.assign(field, { id, column });
    const error = element("p", "field-error");
    error.id = `${id}-error`;
    box.append(label, field, error);
    this.show(box, row);
    return box;
  }

  // Field and error as they are now; what is being written is left alone.
  show(box, row) {
    const field = box.querySelector("input, select");
    const { column } = field;
    const waiting = this.editor.pending.get(`${row.uid} ${column.key}`);
    const isRefused = waiting?.state === "refused";
    const text = waiting?.text ?? typedValue(column, row);
    const value = column.isDate ? sentValue(column, text) : text;
    if (field !== document.activeElement && field.value !== value) field.value = value;
    field.disabled = isReadOnly(column, row);
    box.classList.toggle("invalid", isRefused);
    box.lastChild.textContent = isRefused ? waiting.message : "";
    setOrRemove(field, "aria-invalid", isRefused ? "true" : null);
    setOrRemove(field, "aria-describedby", isRefused ? box.lastChild.id : null);
  }

  changed(field) {
    if (this.uid && field.column) this.editor.edits.set([this.uid], field.column, sentValue(field.column, field.value), field.value);
  }

  // The open sheet follows what the server says, but not under one's fingers.
  refresh() {
    const { rows } = this.editor;
    if (!this.sheet.open || !this.uid) return;
    if (!rows.row(this.uid)) return this.sheet.close();
    const row = rows.row(this.uid);
    this.sheet.querySelector(".plan-sheet-title").textContent = `${row.id} ${row.name}`;
    for (const box of this.fields.children) this.show(box, row);
  }

  rename(from, to) {
    if (this.uid === from) this.uid = to;
  }
}
