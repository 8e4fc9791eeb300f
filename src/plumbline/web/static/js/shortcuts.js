// "/" goes to the search field of the page or else to the palette, "?" lists the shortcuts; neither while one is typing.
const typing = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (event.key === "/") {
    const search = document.querySelector("main input[type=search], main .filter-bar input:not([type=hidden])");
    event.preventDefault();
    if (search) {
      search.focus();
      search.select();
    } else document.querySelector("[data-palette]")?.click();
  } else if (event.key === "?") {
    event.preventDefault();
    document.getElementById("shortcuts")?.showModal();
  }
});
