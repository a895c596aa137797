/* A button that copies, after every text that is there to be copied. */
(function () {
  "use strict";

  const { make, button, copy, say } = window.policybrief;
  document.querySelectorAll(".pb-copyable").forEach((source) => {
    const words = source.textContent.replace(/\s+/g, " ").trim();
    const copier = button("pb-copy", say("Copy"));
    const status = make("span", { className: "pb-copy-status" });
    status.setAttribute("role", "status");

    /* Where the clipboard is refused, the text is selected for the reader to copy. */
    function select() {
      window.getSelection().selectAllChildren(source);
      window.getSelection().extend(source, Array.from(source.childNodes).indexOf(copier));
      status.textContent = say("Press Ctrl+C (or ⌘C)");
    }

    copier.addEventListener("click", () => copy(words, status, select));
    source.append(" ", copier, status);
  });
})();
