/* A button that copies, behind every text that is there to be copied. */
(function () {
  "use strict";

  document.querySelectorAll(".pb-copyable").forEach((source) => {
    const words = source.textContent.replace(/\s+/g, " ").trim();
    const button = Object.assign(document.createElement("button"), { type: "button", className: "pb-copy", textContent: "Copy" });
    const status = Object.assign(document.createElement("span"), { className: "pb-copy-status" });
    status.setAttribute("role", "status");

    /* Where the clipboard is refused, the text is selected for the reader to copy. */
    function select() {
      window.getSelection().selectAllChildren(source);
      window.getSelection().extend(source, Array.from(source.childNodes).indexOf(button));
      status.textContent = "Press Ctrl+C (or ⌘C)";
    }

    button.addEventListener("click", () => {
      if (navigator.clipboard && window.isSecureContext) {
        navigator.clipboard.writeText(words).then(() => {
          status.textContent = "Copied";
        }, select);
      } else {
        select();
      }
    });
    source.append(" ", button, status);
  });
})();
