// A link drawn with a pointer: from an end of one bar to another bar. The half on which one lets go says which end it is.
export class Linking {
  constructor(editor, chart) {
    Object.assign(this, { editor, chart, from: null });
    this.line = chart.svg.querySelector(".plan-drawn");
    chart.svg.addEventListener("pointerdown", (event) => this.begin(event));
    chart.svg.addEventListener("pointermove", (event) => this.move(event));
    chart.svg.addEventListener("pointerup", (event) => this.end(event));
    chart.svg.addEventListener("pointercancel", () => this.stop());
  }

  begin(event) {
    const handle = event.target.closest?.(".plan-handle");
    if (!handle) return;
    event.preventDefault();
    this.chart.svg.setPointerCapture(event.pointerId);
    this.from = { uid: handle.parentElement.dataset.uid, end: handle.dataset.end, ...this.placeOf(event) };
    this.editor.say("Draw to the bar that hangs on it.");
  }

  move(event) {
    if (!this.from) return;
    const { x, y } = this.placeOf(event);
    this.line.setAttribute("d", `M${this.from.x} ${this.from.y}L${x} ${y}`);
  }

  placeOf(event) {
    const box = this.chart.svg.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  end(event) {
    if (!this.from) return;
    const { uid, end } = this.from;
    this.stop();
    const target = document.elementsFromPoint(event.clientX, event.clientY).map((each) => each.closest?.("g[data-uid]")).find(Boolean);
    if (!target || target.dataset.uid === uid) return this.editor.say("No link: let go over another bar.");
    const bar = target.querySelector(".gantt-activity, .gantt-milestone, .gantt-summary").getBoundingClientRect();
    const half = event.clientX <= bar.left + bar.width / 2 || target.querySelector(".gantt-milestone") ? "S" : "F";
    this.editor.edits.send("link", { predecessor: uid, successor: target.dataset.uid, kind: (end === "finish" ? "F" : "S") + half, lag: "" });
  }

  stop() {
    this.from = null;
    this.line.setAttribute("d", "");
  }
}
