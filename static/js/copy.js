// Copy buttons: shown where the browser can copy, silent where it cannot.
// Copies with italics for word processors, and as plain text for everything else.
(() => {
  "use strict";
  const status = document.querySelector("[data-copy-status]");
  if (!status || !navigator.clipboard) return;

  const write = async (source) => {
    const text = source.textContent.trim();
    const isProse = source.tagName === "P" && source.querySelector("i");
    if (!isProse || !window.ClipboardItem) return navigator.clipboard.writeText(text);
    const html = new Blob([source.innerHTML], { type: "text/html" });
    const plain = new Blob([text], { type: "text/plain" });
    return navigator.clipboard.write([new ClipboardItem({ "text/html": html, "text/plain": plain })]);
  };

  const say = (button, words) => {
    status.textContent = "";
    // A live region speaks when its words change, so the same word twice needs a gap.
    window.setTimeout(() => { status.textContent = words; }, 50);
    button.textContent = words;
    window.clearTimeout(button.resetting);
    button.resetting = window.setTimeout(() => { button.textContent = button.dataset.label; }, 3000);
  };

  for (const group of document.querySelectorAll("[data-copy]")) {
    const source = group.querySelector("[data-copy-text]");
    const button = group.querySelector("[data-copy-button]");
    if (!source || !button) continue;
    button.dataset.label = button.textContent;
    button.hidden = false;
    button.addEventListener("click", () => {
      write(source).then(
        () => say(button, status.dataset.copied),
        () => say(button, status.dataset.failed),
      );
    });
  }
})();
