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
});
