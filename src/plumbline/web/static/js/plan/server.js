// Talks with the server and says how it went in one of few words; it never throws.
const OUTCOMES = { 409: "conflict", 410: "gone", 422: "refused" };

export class Server {
  constructor(address, token, draft) {
    Object.assign(this, { address, token, draft });
  }

  get(name, given = {}) {
    return this.ask(`${name}?${new URLSearchParams({ draft: this.draft, ...given })}`, { method: "GET" });
  }

  post({ action, edit, key, args = {} }, revision) {
    const form = new URLSearchParams({ csrfmiddlewaretoken: this.token, draft: this.draft, revision, key });
    if (edit) form.set("edit", edit);
    for (const [name, value] of Object.entries(args)) for (const each of [value].flat()) form.append(name, each);
    return this.ask(`${action}/`, { method: "POST", body: form });
  }

  async ask(name, options) {
    let response;
    try {
      response = await fetch(this.address + name, { ...options, headers: { Accept: "application/json" }, redirect: "follow" });
    } catch {
      return { kind: "lost" };
    }
    const isPlain = response.headers.get("Content-Type")?.startsWith("application/json");
    const answer = isPlain ? await response.json().catch(() => null) : null;
    if (response.ok && answer) return { kind: "done", answer };
    if (response.status in OUTCOMES && answer) return { kind: OUTCOMES[response.status], answer };
    if (response.status >= 502 || response.status === 429) return { kind: "lost" };
    return { kind: "barred", answer: { message: wordsFor(response.status, response.ok) } };
  }
}

function wordsFor(status, isOther) {
  if (isOther || status === 401) return "You were signed out. Sign in again in another tab, then press “Try again” here.";
  if (status === 403) return "You may not change this plan, or you were signed out. Look in another tab, then press “Try again”.";
  if (status === 404) return "This plan is no longer there. Copy what you need, then load the page again.";
  return "The server could not do that. Press “Try again”; if it stays so, tell the person who runs this site.";
}
