// The bar between table and chart: dragged, or moved with the arrow keys.
const STEP = 24;
const LEAST = 180;

export class Splitter {
  constructor(root, editor) {
    this.bar = root.querySelector(".plan-splitter");
    this.stage = root.querySelector(".plan-stage");
    this.editor = editor;
    this.bar.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      this.bar.setPointerCapture(event.pointerId);
      this.dragging = true;
    });
    this.bar.addEventListener("pointermove", (event) => this.dragging && this.put(event.clientX - this.stage.getBoundingClientRect().left));
    this.bar.addEventListener("pointerup", () => this.drop());
    this.bar.addEventListener("pointercancel", () => this.drop());
    this.bar.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
      if (!step) return;
      event.preventDefault();
      this.put(this.width + step);
      this.drop();
    });
  }

  put(width) {
    const most = Math.max(this.stage.clientWidth - LEAST, LEAST);
    this.width = Math.round(Math.min(Math.max(width, LEAST), most));
    this.stage.style.setProperty("--plan-split", `${this.width}px`);
    this.bar.setAttribute("aria-valuenow", Math.round((this.width / Math.max(this.stage.clientWidth, 1)) * 100));
    this.editor.chart.measureSize();
    this.editor.stage.ask();
  }

  drop() {
    this.dragging = false;
    this.editor.view.change({ table: this.width });
    this.editor.stage.measure();
  }

  // As it was left, or with room for all columns up to three fifths.
  begin() {
    this.put(this.editor.view.table || Math.min(this.editor.table.width + 2, this.stage.clientWidth * 0.6));
  }
}
