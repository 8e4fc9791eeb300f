// Cells whose new value is on its way to the server, or was refused by it: “uid column” and what was typed.
import { byKey } from "./columns.js";

export class Pending {
  constructor() {
    this.cells = new Map();
  }

  get(place) {
    return this.cells.get(place);
  }

  wait(cells, text, key) {
    for (const [uid, column] of cells) this.cells.set(`${uid} ${column}`, { text, key, state: "waiting" });
  }

  // Only where nothing newer was typed meanwhile.
  done(cells, key) {
    for (const [uid, column] of cells) if (this.get(`${uid} ${column}`)?.key === key) this.cells.delete(`${uid} ${column}`);
  }

  refuse(cells, key, message) {
    for (const [uid, column] of cells) {
      const cell = this.get(`${uid} ${column}`);
      if (cell?.key === key) Object.assign(cell, { state: "refused", message });
    }
  }

  isRefused(uid, column) {
    return this.get(`${uid} ${column}`)?.state === "refused";
  }

  forgetRefused(uid, column) {
    if (this.isRefused(uid, column)) this.cells.delete(`${uid} ${column}`);
  }

  rename(from, to) {
    for (const [place, cell] of [...this.cells]) {
      const [uid, column] = place.split(" ");
      if (uid !== from) continue;
      this.cells.delete(place);
      this.cells.set(`${to} ${column}`, cell);
    }
  }

  forget(uid) {
    for (const column of byKey.keys()) this.cells.delete(`${uid} ${column}`);
  }

  clear() {
    this.cells.clear();
  }
}
