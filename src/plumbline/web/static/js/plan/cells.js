// How one cell and one row of the table look: what is in it, what waits for the server, what it refused.
import { isReadOnly, shownValue } from "./columns.js";
import { markOf } from "./marks.js";

const WORDS = { waiting: "not saved yet", refused: "not accepted" };

export function element(tag, className = "", text = "") {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

export const cellId = (uid, column) => `cell-${uid.replace(/[^\w-]/g, "_")}-${column}`;

export function makeCell(column, index) {
  const cell = element("div", `plan-cell plan-${column.key}${column.end ? " end" : ""}`);
  cell.setAttribute("role", column.key === "name" ? "rowheader" : "gridcell");
  cell.setAttribute("aria-colindex", index + 1);
  cell.dataset.column = column.key;
  return cell;
}

export function paintCell(cell, column, row, editor) {
  const waiting = editor.pending.get(`${row.uid} ${column.key}`);
  const flash = editor.flashes.has(`${row.uid} ${column.key}`);
  const value = waiting ? waiting.text : shownValue(column, row, editor.language);
  cell.id = cellId(row.uid, column.key);
  cell.classList.toggle("waiting", waiting?.state === "waiting");
  cell.classList.toggle("refused", waiting?.state === "refused");
  cell.classList.toggle("flash", flash);
  setOrRemove(cell, "aria-readonly", isReadOnly(column, row) ? "true" : null);
  setOrRemove(cell, "aria-invalid", waiting?.state === "refused" ? "true" : null);
  setOrRemove(cell, "aria-describedby", waiting?.state === "refused" ? "plan-error" : null);
  if (column.key === "mark") cell.replaceChildren(...markOf(editor.findings.of(row.uid), row));
  else if (column.key === "name") cell.replaceChildren(...nameOf(row, value, editor));
  else cell.textContent = value;
  if (waiting) cell.append(sign(waiting.state));
}

function nameOf(row, name, editor) {
  const text = element("span", "plan-text", name);
  if (!editor.rows.hasRowsBelow(row.uid)) return [element("span", "plan-indent"), text];
  const fold = element("span", "plan-fold");
  fold.dataset.fold = "";
  fold.setAttribute("aria-hidden", "true");
  return [fold, text];
}

function sign(state) {
  const mark = element("span", `plan-state ${state}`);
  mark.append(element("span", "unseen", ` (${WORDS[state]})`));
  mark.title = WORDS[state];
  return mark;
}

export function paintRow(line, row, editor) {
  const { rows, cursor } = editor;
  const isParent = rows.hasRowsBelow(row.uid);
  line.className = `plan-row level-${Math.min(row.level, 9)} ${row.kind.replaceAll(" ", "-")}${row.critical ? " critical" : ""}`;
  line.setAttribute("aria-level", row.level);
  line.setAttribute("aria-selected", cursor.has(row.uid) ? "true" : "false");
  setOrRemove(line, "aria-expanded", isParent ? String(!rows.collapsed.has(row.uid)) : null);
}

export function setOrRemove(target, name, value) {
  if (value === null) target.removeAttribute(name);
  else if (target.getAttribute(name) !== value) target.setAttribute(name, value);
}
