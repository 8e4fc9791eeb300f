// Rows as tab-separated text, as spreadsheets write and read it.
import { COLUMNS, isReadOnly, sentValue, typedValue } from "./columns.js";

const HEADS = new Map([["level", "level"], ...COLUMNS.filter((each) => !each.readOnly).map((each) => [each.title.toLowerCase(), each.key])]);

const quoted = (text) => (text.includes("\"") ? `"${text.replaceAll("\"", "\"\"")}"` : text);
const clean = (text) => quoted(text.replace(/[\t\r\n]+/g, " "));
const copied = (column, row) => clean(typedValue(column, row));

// One cell alone is its text; several rows come with a line of heads.
export function copyText(editor) {
  const { cursor, rows, table } = editor;
  const uids = cursor.selected;
  const columns = table.columns.filter((each) => !each.readOnly);
  if (uids.length < 2) {
    const column = columns.find((each) => each.key === cursor.column);
    return column && cursor.uid ? copied(column, rows.row(cursor.uid)) : "";
  }
  const heads = ["Level", ...columns.map((each) => each.title)];
  return [heads, ...uids.map((uid) => [rows.row(uid).level, ...columns.map((each) => copied(each, rows.row(uid)))])].map((line) => line.join("\t")).join("\n");
}

// One value goes into the chosen cells. Lines with a line of heads become rows after this one; without, they go over the
// rows from this one on, their columns from this cell on, as in a spreadsheet.
export function pasteText(editor, text) {
  const { cursor, rows, table, edits } = editor;
  const tidy = text.replace(/\r\n?/g, "\n").replace(/\n+$/, "");
  if (!tidy) return;
  const column = table.columns.find((each) => each.key === cursor.column);
  if (!/[\t\n]/.test(tidy) && column && column.key !== "mark" && cursor.uid) {
    edits.set(cursor.selected.filter((uid) => !isReadOnly(column, rows.row(uid))), column, sentValue(column, tidy), tidy);
    return;
  }
  const open = table.columns.filter((each) => !each.readOnly);
  const from = Math.max(open.findIndex((each) => each.key === cursor.column), 0);
  const heads = tidy.split("\n")[0].split("\t").map((each) => each.trim().toLowerCase());
  const isTitled = heads.every((head) => HEADS.has(head));
  const columns = isTitled ? heads.map((head) => HEADS.get(head)) : open.slice(from).map((each) => each.key);
  const known = cursor.selected.filter((uid) => !rows.unsent.has(uid));
  const place = isTitled ? { after: known.at(-1) ?? "" } : { at: known[0] ?? "" };
  edits.send("paste", { ...place, columns: columns.join(","), text: isTitled ? tidy.slice(tidy.indexOf("\n") + 1) : tidy });
}
