// Changes theme or density at once; without script the same form posts and the server answers with the page redrawn.
document.documentElement.classList.add("scripted");

const A_YEAR = 365 * 24 * 3600;

function keep(key, value) {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${key}=${value}; path=/; max-age=${A_YEAR}; samesite=lax${secure}`;
}

function show(key, value, form) {
  const standard = form.querySelector("button").value;
  if (value === standard) delete document.documentElement.dataset[key];
  else document.documentElement.dataset[key] = value;
  for (const button of form.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.value === value));
}

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-display]");
  if (!form || !event.submitter) return;
  event.preventDefault();
  const key = form.dataset.display;
  keep(key, event.submitter.value);
  show(key, event.submitter.value, form);
});
