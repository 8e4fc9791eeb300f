// Many boxes are found by typing: what does not match is hidden, what is ticked stays. Without script all of them scroll.
function rows(group) {
  return [...group.querySelectorAll("label:has(input)")].map((label) => label.parentElement);
}

function find(group, search, status) {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  let ticked = 0;
  for (const row of rows(group)) {
    const text = row.textContent.toLowerCase();
    const isTicked = row.querySelector("input").checked;
    row.hidden = !isTicked && !words.every((word) => text.includes(word));
    shown += row.hidden ? 0 : 1;
    ticked += isTicked ? 1 : 0;
  }
  status.textContent = `${ticked} ticked, ${shown} shown`;
}

for (const group of document.querySelectorAll("[data-searched]")) {
  const search = group.querySelector("[type=search]");
  const status = group.querySelector("[role=status]");
  search.hidden = false;
  status.hidden = false;
  find(group, search, status);
  search.addEventListener("input", () => find(group, search, status));
  group.addEventListener("change", () => find(group, search, status));
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
    if (event.key === "Escape" && search.value) {
      event.stopPropagation();
      search.value = "";
      find(group, search, status);
    }
  });
}
