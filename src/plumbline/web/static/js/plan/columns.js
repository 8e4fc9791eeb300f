// What the table of a plan can show, and how each value is written and typed.
import { isoDate, shownDate } from "./dates.js";

const CONSTRAINTS = [
  ["", "None (as soon as possible)"], ["SNET", "SNET: start no earlier than"], ["FNET", "FNET: finish no earlier than"],
  ["SNLT", "SNLT: start no later than"], ["FNLT", "FNLT: finish no later than"], ["MSO", "MSO: must start on"],
  ["MFO", "MFO: must finish on"], ["SO", "SO: start on"], ["FO", "FO: finish on"], ["ALAP", "ALAP: as late as possible"],
];
const KINDS = [["task", "Task"], ["milestone", "Milestone"], ["level of effort", "Level of effort"]];

export const COLUMNS = [
  { key: "mark", title: "Findings", short: "", width: 40, always: true, readOnly: true },
  { key: "id", title: "Number", short: "No.", width: 56, always: true },
  { key: "name", title: "Name", width: 250, always: true },
  { key: "duration", title: "Duration", width: 78, end: true, ofWork: true, hint: "5d, 2w, 3h; 4ed counts every day" },
  { key: "start", title: "Start", width: 112, isDate: true, ofWork: true },
  { key: "finish", title: "Finish", width: 112, isDate: true, ofWork: true },
  { key: "predecessors", title: "Predecessors", width: 128, hint: "12FS+2d; 7SS" },
  { key: "owner", title: "Owner", width: 136, hint: "Several are parted by a semicolon" },
  { key: "percent", title: "Percent", short: "%", width: 52, end: true, ofWork: true },
  { key: "constraint", title: "Constraint", width: 96, choices: () => CONSTRAINTS, chosen: true },
  { key: "constraint_date", title: "Constraint date", width: 116, isDate: true, chosen: true },
  { key: "deadline", title: "Deadline", width: 112, isDate: true, chosen: true },
  { key: "remaining", title: "Remaining", width: 86, end: true, ofWork: true, chosen: true },
  { key: "actual_start", title: "Actual start", width: 112, isDate: true, ofWork: true, chosen: true },
  { key: "actual_finish", title: "Actual finish", width: 112, isDate: true, ofWork: true, chosen: true },
  { key: "calendar", title: "Calendar", width: 116, choices: ({ calendars = [] }) => [["", "That of the plan"], ...calendars], chosen: true },
  { key: "kind", title: "Kind", width: 110, choices: () => KINDS, ofWork: true, chosen: true },
  { key: "float", title: "Total float", width: 84, end: true, readOnly: true, chosen: true },
];
export const byKey = new Map(COLUMNS.map((column) => [column.key, column]));
export const CHOSEN = COLUMNS.filter((column) => column.chosen);

export function isReadOnly(column, row) {
  return Boolean(column.readOnly || (column.ofWork && row.kind === "summary"));
}

// As the table shows it.
export function shownValue(column, row, language) {
  const value = row[column.key];
  if (value === null || value === undefined || value === "") return "";
  if (column.isDate) return shownDate(value, language);
  if (column.key === "float") return `${Number(value).toLocaleString(language, { maximumFractionDigits: 1 })}d`;
  if (column.key === "percent") return `${Number(value).toLocaleString(language, { maximumFractionDigits: 1 })}%`;
  return String(value);
}

// As one begins to change it.
export function typedValue(column, row) {
  const value = row[column.key] ?? "";
  return column.isDate ? String(value).slice(0, 10) : String(value);
}

// As the server reads what was typed.
export function sentValue(column, text) {
  const typed = column.key === "name" ? text.replace(/\s+/g, " ").trim() : text.trim();
  if (column.key === "percent") return typed.replace(/\s*%$/, "");
  return column.isDate ? isoDate(typed) : typed;
}
