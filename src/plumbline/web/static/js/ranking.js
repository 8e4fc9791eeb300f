// A row that is dragged to another place is ranked there: its own form is sent, as its arrows would send it.
const body = document.querySelector("[data-ranking]");
let dragged = null;

function rowOf(target) {
  return target instanceof Element ? target.closest("tr[data-rank]") : null;
}

function clear() {
  for (const row of body.querySelectorAll(".drop-here")) row.classList.remove("drop-here");
}

function send(row, rank) {
  const form = row.querySelector("form");
  const to = document.createElement("input");
  to.type = "hidden";
  to.name = "to";
  to.value = rank;
  form.append(to);
  form.submit();
}

if (body) {
  body.addEventListener("dragstart", (event) => {
    dragged = rowOf(event.target);
    if (dragged) event.dataTransfer.effectAllowed = "move";
  });
  body.addEventListener("dragover", (event) => {
    const row = rowOf(event.target);
    if (!dragged || !row) return;
    event.preventDefault();
    clear();
    if (row !== dragged) row.classList.add("drop-here");
  });
  body.addEventListener("drop", (event) => {
    const row = rowOf(event.target);
    clear();
    if (!dragged || !row || row === dragged) return;
    event.preventDefault();
    send(dragged, row.dataset.rank);
  });
  body.addEventListener("dragend", () => {
    dragged = null;
    clear();
  });
}
