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
  const isReadOnlyHere = isReadOnly(column, row);
  const found = column.key === "mark" ? editor.findings.of(row.uid) : [];
  const isParent = column.key === "name" && editor.rows.hasRowsBelow(row.uid);
  // most cells say what they said
  const said = [row.uid, value, waiting?.state, flash, isReadOnlyHere, isParent, ...found.map((each) => each.severity + each.title)].join("\u0000");
  if (cell.said === said) return;
  cell.said = said;
  cell.id = cellId(row.uid, column.key);
  cell.classList.toggle("waiting", waiting?.state === "waiting");
  cell.classList.toggle("refused", waiting?.state === "refused");
  cell.classList.toggle("flash", flash);
  setOrRemove(cell, "aria-readonly", isReadOnlyHere ? "true" : null);
  setOrRemove(cell, "aria-invalid", waiting?.state === "refused" ? "true" : null);
  setOrRemove(cell, "aria-describedby", waiting?.state === "refused" ? "plan-error" : null);
  if (column.key === "mark") cell.replaceChildren(...markOf(found, row));
  else if (column.key === "name") writeName(cell, value, isParent);
  else writeText(cell, value);
  if (waiting) cell.append(sign(waiting.state));
}

// Text is changed in place where it can be: a node that comes or goes makes the browser look at the styles of the page.
function writeText(cell, value) {
  if (cell.childNodes.length === 1 && cell.firstChild.nodeType === Node.TEXT_NODE) cell.firstChild.data = value;
  else cell.replaceChildren(document.createTextNode(value));
}

function writeName(cell, name, isParent) {
  if (cell.childNodes.length !== 2 || cell.lastChild.className !== "plan-text") {
    const fold = element("span");
    fold.setAttribute("aria-hidden", "true");
    cell.replaceChildren(fold, element("span", "plan-text"));
  }
  const [fold, text] = cell.childNodes;
  fold.className = isParent ? "plan-fold" : "plan-indent";
  writeText(text, name);
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
  const kind = `plan-row level-${Math.min(row.level, 9)} ${row.kind.replaceAll(" ", "-")}${row.critical ? " critical" : ""}`;
  if (line.className !== kind) line.className = kind;
  setOrRemove(line, "aria-level", String(row.level));
  setOrRemove(line, "aria-selected", cursor.has(row.uid) ? "true" : "false");
  setOrRemove(line, "aria-expanded", isParent ? String(!rows.collapsed.has(row.uid)) : null);
}

export function setOrRemove(target, name, value) {
  if (value === null) target.removeAttribute(name);
  else if (target.getAttribute(name) !== value) target.setAttribute(name, value);
}
