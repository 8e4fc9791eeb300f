// What one row of the plan looks like in the chart. Every shape says by its form what it is; colour comes on top.
import { afterWork, place } from "./dates.js";
import { ROW } from "./stage.js";

const SVG = "http://www.w3.org/2000/svg";
const TOP = 8;
const HIGH = 14;

export function draw(name, given, text = "") {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(given)) made.setAttribute(key, value);
  if (text) made.textContent = text;
  return made;
}

export function ends(row) {
  if (!row.start && !row.finish) return null;
  const from = place(row.start ?? row.finish);
  return { from, to: Math.max(place(row.finish ?? row.start), from) };
}

const diamond = (x, y, size, kind) => draw("path", { class: kind, d: `M${x} ${y - size}l${size} ${size}-${size} ${size}-${size}-${size}Z` });
const box = (kind, x, y, width, height) => draw("rect", { class: kind, x, y, width: Math.max(width, 1.5), height });

// x: a day as a place in the chart.
export function drawRow(row, x, view, nonWorking) {
  const group = draw("g", { "data-uid": row.uid });
  const where = ends(row);
  const isCritical = row.critical && view.shows("critical") && row.kind !== "summary";
  if (view.shows("baseline")) group.append(...baseline(row, x));
  if (where) {
    const [left, right] = [x(where.from), x(where.to)];
    if (row.kind === "milestone") group.append(diamond(right, TOP + HIGH / 2, 8, `gantt-milestone${isCritical ? " critical" : ""}`));
    else if (row.kind === "summary") group.append(summary(left, right));
    else group.append(...bar(row, left, right, isCritical));
    const floats = view.shows("float") && row.float > 0 && row.kind !== "summary";
    const end = floats ? x(afterWork(where.to, row.float, nonWorking)) : right;
    if (floats) group.append(float(right, end));
    if (row.kind !== "summary") group.append(...handles(left, right, row.kind));
    group.append(draw("text", { class: "plan-beside", x: end + 14, y: TOP + 11 }, row.name.slice(0, 60)));
  }
  if (row.deadline) group.append(deadline(row, x));
  return group;
}

function bar(row, left, right, isCritical) {
  const kind = row.kind === "level of effort" ? "gantt-activity effort" : `gantt-activity${isCritical ? " critical" : ""}`;
  const drawn = [box(kind, left, TOP, right - left, HIGH)];
  if (isCritical) drawn.push(box("plan-hatch", left, TOP, right - left, HIGH));
  if (row.percent > 0) {
    const share = Math.min(row.percent, 100) / 100;
    drawn.push(box(`gantt-activity${isCritical ? " critical" : ""} done`, left, TOP + 4.5, (right - left) * share, 5));
  }
  return drawn;
}

function summary(left, right) {
  const width = Math.max(right - left, 2);
  const foot = Math.min(6, width / 2);
  const y = TOP + 1;
  const d = `M${left} ${y}h${width}v11l-${foot}-6h-${width - 2 * foot}l-${foot} 6Z`;
  return draw("path", { class: "gantt-summary", d });
}

function baseline(row, x) {
  if (!row.baseline_start && !row.baseline_finish) return [];
  const left = x(place(row.baseline_start ?? row.baseline_finish));
  const right = x(place(row.baseline_finish ?? row.baseline_start));
  if (row.kind === "milestone") return [diamond(right, TOP + HIGH / 2, 10, "gantt-baseline hollow")];
  return [box("gantt-baseline", left, TOP + HIGH + 2, right - left, 4)];
}

function float(left, right) {
  return draw("path", { class: "plan-float", d: `M${left} ${TOP + HIGH - 2}H${right}m0-4v8` });
}

function deadline(row, x) {
  const at = x(place(`${row.deadline.slice(0, 10)}T17:00`));
  const isLate = row.finish && row.finish.slice(0, 10) > row.deadline.slice(0, 10);
  return draw("path", { class: `plan-deadline${isLate ? " late" : ""}`, d: `M${at - 6} ${TOP - 4}h12l-6 9Z` });
}

// What one draws a link from; only a pointer needs them.
function handles(left, right, kind) {
  const y = TOP + HIGH / 2;
  const both = kind === "milestone" ? [[right, "finish"]] : [[left, "start"], [right, "finish"]];
  return both.map(([at, end]) => draw("circle", { class: "plan-handle", cx: at + (end === "start" ? -5 : 5), cy: y, r: 5, "data-end": end }));
}

export const middle = (index) => index * ROW + TOP + HIGH / 2;
