/* Where the sentences of a paragraph are in the page: counted in characters that are no space, as the data has them,
   without what the page adds to the text. */
(function () {
  "use strict";

  const { policybrief } = window;
  const { sentences, parts } = policybrief;
  const UNREAD = ".pb-number, .pb-note-call, .pb-cite-button, .pb-marks, .pb-cited, .headerlink, .pb-notes, .pb-table-files, .pb-chart, .pb-gone, svg, script";

  /* The text nodes of a paragraph that are read, in order. */
  function nodesOf(paragraph) {
    return parts(paragraph).flatMap((part) => {
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_ALL, (node) => {
        if (node.nodeType === Node.ELEMENT_NODE) {
          return node.matches(UNREAD) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
        }
        return node.nodeType === Node.TEXT_NODE ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
      });
      const found = [];
      while (!part.matches(UNREAD) && walker.nextNode()) {
        found.push(walker.currentNode);
      }
      return found;
    });
  }

  const inked = (text) => Array.from(text.replace(/\s/g, "")).length;

  /* Which sentence has a place in the text. */
  policybrief.sentenceAt = (paragraph, node, offset) => {
    let read = 0;
    for (const one of nodesOf(paragraph)) {
      if (one === node) {
        read += inked(one.data.slice(0, offset));
        break;
      }
      if (one.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) {
        break;
      }
      read += inked(one.data);
    }
    const found = sentences[paragraph.id].findIndex(([end]) => read < end);
    return found < 0 ? sentences[paragraph.id].length - 1 : found;
  };

  /* Where so many characters have been read, as node and offset; `after` that of them or before the next. */
  function placeOf(nodes, count, after) {
    let read = 0;
    for (const node of nodes) {
      for (let index = 0; index < node.data.length; index += 1) {
        if (/\S/.test(node.data[index]) && !/[\udc00-\udfff]/.test(node.data[index])) {
          if (!after && read === count) {
            return [node, index];
          }
          read += 1;
          if (after && read === count) {
            return [node, index + 1];
          }
        }
      }
    }
    return null;
  }

  /* The extent of a sentence in the page. */
  policybrief.sentenceRange = (paragraph, number) => {
    const list = sentences[paragraph.id];
    const range = document.createRange();
    const nodes = nodesOf(paragraph);
    const start = placeOf(nodes, number ? list[number - 1][0] : 0, false);
    const end = placeOf(nodes, list[number][0], true);
    if (start && end) {
      range.setStart(...start);
      range.setEnd(...end);
    } else {
      range.selectNodeContents(paragraph);
    }
    return range;
  };
})();
