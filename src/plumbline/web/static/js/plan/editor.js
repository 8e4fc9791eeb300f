// The editor of a plan: holds its parts together and paints what changed.
import { Chart } from "./chart.js";
import { Chooser } from "./chooser.js";
import { copyText, pasteText } from "./clipboard.js";
import { commandsOf } from "./commands.js";
import { Cursor } from "./cursor.js";
import { Dialogs } from "./dialogs.js";
import { Edits } from "./edits.js";
import { Findings } from "./findings.js";
import { Linking } from "./linking.js";
import { Moving } from "./moving.js";
import { Pending } from "./pending.js";
import { Phone } from "./phone.js";
import { Queue } from "./queue.js";
import { Rows } from "./rows.js";
import { Server } from "./server.js";
import { Splitter } from "./splitter.js";
import { Stage } from "./stage.js";
import { Status } from "./status.js";
import { Table } from "./table.js";
import { Typing } from "./typing.js";
import { View } from "./view.js";
import { byKey } from "./columns.js";

const FLASH = 1_800;
const idWidth = (letters) => Math.min(Math.max(letters * 8 + 20, 48), 140);

export class Editor {
  constructor(root, { address, token, draft }) {
    this.root = root;
    this.language = document.documentElement.lang || "en-GB";
    this.server = new Server(address, token, draft);
    this.rows = new Rows();
    this.cursor = new Cursor(this.rows);
    this.pending = new Pending();
    this.flashes = new Set();
    this.view = new View(localStorage);
    this.status = new Status(root, this);
    this.edits = new Edits(this);
    this.findings = new Findings(root, this);
    this.queue = this.makeQueue(`plan-edits:${address}${draft}`);
    this.dialogs = new Dialogs(root, this);
    this.chooser = new Chooser(this);
    this.typing = new Typing(this, root);
    this.moving = new Moving(this);
    this.makeViews(root);
    this.commands = commandsOf(this);
    this.error = root.querySelector("#plan-error");
  }

  makeQueue(name) {
    const on = {
      done: (item, answer) => this.edits.done(item, answer),
      refused: (item, answer) => this.edits.refused(item, answer),
      conflict: (item, answer) => this.edits.conflict(item, answer),
      gone: (answer) => this.dialogs.gone(answer.message),
      changed: () => this.queue && this.status.showQueue(this.queue),
    };
    return new Queue({ send: (item) => this.server.post(item, this.rows.revision), storage: sessionStorage, name, on });
  }

  makeViews(root) {
    this.stage = new Stage(root);
    this.table = new Table(root, this);
    this.chart = new Chart(root, this);
    this.stage.add(this.table);
    this.stage.add(this.chart);
    this.splitter = new Splitter(root, this);
    this.linking = new Linking(this, this.chart);
    this.phone = new Phone(root, this);
  }

  async load() {
    const { kind, answer } = await this.server.get("rows.json");
    if (kind !== "done") return false;
    this.rows.load(answer);
    this.edits.restore();
    this.cursor.settle(0);
    this.layOut();
    this.rowsChanged();
    this.queue.run();
    this.findings.askSoon();
    return true;
  }

  // Everything anew, where something was changed elsewhere; not while edits are on their way.
  async reload() {
    const { kind, answer } = await this.server.get("rows.json");
    if (kind !== "done" || !this.queue.isEmpty || answer.revision < this.rows.revision) return;
    this.replaceRows(answer);
  }

  // Somebody comes back to this window: another may have gone on with the draft.
  async lookAgain() {
    if (!this.queue.isEmpty || this.typing.isOn) return;
    const { kind, answer } = await this.server.get("rows.json");
    if (kind === "gone") this.queue.end(answer);
    else if (kind === "done" && this.queue.isEmpty && answer.revision > this.rows.revision) this.replaceRows(answer);
  }

  replaceRows(answer) {
    const place = this.rows.placeOf.get(this.cursor.uid) ?? 0;
    this.rows.load(answer);
    this.cursor.settle(place);
    this.rowsChanged();
    this.findings.askSoon();
  }

  say(words) {
    this.status.say(words);
  }

  // Which halves are there, and which columns, for the width there is.
  layOut() {
    const width = this.root.clientWidth;
    const hadFocus = this.table.grid.contains(document.activeElement);
    const isPhone = innerWidth < 640;
    this.root.classList.toggle("phone", isPhone);
    this.phone.list.hidden = !isPhone;
    this.stage.scroller.hidden = isPhone;
    this.chart.isHidden = isPhone || !this.view.showsChart(innerWidth);
    this.root.classList.toggle("no-chart", this.chart.isHidden);
    const longest = this.rows.order.reduce((most, uid) => Math.max(most, this.rows.row(uid).id.length), 0);
    this.table.setColumns(this.view.shownColumns(width).map((each) => (each.key === "id" ? { ...each, width: idWidth(longest) } : each)));
    if (!byKey.has(this.cursor.column) || !this.table.columns.some((each) => each.key === this.cursor.column)) this.cursor.column = "name";
    this.splitter.begin();
    this.stage.measure();
    this.chart.redraw();
    this.rowsChanged();
    if (hadFocus) this.focus();
  }

  rowsChanged() {
    const hadFocus = this.table.grid.contains(document.activeElement);
    this.stage.setCount(this.rows.shown.length);
    this.chart.measure();
    this.stage.draw();
    this.table.paintAll();
    this.phone.draw();
    this.phone.refresh();
    this.root.classList.toggle("empty", this.rows.shown.length === 0);
    this.status.showHead(this.rows.head);
    this.showButtons();
    if (hadFocus && !this.table.grid.contains(document.activeElement)) this.focus();
  }

  repaint(uids) {
    for (const uid of uids) {
      this.table.paint(uid);
      this.phone.paint(uid);
    }
    this.phone.refresh();
  }

  answered({ item, answer, changed, moved }) {
    for (const [uid, fields] of moved) for (const field of fields) if (["start", "finish"].includes(field)) this.flash(`${uid} ${field}`);
    this.rowsChanged();
    this.status.tell(answer.words, answer.consequence, item.offersUndo);
    if (changed.size) this.showError();
  }

  flash(place) {
    this.flashes.add(place);
    setTimeout(() => {
      this.flashes.delete(place);
      this.table.paint(place.split(" ")[0]);
    }, FLASH);
  }

  refused({ message, row, field }) {
    const column = byKey.get(field);
    const place = [row && `${row.id} ${row.name}`.trim(), column?.title].filter(Boolean).join(", ");
    this.status.tell(place ? `Not accepted in ${place}` : "Not accepted", message, false);
    this.rowsChanged();
    if (row && row.uid === this.cursor.uid) this.showError(row.uid, field);
  }

  // Beside the cell that it is about.
  showError(uid = this.cursor.uid, key = this.cursor.column) {
    const refused = this.pending.get(`${uid} ${key}`);
    const cell = refused?.state === "refused" ? this.table.cell(uid, key) : null;
    this.error.hidden = !cell;
    if (!cell) return;
    this.error.textContent = refused.message;
    const [place, stage] = [cell.getBoundingClientRect(), this.stage.stage.getBoundingClientRect()];
    this.error.style.left = `${Math.max(Math.min(place.left - stage.left, stage.width - 300), 0)}px`;
    this.error.style.top = `${place.bottom - stage.top}px`;
  }

  showButtons() {
    const { undo, redo } = this.rows.head;
    for (const [name, words] of [["undo", undo], ["redo", redo]]) {
      for (const button of this.root.querySelectorAll(`button[data-do=${name}]`)) {
        button.setAttribute("aria-disabled", words ? "false" : "true");
        button.title = words ? `${name === "undo" ? "Undo" : "Redo"}: ${words}` : `There is nothing to ${name}`;
      }
    }
    this.root.querySelector("[data-do=several]").setAttribute("aria-pressed", String(Boolean(this.choosesSeveral)));
    this.root.querySelector("[data-do=chart]").setAttribute("aria-pressed", String(!this.chart.isHidden));
  }

  focus() {
    if (this.phone.isOn || document.querySelector("dialog[open]") || !this.cursor.uid) return;
    this.table.focus(this.cursor.uid, this.cursor.column);
    this.showError();
  }

  goTo(uid, column = this.cursor.column) {
    this.rows.reveal(uid);
    this.cursor.go(uid, column);
    this.rowsChanged();
    if (this.phone.isOn) this.phone.open(uid);
    else this.focus();
  }

  fold(uid) {
    this.rows.toggle(uid);
    this.cursor.settle(this.rows.placeOf.get(uid) ?? 0);
    this.rowsChanged();
    this.focus();
    this.say(this.rows.collapsed.has(uid) ? "Folded." : "Unfolded.");
  }

  renameWriting(from, to) {
    if (this.typing.now?.uid === from) this.typing.now.uid = to;
    this.phone.rename(from, to);
  }

  write = (text) => this.moving.write(text);
  cancel = () => this.moving.cancel();
  enter = (step) => this.moving.enter(step);
  tab = (step) => this.moving.tab(step);
  commitAnd = (go) => this.moving.commitAnd(go);
  sideways = (step) => this.moving.sideways(step);
  toColumn = (place) => this.moving.toColumn(place);
  chooseAll = () => this.moving.chooseAll();
  copyText = () => copyText(this);
  pasteText = (text) => pasteText(this, text);
}
