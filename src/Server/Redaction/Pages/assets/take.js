// Takes the selected text of a document into the form of a new box.

// The part of a text before a place, in UTF-16 units, as the server counts.
function offset(words, node, at) {
  const range = document.createRange();
  range.setStart(words, 0);
  range.setEnd(node, at);
  return Number(words.dataset.start) + range.toString().length;
}

const elementOf = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node);

export function take(form) {
  const selection = getSelection();
  const range = selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  const words = range && elementOf(range.startContainer).closest("[data-segment]");
  if (!words || !words.contains(range.endContainer)) {
    document.querySelector("[data-said]").textContent = "Select the text first, within one piece.";
    return false;
  }
  form.elements.segment.value = words.dataset.segment;
  form.elements.start.value = offset(words, range.startContainer, range.startOffset);
  form.elements.end.value = offset(words, range.endContainer, range.endOffset);
  return true;
}
