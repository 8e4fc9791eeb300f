// What a person does, put into the queue; and what becomes of the page when the server answers.
import { typedValue } from "./columns.js";
import { knownAs } from "./queue.js";
import { isUnsent } from "./rows.js";

export class Edits {
  constructor(editor) {
    this.editor = editor;
  }

  send(edit, args, more = {}) {
    this.editor.queue.add({ action: "do", edit, args, ...more });
  }

  undo() {
    this.editor.queue.add({ action: "undo" });
  }

  redo() {
    this.editor.queue.add({ action: "redo" });
  }

  // value: as the server reads it; text: as it was typed, which stands in the cell until the answer.
  set(uids, column, value, text = value) {
    const { rows, pending } = this.editor;
    for (const uid of uids) if (rows.unsent.has(uid) && !this.isQueued(uid)) this.sendNew(uid, column.key === "name" ? value : "");
    const others = uids.filter((uid) => column.key !== "name" || !this.wasJustAdded(uid, value));
    if (others.length) {
      const cells = others.map((uid) => [uid, column.key]);
      const key = crypto.randomUUID();
      pending.wait(cells, text, key);
      this.send("set", { rows: others, field: column.key, value }, { key, cells });
    }
    this.editor.repaint(uids);
  }

  // A row of the page begins to exist for the server with its first value.
  sendNew(uid, name) {
    const { rows, pending } = this.editor;
    const key = crypto.randomUUID();
    pending.wait([[uid, "name"]], name, key);
    this.send("add", { after: rows.unsent.get(uid) ?? "", names: name }, { key, temp: uid, cells: [[uid, "name"]] });
  }

  isQueued(uid) {
    return this.editor.queue.items.some((item) => item.temp === uid);
  }

  wasJustAdded(uid, name) {
    const item = this.editor.queue.items.at(-1);
    return item?.temp === uid && item.args.names === name && item.edit === "add";
  }

  fill(uids, column) {
    const [first, ...others] = uids;
    const cells = others.map((uid) => [uid, column.key]);
    const key = crypto.randomUUID();
    this.editor.pending.wait(cells, typedValue(column, this.editor.rows.row(first)), key);
    this.send("fill", { rows: uids, field: column.key }, { key, cells });
    this.editor.repaint(others);
  }

  // Edits that a reload had kept are shown again as on their way.
  restore() {
    const { queue, rows, pending } = this.editor;
    for (const item of queue.items) {
      const { temp, edit, args, cells = [] } = item;
      if (temp && !rows.row(temp)) rows.begin(temp, args.after || null);
      const text = edit === "add" ? args.names : args?.value;
      if (cells.length && text !== undefined) pending.wait(cells, text, knownAs(item));
    }
  }

  done(item, answer) {
    const { rows, pending, cursor, findings } = this.editor;
    const missedSome = answer.revision > rows.revision + 1;
    const place = rows.placeOf.get(cursor.uid) ?? 0;
    pending.done(item.cells ?? [], knownAs(item));
    const { added, changed, moved } = rows.take(answer);
    if (item.temp) this.settleNew(item, added[0] ?? this.rowAfter(item.args.after));
    else if (["add", "paste"].includes(item.edit) && added.length) cursor.go(added[0]);
    cursor.settle(place);
    this.editor.answered({ item, answer, changed, moved });
    findings.askSoon();
    if (missedSome) this.editor.reload();
  }

  // Where the answer brings no new row, the server knew the edit already: then the row stands where it was to come.
  rowAfter(after) {
    const { fromServer } = this.editor.rows;
    if (!after) return fromServer.at(-1);
    const place = fromServer.indexOf(after) + 1;
    return fromServer.slice(place).find((uid) => !this.editor.rows.isBelow(uid, after));
  }

  settleNew({ temp }, uid) {
    if (!uid) return;
    const { rows, queue, pending, cursor, table } = this.editor;
    this.editor.renameWriting(temp, uid);
    queue.rename(temp, uid);
    pending.rename(temp, uid);
    cursor.rename(temp, uid);
    const line = table.lines.get(temp);
    if (line) {
      line.dataset.uid = uid;
      table.lines.delete(temp);
      table.lines.get(uid)?.remove();
      table.lines.set(uid, line);
    }
    rows.settle(temp, uid);
  }

  refused(item, answer) {
    const { rows, pending, queue } = this.editor;
    if (item.temp && isUnsent(item.temp)) {
      queue.drop(item.temp);
      pending.refuse([[item.temp, "name"]], knownAs(item), answer.message);
    }
    const field = answer.field && item.cells?.some(([, column]) => column === answer.field) ? answer.field : item.cells?.[0]?.[1];
    pending.refuse(item.cells ?? [], knownAs(item), answer.message);
    const uid = answer.row ?? item.cells?.[0]?.[0];
    const row = uid && rows.row(String(uid));
    this.editor.refused({ message: answer.message, row, field });
  }

  // The other's version of the rows stands; mine is given up, or laid over it when it is sent again.
  async conflict(item, answer) {
    const { rows, pending, dialogs } = this.editor;
    const keepMine = await dialogs.conflict(item, answer);
    rows.take({ revision: answer.revision, rows: answer.theirs ?? [] });
    if (!keepMine) pending.done(item.cells ?? [], knownAs(item));
    this.editor.rowsChanged();
    if (!keepMine) this.editor.reload();
    return keepMine;
  }
}
