// Searchable lists of codes, with the Select2 that the admin brings. Without it the lists work too.
{
  const $ = django.jQuery;
  const upper = (text) => text.toLocaleUpperCase(document.documentElement.lang || undefined);

  // By name, or by the code itself: KZ, zh-Hant.
  const matches = ({ term }, option) => {
    const wanted = upper((term || "").trim());
    const found = upper(option.text).includes(wanted) || upper(option.id || "") === wanted;
    return found ? option : null;
  };

  // A page has each list once, a line for each code. A field that takes one keeps the order of the
  // list, a field that takes several has the chosen first.
  const listOf = (select) => document.getElementById(select.dataset.list);
  const fill = (select) => {
    const chosen = new Map([...select.options].map((option) => [option.value, option]));
    for (const line of listOf(select)?.content.textContent.split("\n") ?? []) {
      const [code, words] = line.split("\t");
      const old = chosen.get(code);
      if (old && select.multiple) continue;
      const selected = Boolean(old?.selected);
      old?.remove();
      select.append(new Option(words, code, selected, selected));
    }
  };

  const start = (root) => {
    $(root)
      .find("select[data-codes]")
      .not("[name*=__prefix__]")
      .each((_index, select) => {
        const words = (listOf(select) ?? select).dataset;
        const language = {
          noResults: () => words.none,
          removeItem: () => words.remove,
        };
        fill(select);
        $(select).select2({ theme: "admin-autocomplete", matcher: matches, width: "20em", language });
        select.labels[0]?.addEventListener("click", () => $(select).select2("open"));
      });
  };

  // A form posts options in the order of the page: what is chosen last goes last.
  $(document).on("select2:select", "select[data-codes=many]", (event) => {
    event.target.append(event.params.data.element);
    $(event.target).trigger("change");
  });

  $(() => start(document));
  document.addEventListener("formset:added", (event) => start(event.target));
}
