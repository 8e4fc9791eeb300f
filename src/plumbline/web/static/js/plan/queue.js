// Edits go to the server one after the other. What it has not answered for is kept in the tab, so that neither a lost
// connection nor a reload loses it; the key of an edit lets the server see that it knows it already.
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

const renamed = (value, from, to) => (Array.isArray(value) ? value.map((each) => renamed(each, from, to)) : value === from ? to : value);

// What the page knows an edit by, however often it is sent.
export const knownAs = ({ known, key }) => known ?? key;

export class Queue {
  // send(item) gives {kind, answer}; on holds done, refused, conflict, gone and changed.
  constructor({ send, storage, name, on }) {
    Object.assign(this, { send, storage, name, on });
    this.items = read(storage, name);
    this.state = "idle"; // idle, sending, lost, barred, asking, gone
    this.message = "";
    this.wait = FIRST_WAIT;
  }

  add(item) {
    this.items.push({ key: crypto.randomUUID(), ...item });
    this.keep();
    this.run();
  }

  get isEmpty() {
    return this.items.length === 0;
  }

  async run() {
    if (["sending", "asking", "gone", "barred"].includes(this.state)) return;
    clearTimeout(this.timer);
    while (this.items.length) {
      this.become("sending");
      const { kind, answer } = await this.send(this.items[0]);
      if (kind === "lost") return this.retryLater();
      this.wait = FIRST_WAIT;
      if (kind === "barred") return this.become("barred", answer.message);
      if (kind === "gone") return this.end(answer);
      if (kind === "conflict" && !(await this.decided(answer))) continue;
      const item = this.items.shift();
      this.keep();
      if (kind === "done") this.on.done(item, answer);
      else if (kind === "refused") this.on.refused(item, answer);
    }
    this.become("idle");
  }

  // True where the edit is given up for what the other wrote.
  async decided(answer) {
    this.become("asking");
    const keepMine = await this.on.conflict(this.items[0], answer);
    if (keepMine) Object.assign(this.items[0], { known: knownAs(this.items[0]), key: crypto.randomUUID() });
    return !keepMine;
  }

  retryLater() {
    this.become("lost");
    this.timer = setTimeout(() => this.tryAgain(), this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
  }

  tryAgain() {
    if (this.state !== "lost" && this.state !== "barred") return;
    clearTimeout(this.timer);
    this.state = "idle";
    this.run();
  }

  end(answer) {
    this.become("gone", answer.message);
    this.on.gone(answer);
  }

  rename(from, to) {
    for (const item of this.items) {
      item.args = Object.fromEntries(Object.entries(item.args ?? {}).map(([name, value]) => [name, renamed(value, from, to)]));
      item.cells = item.cells?.map(([uid, field]) => [uid === from ? to : uid, field]);
    }
    this.keep();
  }

  // Edits of a row that the server did not make cannot be made either.
  drop(uid) {
    this.items = this.items.filter((item) => !Object.values(item.args ?? {}).flat().includes(uid));
    this.keep();
  }

  clear() {
    this.items = [];
    this.keep();
  }

  become(state, message = "") {
    Object.assign(this, { state, message });
    this.on.changed();
  }

  keep() {
    try {
      if (this.items.length) this.storage.setItem(this.name, JSON.stringify(this.items));
      else this.storage.removeItem(this.name);
    } catch {
      // a tab that may keep nothing still sends
    }
    this.on.changed();
  }
}

function read(storage, name) {
  try {
    const items = JSON.parse(storage.getItem(name) ?? "[]");
    return Array.isArray(items) ? items : [];
  } catch {
    return [];
  }
}
