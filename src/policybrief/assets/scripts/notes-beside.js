/* A note that is next to the text in full view is marked when its number is pointed at. A card would repeat it, and
   cover it. Used by cards.js. On paper all notes are open. */
(function () {
  "use strict";

  let marked = null;

  /* The note that a link leads to, if all of it is seen beside the text. */
  function besideText(link) {
    const note = link && link.closest(".pb-note-call") && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const notes = note && note.closest(".pb-notes");
    if (!notes || notes.querySelector("summary").checkVisibility()) {
      return null;
    }
    const box = note.getBoundingClientRect();
    return box.height && box.top > 48 && box.bottom < window.innerHeight ? note : null;
  }

  /* Marks the note of a link and no other; tells whether there is one beside the text. */
  window.policybrief.markNote = (link) => {
    if (marked) {
      marked.removeAttribute("data-pointed");
    }
    marked = besideText(link);
    if (marked) {
      marked.setAttribute("data-pointed", "");
    }
    return Boolean(marked);
  };

  /* For browsers in which a style sheet cannot open them. */
  window.addEventListener("beforeprint", () =>
    document.querySelectorAll(".pb-notes").forEach((notes) => notes.setAttribute("open", ""))
  );
})();
