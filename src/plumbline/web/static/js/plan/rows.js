// The rows of a plan as the page knows them: what the server said last, and rows that it has not answered for yet.
const DATES = ["start", "finish"];
const NOTHING = {
  id: "", name: "", kind: "task", duration: "", remaining: "", percent: "", start: null, finish: null, actual_start: null,
  actual_finish: null, deadline: null, constraint: "", constraint_date: null, calendar: "", owner: "", predecessors: "",
  links: [], float: null, critical: false, baseline_start: null, baseline_finish: null, driving: [], criteria: 0,
};

export const isUnsent = (uid) => uid.startsWith("new:");

export class Rows {
  constructor() {
    this.byUid = new Map();
    this.fromServer = [];
    this.order = [];
    this.shown = [];
    this.placeOf = new Map();
    this.collapsed = new Set();
    this.unsent = new Map(); // uid of the page: the row it follows, or null for the end
    this.head = {};
    this.revision = 0;
  }

  load({ revision, head, order, rows }) {
    const unsent = [...this.unsent.keys()].map((uid) => this.byUid.get(uid));
    this.byUid = new Map([...rows, ...unsent].map((row) => [row.uid, row]));
    Object.assign(this, { revision, head, fromServer: order ?? rows.map((row) => row.uid) });
    this.arrange();
  }

  // What an answer changed: uids that are new, and for each other row the fields that differ.
  take({ revision, head, order, rows = [], removed = [] }) {
    const added = [];
    const changed = new Map();
    for (const row of rows) {
      const before = this.byUid.get(row.uid);
      if (!before) added.push(row.uid);
      else changed.set(row.uid, new Set(Object.keys(row).filter((field) => String(row[field]) !== String(before[field]))));
      this.byUid.set(row.uid, row);
    }
    for (const uid of removed) this.byUid.delete(uid);
    if (order) this.fromServer = order;
    else if (added.length || removed.length) {
      this.fromServer = [...this.fromServer, ...added].filter((uid) => this.byUid.has(uid));
    }
    if (head) this.head = head;
    this.revision = revision;
    this.arrange();
    return { added, changed, moved: [...changed].filter(([, fields]) => DATES.some((date) => fields.has(date))) };
  }

  arrange() {
    this.order = [...this.fromServer];
    for (const [uid, after] of this.unsent) {
      const at = after && this.byUid.has(after) ? this.order.indexOf(after) : -1;
      let place = at < 0 ? this.order.length : at + 1;
      if (at >= 0) while (place < this.order.length && this.isBelow(this.order[place], after)) place += 1;
      this.order.splice(place, 0, uid);
    }
    this.parents = new Set(this.order.map((uid) => this.byUid.get(uid).parent).filter(Boolean));
    this.show();
  }

  show() {
    const hidden = new Set();
    this.shown = this.order.filter((uid) => {
      const { parent } = this.byUid.get(uid);
      if (parent && (hidden.has(parent) || this.collapsed.has(parent))) hidden.add(uid);
      return !hidden.has(uid);
    });
    this.placeOf = new Map(this.shown.map((uid, place) => [uid, place]));
  }

  row(uid) {
    return this.byUid.get(uid);
  }

  hasRowsBelow(uid) {
    return this.parents.has(uid);
  }

  isBelow(uid, ancestor) {
    for (let row = this.byUid.get(uid); row?.parent; row = this.byUid.get(row.parent)) {
      if (row.parent === ancestor) return true;
    }
    return false;
  }

  below(uid) {
    return this.order.filter((each) => this.isBelow(each, uid));
  }

  siblings(uid) {
    const { parent } = this.byUid.get(uid);
    return this.order.filter((each) => this.byUid.get(each).parent === parent);
  }

  byId(id) {
    return this.order.find((uid) => this.byUid.get(uid).id === id);
  }

  // The links of a row, from both ends: [predecessor, successor, kind, lag].
  linksOf(uid) {
    const all = this.order.flatMap((each) => this.byUid.get(each).links.map(([from, ...rest]) => [from, each, ...rest]));
    return all.filter(([from, to]) => from === uid || to === uid);
  }

  begin(uid, after) {
    const beside = after ? this.byUid.get(after) : null;
    this.byUid.set(uid, { ...NOTHING, uid, level: beside?.level ?? 1, parent: beside?.parent ?? null });
    this.unsent.set(uid, after);
    this.arrange();
  }

  forget(uid) {
    const before = this.unsent.get(uid);
    if (!this.unsent.delete(uid)) return;
    this.byUid.delete(uid);
    for (const [other, follows] of this.unsent) if (follows === uid) this.unsent.set(other, before);
    this.arrange();
  }

  // A row of the page has become one of the server.
  settle(uid, known) {
    this.unsent.delete(uid);
    this.byUid.delete(uid);
    for (const [other, follows] of this.unsent) if (follows === uid) this.unsent.set(other, known);
    this.arrange();
  }

  toggle(uid, collapse = !this.collapsed.has(uid)) {
    if (collapse) this.collapsed.add(uid);
    else this.collapsed.delete(uid);
    this.show();
  }

  reveal(uid) {
    for (let row = this.byUid.get(uid); row?.parent; row = this.byUid.get(row.parent)) this.collapsed.delete(row.parent);
    this.show();
  }
}
