// The Gantt chart beside the table. The drawing is as large as what is seen; the place in time comes from a long empty
// box that scrolls sideways, the place in the plan from the table's scroll.
import { draw, drawRow, ends } from "./bars.js";
import { place, wholeDay, weekday } from "./dates.js";
import { linkPaths } from "./links.js";
import { HEAD, ROW } from "./stage.js";
import { spanOf, ticks, unitsFor } from "./timescale.js";

export class Chart {
  constructor(root, editor) {
    this.editor = editor;
    this.pane = root.querySelector(".plan-chart");
    this.time = root.querySelector(".plan-time");
    this.svg = root.querySelector(".plan-drawing");
    for (const name of ["axis", "ground", "links", "bars", "seen", "clip"]) this[name] = this.pane.querySelector(`.plan-${name}`);
    [this.plain, this.driving] = this.links.children;
    this.lines = this.svg.querySelector(".gantt-row");
    this.groups = new Map();
    this.isHidden = false;
    this.size = [0, 0];
    this.left = 0;
    this.linked = "";
    this.pane.addEventListener("scroll", () => this.scrolled(), { passive: true });
  }

  measureSize() {
    this.size = [this.pane.clientWidth, this.pane.clientHeight];
    this.left = Math.round(this.pane.scrollLeft);
  }

  room() {
    return this.size[1] - HEAD;
  }

  scrolled() {
    this.left = Math.round(this.pane.scrollLeft);
    this.editor.stage.ask();
  }

  // After rows, zoom or size changed.
  measure() {
    const { rows, view } = this.editor;
    const { data_date, start } = rows.head;
    const days = [data_date, start].map((each) => (each ? wholeDay(each) : null));
    for (const row of rows.byUid.values()) {
      for (const date of [row.start, row.finish, row.deadline, row.baseline_start, row.baseline_finish]) if (date) days.push(wholeDay(date));
    }
    const { from, to } = spanOf(days, view.scale, this.size[0]);
    const isNear = this.scale === view.scale && from >= this.from && from - this.from < 60 && to <= this.to && this.to - to < 180;
    if (!isNear) Object.assign(this, { from, to, scale: view.scale });
    this.time.style.width = `${Math.ceil((this.to - this.from) * view.scale)}px`;
    this.forget();
  }

  x = (day) => Math.round((day - this.from) * this.editor.view.scale * 10) / 10;

  forget(uids = null) {
    for (const uid of uids ?? [...this.groups.keys()]) {
      this.groups.get(uid)?.remove();
      this.groups.delete(uid);
    }
    this.linked = "";
  }

  draw({ top, first, last }) {
    const { rows } = this.editor;
    const { left } = this;
    const [width, height] = this.size;
    const window = [left, width, first, last].join();
    if (window !== this.window) this.setWindow(left, width, first, last);
    this.window = window;
    this.svg.style.transform = `translateY(${first * ROW - top}px)`;
    this.drawRows(first, last);
    const linked = [first, last, rows.revision, this.from, this.editor.view.scale].join();
    if (this.editor.view.shows("links") && linked !== this.linked) {
      const { plain, driving } = linkPaths(rows, { first, last }, this.x);
      this.plain.setAttribute("d", plain);
      this.driving.setAttribute("d", driving);
    }
    this.linked = linked;
    const time = [left, width, height, this.from, this.editor.view.scale].join();
    if (time !== this.timeSeen) this.drawTime(left, width, height);
    this.timeSeen = time;
  }

  // The drawing has the rows that are there; scrolling then only moves it, which costs nothing.
  setWindow(left, width, first, last) {
    const height = Math.max(last - first + 1, 0) * ROW;
    this.seen.style.width = `${width}px`;
    this.svg.setAttribute("width", width);
    this.svg.setAttribute("height", height);
    for (const part of [this.links, this.bars]) part.setAttribute("transform", `translate(${-left} ${-first * ROW})`);
    let d = "";
    for (let y = ROW - 0.5; y <= height; y += ROW) d += `M0 ${y}H${width}`;
    this.lines.setAttribute("d", d);
  }

  drawRows(first, last) {
    const { rows, view, cursor } = this.editor;
    const wanted = new Set(rows.shown.slice(first, last + 1));
    for (const uid of this.groups.keys()) if (!wanted.has(uid)) this.forget([uid]);
    for (const uid of wanted) {
      let group = this.groups.get(uid);
      if (!group) {
        group = drawRow(rows.row(uid), this.x, view, rows.head.non_working);
        this.groups.set(uid, group);
        this.bars.append(group);
      }
      const y = rows.placeOf.get(uid) * ROW;
      if (group.y !== y) group.setAttribute("transform", `translate(0 ${y})`);
      group.y = y;
      group.classList.toggle("here", cursor.uid === uid);
    }
  }

  // The axis, days off and the data date: what depends on the place in time only.
  drawTime(left, width, height) {
    const { view, rows, language } = this.editor;
    const { scale } = view;
    const [from, to] = [this.from + left / scale, this.from + (left + width) / scale];
    const axis = [draw("rect", { class: "plan-axis-ground", x: 0, y: 0, width, height: HEAD })];
    const ground = [];
    unitsFor(scale).forEach((unit, level) => {
      for (const [day, next, label] of ticks(unit, from, to, language)) {
        const at = Math.round(this.x(day) - left) + 0.5;
        axis.push(draw("path", { class: `gantt-tick${level ? " fine" : ""}`, d: `M${at} ${level ? 23 : 0}V${level ? HEAD : 23}` }));
        if (level) ground.push(draw("path", { class: "gantt-grid", d: `M${at} ${HEAD}V${height}` }));
        const begin = level ? at + 4 : Math.max(at + 4, 4);
        if (at + (next - day) * scale - begin < label.length * (level ? 6.5 : 7.5)) continue;
        axis.push(draw("text", { class: `gantt-scale${level ? "" : " coarse"}`, x: begin, y: level ? 38 : 16 }, label));
      }
    });
    axis.push(draw("path", { class: "gantt-tick", d: `M0 ${HEAD - 0.5}H${width}` }));
    if (scale >= 1.5) ground.unshift(...this.daysOff(Math.floor(from), to, left, height, rows.head.non_working ?? [5, 6]));
    const at = this.dataDate(left);
    if (at !== null) {
      ground.push(draw("path", { class: "gantt-plumb", d: `M${at} 0V${height}` }));
      axis.push(draw("path", { class: "gantt-bob", d: `M${at - 4} ${HEAD - 8}h8v3l-4 5-4-5Z` }));
    }
    for (const [part, drawn, high] of [[this.axis, axis, HEAD], [this.ground, ground, height]]) {
      part.setAttribute("width", width);
      part.setAttribute("height", high);
      part.replaceChildren(...drawn);
    }
  }

  // Days off that follow each other are one box.
  daysOff(from, to, left, height, off) {
    const boxes = [];
    for (let day = from; day < to; day += 1) {
      if (!off.includes(weekday(day))) continue;
      const begin = day;
      while (off.includes(weekday(day + 1)) && day - begin < 7) day += 1;
      const x = this.x(begin) - left;
      boxes.push(draw("rect", { class: "gantt-weekend", x, y: HEAD, width: this.x(day + 1) - left - x, height: Math.max(height - HEAD, 0) }));
    }
    return boxes;
  }

  dataDate(left) {
    const { view, rows } = this.editor;
    return view.shows("date") && rows.head.data_date ? this.x(place(rows.head.data_date)) - left : null;
  }

  redraw() {
    this.timeSeen = "";
    this.plain.setAttribute("d", "");
    this.driving.setAttribute("d", "");
    this.measure();
    this.editor.stage.ask();
  }

  // The bar of a row into sight sideways.
  show(uid) {
    const where = ends(this.editor.rows.row(uid) ?? {});
    if (where) this.pane.scrollLeft = this.x(where.from) - Math.min(80, this.pane.clientWidth / 4);
  }

  zoom(steps, count) {
    const middle = this.from + (this.pane.scrollLeft + this.pane.clientWidth / 2) / this.editor.view.scale;
    const zoom = Math.min(Math.max(this.editor.view.zoom + steps, 0), count - 1);
    this.editor.view.change({ zoom });
    this.redraw();
    this.pane.scrollLeft = this.x(middle) - this.pane.clientWidth / 2;
  }
}
