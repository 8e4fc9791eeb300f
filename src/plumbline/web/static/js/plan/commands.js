// Everything one can do with a plan, by the name that its button bears in data-do. Keys call the same.
import { byKey, isReadOnly, typedValue } from "./columns.js";
import { copyText, pasteText } from "./clipboard.js";
import { ZOOMS } from "./view.js";

export function commandsOf(editor) {
  const { rows, cursor, edits, dialogs, chooser, findings, view } = editor;
  const here = () => (cursor.uid && rows.row(cursor.uid) ? cursor.uid : null);
  const sent = () => cursor.selected.filter((uid) => !rows.unsent.has(uid));
  const some = (then) => () => {
    const uids = sent();
    return uids.length ? then(uids) : editor.say("Choose a row first.");
  };
  const single = (then) => () => {
    const uid = here();
    return uid && !rows.unsent.has(uid) ? then(uid) : editor.say("Choose a row first.");
  };

  const insert = (after = sent().at(-1) ?? rows.order.at(-1) ?? null) => {
    if (editor.phone.isOn) return edits.send("add", { after: after ?? "", names: "New activity" });
    const uid = `new:${crypto.randomUUID().slice(0, 8)}`;
    rows.begin(uid, after);
    cursor.go(uid, "name");
    editor.rowsChanged();
    editor.write();
  };

  const move = (uids, step) => {
    const [first, last] = [uids[0], uids.at(-1)];
    const siblings = rows.siblings(step < 0 ? first : last);
    const neighbour = siblings[siblings.indexOf(step < 0 ? first : last) + step];
    if (!neighbour) return editor.say(step < 0 ? "It is the first on its level." : "It is the last on its level.");
    return edits.send("move", { rows: uids, [step < 0 ? "before" : "after"]: neighbour });
  };

  const zoom = (steps) => {
    editor.chart.zoom(steps, ZOOMS.length);
    editor.say(`Scale: ${ZOOMS[view.zoom][0]}`);
  };

  return {
    insert: () => insert(),
    insertAtEnd: () => insert(rows.order.at(-1) ?? null),
    remove: some(async (uids) => {
      if (await dialogs.confirmRemoval(uids)) edits.send("remove", { rows: uids }, { offersUndo: true });
    }),
    indent: some((uids) => edits.send("indent", { rows: uids })),
    outdent: some((uids) => edits.send("outdent", { rows: uids })),
    up: some((uids) => move(uids, -1)),
    down: some((uids) => move(uids, 1)),
    undo: () => (rows.head.undo || !editor.queue.isEmpty ? edits.undo() : editor.say("There is nothing to undo.")),
    redo: () => (rows.head.redo || !editor.queue.isEmpty ? edits.redo() : editor.say("There is nothing to redo.")),
    fill: some((uids) => {
      const column = byKey.get(cursor.column);
      if (uids.length < 2) return editor.say("Choose several rows first: Shift and the arrow keys.");
      if (column.key === "name" || column.key === "id" || column.readOnly) return editor.say(`${column.title} cannot be filled down.`);
      return edits.fill(uids.filter((uid) => !isReadOnly(column, rows.row(uid))), column);
    }),
    clear: some((uids) => {
      const column = byKey.get(cursor.column);
      const open = uids.filter((uid) => !isReadOnly(column, rows.row(uid)));
      if (open.length && typedValue(column, rows.row(open[0])) !== "") edits.set(open, column, "");
    }),
    link: single(async (uid) => {
      const given = await chooser.link(uid);
      if (given) edits.send("link", given);
    }),
    unlink: single(async (uid) => {
      const given = await chooser.unlink(uid);
      if (given) edits.send("unlink", given);
    }),
    split: single(async (uid) => {
      const parts = await dialogs.split(rows.row(uid));
      if (parts) edits.send("split", { row: uid, parts });
    }),
    find: async () => {
      const uid = await chooser.find();
      if (uid) editor.goTo(uid, cursor.column);
    },
    copy: async () => {
      const text = copyText(editor);
      const isCopied = await navigator.clipboard?.writeText(text).then(() => true, () => false);
      editor.say(isCopied ? "Copied." : "The browser does not allow it here; press Ctrl+C in the table.");
    },
    paste: async () => pasteText(editor, await dialogs.paste()),
    several: () => {
      editor.choosesSeveral = !editor.choosesSeveral;
      editor.say(editor.choosesSeveral ? "Rows that you press are chosen together." : "One row at a time.");
      editor.showButtons();
    },
    edit: () => editor.write(),
    fold: single((uid) => rows.hasRowsBelow(uid) && editor.fold(uid)),
    findings: () => findings.openAll(),
    rowFindings: single((uid) => findings.openRow(uid)),
    columns: () => dialogs.columns(),
    keys: () => dialogs.keys(),
    zoomIn: () => zoom(-1),
    zoomOut: () => zoom(1),
    bar: single((uid) => editor.chart.show(uid)),
    chart: () => {
      view.change({ chart: !view.showsChart(innerWidth) });
      editor.layOut();
    },
  };
}
