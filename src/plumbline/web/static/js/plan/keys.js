// Keys in the table. What no line here names is left to the browser and to screen readers.
const COMMANDS = {
  "Insert": "insert", "Ctrl+Enter": "insert", "Ctrl+Delete": "remove", "Ctrl+Backspace": "remove", "Delete": "clear",
  "Alt+Shift+ArrowRight": "indent", "Alt+Shift+ArrowLeft": "outdent", "Alt+Shift+ArrowUp": "up", "Alt+Shift+ArrowDown": "down",
  "Ctrl+z": "undo", "Ctrl+y": "redo", "Ctrl+Shift+z": "redo", "Ctrl+d": "fill", "Ctrl+f": "find", "?": "keys", "Shift+?": "keys",
  "Alt+l": "link", "Alt+m": "rowFindings",
};

export function nameOf(event) {
  const control = event.ctrlKey || event.metaKey;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return `${control ? "Ctrl+" : ""}${event.altKey ? "Alt+" : ""}${event.shiftKey ? "Shift+" : ""}${key}`;
}

export class Keys {
  constructor(editor, grid) {
    this.editor = editor;
    grid.addEventListener("keydown", (event) => this.heard(event));
    grid.addEventListener("copy", (event) => this.copied(event));
    grid.addEventListener("paste", (event) => this.pasted(event));
  }

  heard(event) {
    if (event.isComposing || event.defaultPrevented) return;
    const { editor } = this;
    const isDone = editor.typing.isOn ? this.whileWriting(event) : this.whileLooking(event);
    if (!isDone) return;
    event.preventDefault();
    event.stopPropagation();
  }

  whileWriting(event) {
    const { editor } = this;
    const isChoice = editor.typing.now.field.tagName === "SELECT";
    if (event.key === "Escape") {
      editor.cancel();
      return true;
    }
    if (event.key === "Enter" && !event.altKey && !event.ctrlKey) {
      editor.enter(event.shiftKey ? -1 : 1);
      return true;
    }
    if (event.key === "Tab") return editor.tab(event.shiftKey ? -1 : 1);
    if (!isChoice && ["ArrowDown", "ArrowUp"].includes(event.key) && !editor.typing.now.field.list) {
      editor.commitAnd(() => editor.cursor.step(event.key === "ArrowDown" ? 1 : -1));
      return true;
    }
    // what is pressed here is text: no key of the page hears it
    if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
    return false;
  }

  whileLooking(event) {
    const { editor } = this;
    const name = nameOf(event);
    if (name in COMMANDS) {
      editor.commands[COMMANDS[name]]();
      return true;
    }
    if (this.moves(name)) return true;
    if (event.key === "Tab" && editor.cursor.isWriting) return editor.tab(event.shiftKey ? -1 : 1);
    if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return false;
    if (event.key === " ") return this.space(event);
    return editor.write(event.key) || true;
  }

  space(event) {
    const { editor } = this;
    if (event.shiftKey) editor.cursor.go(editor.cursor.uid);
    else if (editor.cursor.column === "mark") editor.commands.rowFindings();
    else editor.commands.fold();
    return true;
  }

  moves(name) {
    const { editor } = this;
    const { cursor, rows, stage } = editor;
    const last = rows.shown.length;
    const steps = {
      ArrowDown: [1], ArrowUp: [-1], PageDown: [stage.page], PageUp: [-stage.page], "Ctrl+Home": [-last], "Ctrl+End": [last],
      "Shift+ArrowDown": [1, true], "Shift+ArrowUp": [-1, true], "Shift+PageDown": [stage.page, true],
      "Shift+PageUp": [-stage.page, true], "Ctrl+Shift+Home": [-last, true], "Ctrl+Shift+End": [last, true],
    };
    if (name in steps) cursor.step(...steps[name]);
    else if (name === "ArrowRight" || name === "ArrowLeft") editor.sideways(name === "ArrowRight" ? 1 : -1);
    else if (name === "Home" || name === "End") editor.toColumn(name === "Home" ? 0 : -1);
    else if (name === "Ctrl+a") editor.chooseAll();
    else if (name === "Escape") cursor.go(cursor.uid);
    else if (name === "Enter" || name === "F2") return this.enter();
    else return false;
    cursor.isWriting = false;
    editor.focus();
    return true;
  }

  enter() {
    const { editor } = this;
    if (editor.cursor.column === "mark") editor.commands.rowFindings();
    else editor.write();
    return true;
  }

  copied(event) {
    if (this.editor.typing.isOn) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", this.editor.copyText());
    this.editor.say("Copied.");
  }

  pasted(event) {
    if (this.editor.typing.isOn) return;
    event.preventDefault();
    this.editor.pasteText(event.clipboardData.getData("text/plain"));
  }
}
