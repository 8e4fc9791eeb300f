// One scroll for table and chart: a long empty box scrolls, and what is seen stands still above it and is drawn anew for
// each place. So both halves always show the same rows, however fast one scrolls.
export const ROW = 32;
export const HEAD = 44;
const BATCH = 4; // so many rows come and go together

export class Stage {
  constructor(root) {
    this.scroller = root.querySelector(".plan-scroll");
    this.length = root.querySelector(".plan-length");
    this.stage = root.querySelector(".plan-stage");
    this.parts = [];
    this.count = 0;
    this.waiting = 0;
    this.tallest = ROW;
    this.scroller.addEventListener("scroll", () => this.ask(), { passive: true });
    new ResizeObserver(() => this.measure()).observe(this.scroller);
  }

  // part: measureSize(), then draw(window of rows) and room(), the height it has for rows. Nothing is measured while
  // drawing: that would make the browser lay everything out twice for each frame.
  add(part) {
    this.parts.push(part);
  }

  measure() {
    this.height = this.scroller.clientHeight;
    this.stage.style.height = `${this.height}px`;
    for (const part of this.parts) part.measureSize();
    this.tallest = Math.max(...this.parts.map((each) => (each.isHidden ? 0 : each.room())), ROW);
    this.room = Math.max(Math.min(...this.parts.filter((each) => !each.isHidden).map((each) => each.room())), ROW);
    this.setCount(this.count);
  }

  setCount(count) {
    this.count = count;
    this.length.style.height = `${Math.max(count * ROW + this.height - this.room, this.height)}px`;
    this.ask();
  }

  ask() {
    this.waiting ||= requestAnimationFrame(() => this.draw());
  }

  // At once, where something is about to be focused.
  draw() {
    cancelAnimationFrame(this.waiting);
    this.waiting = 0;
    const top = this.scroller.scrollTop;
    const first = Math.max((Math.floor(top / ROW / BATCH) - 1) * BATCH, 0);
    const last = Math.min((Math.ceil((top + this.tallest) / ROW / BATCH) + 1) * BATCH, this.count) - 1;
    for (const part of this.parts) if (!part.isHidden) part.draw({ top, first, last });
  }

  get page() {
    return Math.max(Math.floor(this.room / ROW) - 1, 1);
  }

  show(place) {
    const { scrollTop } = this.scroller;
    const above = place * ROW;
    if (above < scrollTop) this.scroller.scrollTop = above;
    else if (above + ROW > scrollTop + this.room) this.scroller.scrollTop = above + ROW - this.room;
    this.draw();
  }
}
