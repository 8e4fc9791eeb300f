// Writing in a cell: a field stands in it until Enter, Tab or Escape.
import { element } from "./cells.js";
import { byKey, isReadOnly, sentValue, typedValue } from "./columns.js";

export class Typing {
  constructor(editor, root) {
    this.editor = editor;
    this.people = root.querySelector("#plan-people");
    this.now = null;
  }

  get isOn() {
    return this.now !== null;
  }

  // text: what was typed to begin with; without it the field holds what stands there.
  begin(uid, key, text = null) {
    if (this.isOn) this.commit();
    const { editor } = this;
    const column = byKey.get(key);
    const row = editor.rows.row(uid);
    if (!row) return false;
    if (isReadOnly(column, row)) {
      editor.say(`${column.title} is calculated here and cannot be written.`);
      return false;
    }
    const cell = editor.table.cell(uid, key);
    if (!cell) return false;
    const waiting = editor.pending.get(`${uid} ${key}`);
    const before = waiting ? waiting.text : typedValue(column, row);
    const field = column.choices ? selectOf(column.choices(editor.rows.head), before) : inputOf(text ?? before);
    field.setAttribute("aria-label", `${column.title} of ${row.id || "the new row"} ${row.name}`.trim());
    if (waiting?.state === "refused") {
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-describedby", "plan-error");
    }
    if (column.key === "owner") this.offerPeople(field);
    if (column.hint) field.title = column.hint;
    cell.classList.add("writing");
    cell.replaceChildren(field);
    this.now = { uid, column, field, cell, before };
    field.addEventListener("blur", () => this.now?.field === field && this.commit());
    field.focus({ preventScroll: true });
    if (text === null) field.select?.();
    editor.showError(uid, key);
    return true;
  }

  // The names that go on with what stands after the last semicolon.
  offerPeople(field) {
    field.setAttribute("list", this.people.id);
    const offer = () => {
      const before = field.value.slice(0, field.value.lastIndexOf(";") + 1).trim();
      const names = this.editor.rows.head.people ?? [];
      this.people.replaceChildren(...names.map((name) => new Option("", before ? `${before} ${name}` : name)));
    };
    field.addEventListener("input", offer);
    offer();
  }

  end() {
    const { uid, cell } = this.now;
    this.now = null;
    cell.classList.remove("writing");
    cell.said = null;
    this.editor.table.paint(uid);
    this.editor.showError();
  }

  cancel() {
    if (!this.isOn) return;
    const { uid, column } = this.now;
    this.end();
    this.editor.pending.forgetRefused(uid, column.key);
    this.editor.table.paint(uid);
  }

  // Gives what was written to the rows that are chosen, if this row is among them.
  commit() {
    if (!this.isOn) return;
    const { uid, column, field, before } = this.now;
    const text = field.value;
    this.end();
    if (text === before && !this.editor.pending.isRefused(uid, column.key)) return;
    if (text === before && !text.trim()) return;
    const chosen = this.editor.cursor.selected;
    const rows = chosen.length > 1 && chosen.includes(uid) ? chosen : [uid];
    this.editor.edits.set(rows.filter((each) => !isReadOnly(column, this.editor.rows.row(each))), column, sentValue(column, text), text);
  }
}

function inputOf(value) {
  const field = element("input", "plan-field");
  field.type = "text";
  field.autocomplete = "off";
  field.spellcheck = false;
  field.maxLength = 1000;
  field.value = value;
  return field;
}

function selectOf(choices, value) {
  const field = element("select", "plan-field");
  field.append(...choices.map(([key, title]) => new Option(title, key, false, key === value)));
  return field;
}
