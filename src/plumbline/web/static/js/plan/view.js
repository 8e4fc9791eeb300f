// What somebody chose to see of a plan, kept in the browser for the next time.
import { COLUMNS } from "./columns.js";

const KEPT = "plan-view";
const STANDARD = { columns: [], layers: ["critical", "date", "links"], zoom: 2, table: 0, chart: null };
export const ZOOMS = [["Days", 32], ["Days, narrow", 18], ["Weeks", 9], ["Weeks, narrow", 5], ["Months", 2.6], ["Quarters", 1.1], ["Years", 0.4]];
export const LAYERS = [
  ["critical", "Critical path"], ["baseline", "Baseline"], ["date", "Data date"], ["float", "Total float"], ["links", "Links"],
];

export class View {
  constructor(storage) {
    this.storage = storage;
    Object.assign(this, structuredClone(STANDARD));
    try {
      Object.assign(this, JSON.parse(storage.getItem(KEPT) ?? "{}"));
    } catch {
      // what cannot be read is as if nothing had been chosen
    }
  }

  // At most so many columns as the width has room for: a tablet shows what matters most.
  shownColumns(width) {
    const isNarrow = width < 960;
    const spared = isNarrow ? ["predecessors", "owner"] : [];
    return COLUMNS.filter((each) => !each.chosen || this.columns.includes(each.key)).filter((each) => !spared.includes(each.key));
  }

  get scale() {
    return ZOOMS[this.zoom]?.[1] ?? ZOOMS[2][1];
  }

  shows(layer) {
    return this.layers.includes(layer);
  }

  showsChart(width) {
    return this.chart ?? width >= 960;
  }

  change(values) {
    Object.assign(this, values);
    const { columns, layers, zoom, table, chart } = this;
    try {
      this.storage.setItem(KEPT, JSON.stringify({ columns, layers, zoom, table, chart }));
    } catch {
      // it then holds for this page only
    }
  }

  toggle(list, value) {
    const has = this[list].includes(value);
    this.change({ [list]: has ? this[list].filter((each) => each !== value) : [...this[list], value] });
    return !has;
  }
}
