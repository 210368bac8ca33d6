// The editor says the state of its buttons by their looks alone: say it to screen readers too.
function tellStates(box) {
  for (const button of box.closest(".prose-editor").querySelectorAll("button[data-name]")) {
    button.setAttribute("aria-disabled", button.classList.contains("disabled"));
    if (!button.dataset.name.startsWith("history")) {
      button.setAttribute("aria-pressed", button.classList.contains("active"));
    }
  }
}

// The editor replaces a labelled textarea by a box without a name: give it the label and language.
document.addEventListener("prose-editor:ready", (event) => {
  const { editor, textarea } = event.detail;
  const box = editor.view.dom;
  const label = textarea.labels[0];
  if (label) {
    label.id ||= `${textarea.id}_label`;
    box.setAttribute("aria-labelledby", label.id);
    label.addEventListener("click", () => editor.commands.focus());
  }
  box.setAttribute("role", "textbox");
  box.setAttribute("aria-multiline", "true");
  box.lang = textarea.lang;
  editor.on("create", () => tellStates(box));
  editor.on("transaction", () => tellStates(box));
});
