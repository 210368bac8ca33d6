// Fields with a list to type in (Select2) are named by their labels, which it leaves unsaid.
(() => {
  const PARTS = ".select2-selection, .select2-selection__rendered, .select2-search__field";
  const OPEN = ".select2-container:has(> .selection > [aria-expanded='true'])";
  // An open list stands at the end of the page, away from its field.
  const selectOf = (container) =>
    (container.querySelector(":scope > .select2-dropdown")
      ? document.querySelector(OPEN)
      : container
    )?.previousElementSibling;
  const name = (container) => {
    const label = selectOf(container)?.labels?.[0];
    if (!label) return;
    label.id ||= `${label.htmlFor}-label`;
    for (const part of container.querySelectorAll(PARTS)) {
      part.setAttribute("aria-labelledby", label.id);
    }
  };
  // It builds its parts when it likes: with the page, with a new row, when a list opens.
  const watch = { childList: true, subtree: true };
  new MutationObserver(() => document.querySelectorAll(".select2-container").forEach(name)).observe(
    document.documentElement,
    watch,
  );
})();
