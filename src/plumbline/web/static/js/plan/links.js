// Links as lines with corners and a head, all of one kind in one path.
import { ends, middle } from "./bars.js";

const STUB = 7;

function line(kind, fromX, fromY, toX, toY) {
  const leaves = kind[0] === "F" ? 1 : -1; // to the right of a finish, to the left of a start
  const arrives = kind[1] === "S" ? -1 : 1;
  const out = fromX + leaves * STUB;
  const before = toX + arrives * STUB;
  const head = `M${toX} ${toY}l${arrives * 5}-3.5v7Z`;
  if (leaves !== arrives && leaves * (before - out) >= 0) return `M${fromX} ${fromY}H${out}V${toY}H${toX}${head}`;
  if (leaves === arrives) {
    const beyond = leaves > 0 ? Math.max(out, before) : Math.min(out, before);
    return `M${fromX} ${fromY}H${beyond}V${toY}H${toX}${head}`;
  }
  const between = toY + (toY > fromY ? -16 : 16);
  return `M${fromX} ${fromY}H${out}V${between}H${before}V${toY}H${toX}${head}`;
}

// The d of ordinary and of driving critical links that touch the rows from first to last.
export function linkPaths(rows, { first, last }, x) {
  const plain = [];
  const driving = [];
  for (const [uid, index] of rows.placeOf) {
    const row = rows.row(uid);
    const to = row.links.length ? ends(row) : null;
    if (!to) continue;
    for (const [predecessor, kind] of row.links) {
      const other = rows.placeOf.get(predecessor);
      if (other === undefined || Math.max(index, other) < first || Math.min(index, other) > last) continue;
      const before = rows.row(predecessor);
      const from = ends(before);
      if (!from) continue;
      const fromX = x(kind[0] === "F" ? from.to : from.from);
      const toX = x(kind[1] === "S" ? to.from : to.to);
      const path = line(kind, fromX, middle(other), toX, middle(index));
      const isCritical = row.critical && before.critical && row.driving.includes(predecessor);
      (isCritical ? driving : plain).push(path);
    }
  }
  return { plain: plain.join(""), driving: driving.join("") };
}
