// The command palette: Ctrl-K, or its button in the head of the page. The list comes from the server as one types.
const palette = document.getElementById("palette");

if (palette) {
  const field = palette.querySelector("#palette-query");
  const found = palette.querySelector("#palette-found");
  const kept = `visits:${palette.dataset.whose}`;
  const name = document.title.replace(/ · Plumbline$/, "");
  const options = () => [...found.querySelectorAll("a[role=option]")];
  const chosen = () => options().findIndex((option) => option.getAttribute("aria-selected") === "true");

  const choose = (index) => {
    const all = options();
    if (!all.length) return;
    const place = (index + all.length) % all.length;
    all.forEach((option, each) => option.setAttribute("aria-selected", String(each === place)));
    field.setAttribute("aria-activedescendant", all[place].id);
    all[place].scrollIntoView({ block: "nearest" });
  };

  // Pages of this tab are told to the server when the palette is opened: no page waits for it.
  const visits = () => {
    try {
      return JSON.parse(sessionStorage.getItem(kept)) ?? [];
    } catch {
      return [];
    }
  };
  const others = visits().filter((page) => page.path !== location.pathname);
  sessionStorage.setItem(kept, JSON.stringify([...others, { path: location.pathname, title: name }].slice(-20)));

  const tellVisits = async () => {
    const form = new FormData(palette.querySelector("form[data-pins]"));
    form.delete("path");
    form.delete("title");
    // not the page on screen: nobody wants to go where they are
    const past = visits().filter((page) => page.path !== location.pathname);
    if (!past.length) return;
    for (const page of past) {
      form.append("path", page.path);
      form.append("title", page.title);
    }
    await fetch(palette.dataset.visits, { method: "POST", body: form }).catch(() => null);
  };

  const open = async () => {
    if (palette.open) return;
    palette.showModal();
    field.select();
    await tellVisits();
    field.dispatchEvent(new CustomEvent("palette-opened"));
  };

  palette.querySelector("form[data-pins] [name=title]").value = name.slice(0, 160);

  // Enter means what is typed: where the list is still that of fewer letters, it waits for the next.
  let going = false;
  const isFresh = () => found.querySelector("[data-query]")?.dataset.query === field.value.trim();
  const go = () => {
    going = !isFresh();
    if (!going) options()[chosen()]?.click();
  };
  found.addEventListener("htmx:afterSwap", () => {
    choose(0);
    if (going) go();
  });

  field.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      choose(chosen() + step);
    } else if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      go();
    } else going = false;
  });

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !event.target.closest("[data-palette]")) return;
    event.preventDefault();
    open();
  });

  document.addEventListener("keydown", (event) => {
    const asked = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!asked || (document.querySelector("dialog[open]") && !palette.open)) return;
    event.preventDefault();
    if (palette.open) palette.close();
    else open();
  });
}
