// The table of a plan: only the rows that are seen are there, plus the one in which one is.
import { element, cellId, makeCell, paintCell, paintRow } from "./cells.js";
import { HEAD, ROW } from "./stage.js";

export class Table {
  constructor(root, editor) {
    this.editor = editor;
    this.pane = root.querySelector(".plan-cells");
    this.grid = root.querySelector("[role=treegrid]");
    this.head = root.querySelector(".plan-head");
    this.body = root.querySelector(".plan-rows");
    this.moving = root.querySelector(".plan-moving");
    this.lines = new Map();
    this.isHidden = false;
    this.height = 0;
    this.columns = [];
  }

  measureSize() {
    this.height = this.pane.clientHeight;
  }

  room() {
    return this.height - HEAD;
  }

  setColumns(columns) {
    this.columns = columns;
    this.grid.setAttribute("aria-colcount", columns.length);
    this.grid.style.setProperty("--plan-columns", columns.map((each) => `${each.width}px`).join(" "));
    this.grid.style.setProperty("--plan-left-2", `${columns[0].width}px`);
    this.grid.style.setProperty("--plan-left-3", `${columns[0].width + columns[1].width}px`);
    this.grid.style.width = `${this.width}px`;
    this.fixed = columns.slice(0, 3).reduce((sum, each) => sum + each.width, 0);
    this.head.replaceChildren(...columns.map(headOf));
    this.forget();
  }

  get width() {
    return this.columns.reduce((sum, each) => sum + each.width, 0);
  }

  forget() {
    for (const line of this.lines.values()) line.remove();
    this.lines.clear();
  }

  draw({ top, first, last }) {
    const { rows, cursor } = this.editor;
    const wanted = new Set(rows.shown.slice(first, last + 1));
    if (rows.placeOf.has(cursor.uid)) wanted.add(cursor.uid);
    const spare = [];
    for (const [uid, line] of this.lines) {
      if (wanted.has(uid)) continue;
      spare.push(line);
      this.lines.delete(uid);
    }
    const fresh = document.createDocumentFragment();
    for (const uid of wanted) {
      if (!this.lines.has(uid)) this.bind(spare.pop() ?? fresh.appendChild(this.makeLine()), uid);
      this.put(this.lines.get(uid), rows.placeOf.get(uid));
    }
    for (const line of spare) line.remove();
    if (fresh.childNodes.length) this.moving.append(fresh);
    this.moving.style.transform = `translateY(${-top}px)`;
  }

  put(line, place) {
    if (line.place === place) return;
    line.place = place;
    line.style.transform = `translateY(${place * ROW}px)`;
    line.setAttribute("aria-rowindex", place + 2);
  }

  makeLine() {
    const line = element("div", "plan-row");
    line.setAttribute("role", "row");
    line.append(...this.columns.map(makeCell));
    return line;
  }

  // Lines that went out of sight are used again for those that come.
  bind(line, uid) {
    line.dataset.uid = uid;
    this.lines.set(uid, line);
    this.paint(uid);
  }

  // What a row says now, where it is drawn; a cell that is being written stays as it is.
  paint(uid) {
    const line = this.lines.get(uid);
    const row = this.editor.rows.row(uid);
    if (!line || !row) return;
    paintRow(line, row, this.editor);
    for (const [index, column] of this.columns.entries()) {
      const cell = line.children[index];
      if (!cell.classList.contains("writing")) paintCell(cell, column, row, this.editor);
      const isHere = uid === this.editor.cursor.uid && column.key === this.editor.cursor.column;
      if (cell.isHere === isHere) continue;
      cell.isHere = isHere;
      cell.tabIndex = isHere ? 0 : -1;
      cell.classList.toggle("here", isHere);
    }
  }

  paintAll() {
    const { rows } = this.editor;
    this.grid.setAttribute("aria-rowcount", rows.shown.length + 1);
    for (const uid of [...this.lines.keys()]) {
      if (rows.placeOf.has(uid)) this.paint(uid);
    }
  }

  cell(uid, column) {
    return document.getElementById(cellId(uid, column));
  }

  // Into view sideways too; the columns stand still while one goes up and down.
  focus(uid, column) {
    const { rows, stage } = this.editor;
    if (!rows.placeOf.has(uid)) return;
    stage.show(rows.placeOf.get(uid));
    this.paintAll();
    const cell = this.cell(uid, column);
    if (!cell) return;
    this.showColumn(column);
    cell.focus({ preventScroll: true });
  }

  // The first three stand still, the others are brought beside them.
  showColumn(key) {
    const at = this.columns.findIndex((each) => each.key === key);
    if (at < 3) return;
    const left = this.columns.slice(0, at).reduce((sum, each) => sum + each.width, 0);
    const right = left + this.columns[at].width;
    if (left - this.fixed < this.pane.scrollLeft) this.pane.scrollLeft = left - this.fixed;
    else if (right > this.pane.scrollLeft + this.pane.clientWidth) this.pane.scrollLeft = right - this.pane.clientWidth;
  }
}

function headOf(column, index) {
  const head = element("div", `plan-cell plan-column${column.end ? " end" : ""}`, column.short ?? column.title);
  head.setAttribute("role", "columnheader");
  head.setAttribute("aria-colindex", index + 1);
  if (column.short !== undefined) head.setAttribute("aria-label", column.title);
  head.title = column.hint ? `${column.title}: ${column.hint}` : column.title;
  return head;
}
