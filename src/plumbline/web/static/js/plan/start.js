// Begins the editor on its page: the plan is fetched, then keys, pointers and buttons are heard.
import { Editor } from "./editor.js";
import { Keys } from "./keys.js";

const root = document.getElementById("plan-fluent");

function hearPointers(editor) {
  const { grid } = editor.table;
  grid.addEventListener("click", (event) => {
    const line = event.target.closest("[data-uid]");
    const cell = event.target.closest("[data-column]");
    if (!line || !cell || cell.classList.contains("writing")) return;
    const { uid } = line.dataset;
    const isHere = editor.cursor.uid === uid && editor.cursor.column === cell.dataset.column;
    editor.cursor.isWriting = false;
    if (event.target.closest(".plan-fold")) {
      editor.cursor.go(uid, "name");
      editor.fold(uid);
      return;
    }
    if (editor.choosesSeveral || event.ctrlKey || event.metaKey) editor.cursor.choose(uid);
    else editor.cursor.go(uid, cell.dataset.column, event.shiftKey);
    editor.focus();
    if (event.target.closest("[data-findings]")) editor.commands.rowFindings();
    else if (isHere && event.pointerType === "touch") editor.write();
  });
  grid.addEventListener("dblclick", (event) => {
    if (event.target.closest("[data-column]") && !editor.typing.isOn) editor.write();
  });
  editor.chart.svg.addEventListener("click", (event) => {
    const bar = event.target.closest("g[data-uid]");
    if (!bar) return;
    editor.cursor.go(bar.dataset.uid);
    editor.focus();
  });
}

function hearButtons(editor) {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-do]");
    if (!button) return;
    const menu = button.closest("details.menu");
    if (menu) menu.open = false;
    if (button.getAttribute("aria-disabled") === "true") return;
    if (button.dataset.closes !== undefined) button.closest("dialog").close();
    editor.commands[button.dataset.do]();
  });
  for (const box of editor.root.querySelectorAll("[data-layer]")) {
    box.checked = editor.view.shows(box.dataset.layer);
    box.addEventListener("change", () => {
      editor.view.toggle("layers", box.dataset.layer);
      editor.chart.redraw();
    });
  }
}

function hearTheWorld(editor) {
  // before the list of the other pages' keys
  document.addEventListener("keydown", (event) => {
    const isText = event.target.closest?.("input, textarea, select, [role=treegrid]");
    if (event.key !== "?" || isText || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    editor.commands.keys();
  }, { capture: true });
  addEventListener("beforeunload", (event) => {
    editor.typing.commit();
    if (!editor.queue.isEmpty) event.preventDefault();
  });
  addEventListener("online", () => editor.queue.tryAgain());
  document.addEventListener("visibilitychange", () => document.hidden || editor.lookAgain());
  let width = innerWidth;
  addEventListener("resize", () => {
    if (innerWidth !== width) editor.layOut();
    width = innerWidth;
  });
}

async function start() {
  const token = root.querySelector("[name=csrfmiddlewaretoken]").value;
  const address = root.dataset.rows.replace(/rows\.json$/, "");
  const editor = new Editor(root, { address, token, draft: root.dataset.draft });
  new Keys(editor, editor.table.grid);
  hearPointers(editor);
  hearButtons(editor);
  hearTheWorld(editor);
  const isThere = await editor.load();
  root.querySelector(".plan-loading").hidden = isThere;
  if (!isThere) root.querySelector(".plan-loading").textContent = "The plan could not be loaded. Load the page again in a moment.";
  root.dataset.ready = String(isThere);
}

if (root) start();
