// Which cell one is in, and which rows are chosen.
export class Cursor {
  constructor(rows) {
    this.rows = rows;
    this.uid = null;
    this.column = "name";
    this.anchor = null;
    this.others = new Set();
    this.isWriting = false; // Tab goes from cell to cell until an arrow or Escape says that one only looks
    this.home = "name"; // where Enter goes back to after Tab
  }

  go(uid, column = this.column, extend = false) {
    if (!extend) {
      this.anchor = uid;
      this.others.clear();
    }
    this.anchor ??= uid;
    this.uid = uid;
    this.column = column;
  }

  choose(uid) {
    if (!this.others.size) this.others = new Set(this.selected);
    if (this.others.has(uid) && this.others.size > 1) this.others.delete(uid);
    else this.others.add(uid);
    this.uid = this.others.has(uid) ? uid : [...this.others].at(-1);
    this.anchor = this.uid;
  }

  // In the order of the plan.
  get selected() {
    const { placeOf, shown } = this.rows;
    if (this.others.size) return shown.filter((uid) => this.others.has(uid));
    if (!placeOf.has(this.uid)) return [];
    const [from, to] = [placeOf.get(this.anchor) ?? placeOf.get(this.uid), placeOf.get(this.uid)].sort((a, b) => a - b);
    return shown.slice(from, to + 1);
  }

  has(uid) {
    if (this.others.size) return this.others.has(uid);
    const { placeOf } = this.rows;
    const [place, one, other] = [placeOf.get(uid), placeOf.get(this.anchor) ?? placeOf.get(this.uid), placeOf.get(this.uid)];
    return place !== undefined && place >= Math.min(one, other) && place <= Math.max(one, other);
  }

  // Steps over rows that are shown; stays at the ends.
  step(rows, extend = false) {
    const { shown, placeOf } = this.rows;
    const place = Math.min(Math.max((placeOf.get(this.uid) ?? 0) + rows, 0), shown.length - 1);
    if (shown.length) this.go(shown[place], this.column, extend);
  }

  // After rows came or went: the same row, or the one that stands at its place now.
  settle(place) {
    const { shown, placeOf } = this.rows;
    for (const uid of this.others) if (!placeOf.has(uid)) this.others.delete(uid);
    if (!placeOf.has(this.anchor)) this.anchor = null;
    if (placeOf.has(this.uid)) return;
    this.uid = shown[Math.min(place, shown.length - 1)] ?? null;
    this.anchor = this.uid;
  }

  rename(from, to) {
    if (this.uid === from) this.uid = to;
    if (this.anchor === from) this.anchor = to;
    if (this.others.delete(from)) this.others.add(to);
  }
}
