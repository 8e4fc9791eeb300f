// Going from cell to cell, and in and out of writing.
export class Moving {
  constructor(editor) {
    this.editor = editor;
  }

  // Begins to write where one is; text replaces what stands there.
  write(text = null) {
    const { cursor, typing, table } = this.editor;
    if (!cursor.uid) return this.editor.commands.insertAtEnd();
    const column = cursor.column === "mark" ? "name" : cursor.column;
    if (column !== cursor.column) cursor.go(cursor.uid, column);
    if (!cursor.isWriting) cursor.home = column;
    table.focus(cursor.uid, column);
    return typing.begin(cursor.uid, column, text);
  }

  cancel() {
    const { typing, cursor, rows, edits } = this.editor;
    const { uid } = typing.now;
    typing.cancel();
    cursor.isWriting = false;
    if (rows.unsent.has(uid) && !edits.isQueued(uid)) this.dropNew(uid);
    this.editor.focus();
  }

  // A new row that nothing was written in was never there.
  dropNew(uid) {
    const { rows, cursor, pending } = this.editor;
    const place = rows.placeOf.get(uid) ?? 0;
    pending.forget(uid);
    rows.forget(uid);
    cursor.settle(Math.max(place - 1, 0));
    this.editor.rowsChanged();
  }

  enter(step) {
    const { typing, cursor, rows, edits, commands } = this.editor;
    const { uid, field } = typing.now;
    if (rows.unsent.has(uid) && !edits.isQueued(uid) && !field.value.trim()) return this.cancel();
    typing.commit();
    if (cursor.selected.length < 2) {
      if (cursor.isWriting) cursor.column = cursor.home;
      cursor.isWriting = false;
      const isLast = rows.placeOf.get(uid) === rows.shown.length - 1;
      if (step > 0 && isLast) return commands.insertAtEnd();
      cursor.step(step);
    }
    return this.editor.focus();
  }

  // False at the end of the plan, where Tab leaves the table.
  tab(step) {
    const { typing, cursor, rows, table } = this.editor;
    typing.commit();
    const columns = table.columns.filter((each) => each.key !== "mark");
    const at = columns.findIndex((each) => each.key === cursor.column) + step;
    const place = (rows.placeOf.get(cursor.uid) ?? 0) + (at < 0 ? -1 : at >= columns.length ? 1 : 0);
    if (place < 0 || place >= rows.shown.length) return false;
    cursor.isWriting = true;
    cursor.go(rows.shown[place], columns[(at + columns.length) % columns.length].key);
    this.editor.focus();
    return true;
  }

  commitAnd(go) {
    this.editor.typing.commit();
    this.editor.cursor.isWriting = false;
    go();
    this.editor.focus();
  }

  sideways(step) {
    const { cursor, table } = this.editor;
    const at = table.columns.findIndex((each) => each.key === cursor.column) + step;
    if (table.columns[at]) cursor.go(cursor.uid, table.columns[at].key);
  }

  toColumn(place) {
    const { cursor, table } = this.editor;
    cursor.go(cursor.uid, table.columns.at(place).key);
  }

  chooseAll() {
    const { cursor, rows } = this.editor;
    if (!rows.shown.length) return;
    cursor.go(rows.shown[0]);
    cursor.go(rows.shown.at(-1), cursor.column, true);
  }
}
