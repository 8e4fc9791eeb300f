// Rows as tab-separated text, as spreadsheets write and read it.
import { isReadOnly, sentValue, typedValue } from "./columns.js";

// rows that are copied within a plan get numbers of their own, and dates by their links
const CALCULATED = ["id", "start", "finish"];
const clean = (text) => text.replace(/[\t\r\n]+/g, " ");
const copied = (column, row) => clean(typedValue(column, row));

// One cell alone is its text; several rows come with a line of heads.
let lastCopied = "";

export function copyText(editor) {
  lastCopied = textOf(editor);
  return lastCopied;
}

function textOf(editor) {
  const { cursor, rows, table } = editor;
  const uids = cursor.selected;
  const columns = table.columns.filter((each) => !each.readOnly);
  if (uids.length < 2) {
    const column = columns.find((each) => each.key === cursor.column);
    return column && cursor.uid ? copied(column, rows.row(cursor.uid)) : "";
  }
  const heads = columns.map((each) => each.title);
  return [heads, ...uids.map((uid) => columns.map((each) => copied(each, rows.row(uid))))].map((line) => line.join("\t")).join("\n");
}

// One value goes into the chosen cells; more become rows after this one, their columns from this one on.
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
  const titled = heads.every((head) => open.some((each) => each.title.toLowerCase() === head));
  const after = cursor.selected.at(-1) ?? "";
  const columns = titled ? heads.map((head) => open.find((each) => each.title.toLowerCase() === head).key) : open.slice(from).map((each) => each.key);
  const lines = tidy.split("\n").slice(titled ? 1 : 0).map((line) => line.split("\t"));
  const isOwn = titled && tidy === lastCopied;
  const kept = columns.map((_, index) => index).filter((index) => !(isOwn && CALCULATED.includes(columns[index])));
  const width = Math.max(...lines.map((line) => line.length));
  const used = kept.filter((index) => index < width);
  const body = lines.map((line) => used.map((index) => line[index] ?? "").join("\t")).join("\n");
  edits.send("paste", { after: rows.unsent.has(after) ? "" : after, columns: used.map((index) => columns[index]).join(","), text: body });
}
