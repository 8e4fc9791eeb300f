// Says so when a request of htmx fails, instead of leaving the page as if nothing had been pressed.
const WORDS = {
  403: "You may not do that, or you were signed out. Reload the page and try again.",
  404: "That is no longer there. Reload the page to see what is.",
  413: "That is too large to send.",
  429: "That was too often in a short time. Wait a minute and try again.",
};

function say(words) {
  const toast = document.createElement("div");
  toast.className = "toast error";
  const mark = document.createElement("span");
  mark.textContent = "!";
  const text = document.createElement("div");
  text.textContent = words;
  const close = document.createElement("button");
  close.className = "button quiet small";
  close.textContent = "Close";
  close.addEventListener("click", () => toast.remove());
  toast.append(mark, text, close);
  document.getElementById("live-toasts").replaceChildren(toast);
}

document.addEventListener("htmx:responseError", (event) => {
  say(WORDS[event.detail.xhr.status] ?? "Something went wrong on the server. Try again in a moment; if it stays so, tell the person who runs this site.");
});
document.addEventListener("htmx:sendError", () => say("The server could not be reached. Check your connection and try again."));
document.addEventListener("htmx:timeout", () => say("The server took too long to answer. Try again in a moment."));
