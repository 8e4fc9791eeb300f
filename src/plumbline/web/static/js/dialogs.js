// A button with data-opens="id" opens the dialog of that id; a click beside an open dialog closes it.
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  const dialog = opener && document.getElementById(opener.dataset.opens);
  if (dialog) {
    event.preventDefault();
    dialog.showModal();
  } else if (event.target.matches("dialog[open]")) {
    event.target.close();
  }
});
