// The groups of a language become tabs, in inline rows too. Without this script all of them stand
// one below the other.
(() => {
  const REMEMBERED = "language-tab";
  const RICH = "data-django-prose-editor-configurable";
  const LATER = "data-rich-later";

  const languageOf = (fieldset) =>
    [...fieldset.classList].find((name) => name.startsWith("language-"));
  const isWrong = (form, language) =>
    [...form.querySelectorAll(`fieldset.${language} .errorlist`)].some(
      (list) => !list.closest(".empty-form"),
    );

  // Eight rich-text editors at once are slow: those of a tab are made when it is first opened.
  const postpone = (form) => {
    for (const textarea of form.querySelectorAll(`fieldset.language [${RICH}]`)) {
      if (textarea.id.includes("__prefix__")) continue;
      textarea.setAttribute(LATER, textarea.getAttribute(RICH));
      textarea.removeAttribute(RICH);
    }
  };
  const makeEditors = async (form, language) => {
    const waiting = [...form.querySelectorAll(`fieldset.${language} [${LATER}]`)];
    if (!waiting.length) return;
    for (const textarea of waiting) {
      textarea.setAttribute(RICH, textarea.getAttribute(LATER));
      textarea.removeAttribute(LATER);
    }
    const { createEditor } = await import("django-prose-editor/configurable");
    waiting.forEach((textarea) => createEditor(textarea));
  };

  const count = (fieldset, tab) => {
    const texts = [...fieldset.querySelectorAll("input[lang], textarea[lang]")];
    const filled = tab.querySelector(".filled");
    if (!texts.length || !filled) return;
    filled.textContent = `${texts.filter((text) => text.value.trim()).length}/${texts.length}`;
  };

  const makeTab = (form, fieldset) => {
    const language = languageOf(fieldset);
    const heading = fieldset.querySelector(".fieldset-heading");
    const tab = document.createElement("button");
    tab.type = "button";
    tab.id = `tab-${language}`;
    tab.role = "tab";
    tab.dataset.language = language;
    tab.append(...[...heading.childNodes].map((node) => node.cloneNode(true)));
    if (isWrong(form, language)) {
      tab.classList.add("wrong");
      tab.append(` ${form.querySelector("[data-wrong]").dataset.wrong}`);
    }
    const panel = document.createElement("div");
    panel.id = `panel-${language}`;
    panel.role = "tabpanel";
    panel.setAttribute("aria-labelledby", tab.id);
    tab.setAttribute("aria-controls", panel.id);
    fieldset.before(panel);
    panel.append(fieldset);
    panel.addEventListener("input", () => count(fieldset, tab));
    return tab;
  };

  const choose = (form, tabs, chosen) => {
    form.dataset.language = chosen.dataset.language;
    for (const tab of tabs) {
      tab.setAttribute("aria-selected", String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
      document.getElementById(tab.getAttribute("aria-controls")).hidden = tab !== chosen;
    }
    makeEditors(form, chosen.dataset.language);
  };

  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  const target = (tabs, key, now) => {
    if (key === "Home") return tabs[0];
    if (key === "End") return tabs.at(-1);
    return STEPS[key] && tabs[(tabs.indexOf(now) + STEPS[key] + tabs.length) % tabs.length];
  };

  // The field that a link from the publication page leads to.
  const linked = () => document.getElementById(location.hash.slice(1));
  const languageOfLinked = () => {
    const fieldset = linked()?.closest("fieldset.language");
    return fieldset && languageOf(fieldset);
  };

  const first = (tabs) =>
    tabs.find((tab) => tab.dataset.language === languageOfLinked()) ||
    tabs.find((tab) => tab.classList.contains("wrong")) ||
    tabs.find((tab) => tab.dataset.language === localStorage.getItem(REMEMBERED)) ||
    tabs.find((tab) => tab.querySelector(".source")?.textContent) ||
    tabs[0];

  for (const form of document.querySelectorAll("#content-main > form")) {
    const fieldsets = [...form.querySelectorAll(":scope > div > fieldset.language")];
    if (!fieldsets.length) continue;
    const list = document.createElement("div");
    list.className = "language-tabs";
    list.role = "tablist";
    list.setAttribute("aria-label", form.querySelector("[data-wrong]").dataset.languages);
    fieldsets[0].before(list);
    postpone(form);
    const tabs = fieldsets.map((fieldset) => makeTab(form, fieldset));
    list.append(...tabs);
    form.classList.add("has-language-tabs");
    const take = (tab) => {
      localStorage.setItem(REMEMBERED, tab.dataset.language);
      choose(form, tabs, tab);
    };
    tabs.forEach((tab) => tab.addEventListener("click", () => take(tab)));
    list.addEventListener("keydown", (event) => {
      const tab = target(tabs, event.key, event.target);
      if (!tab) return;
      event.preventDefault();
      take(tab);
      tab.focus();
    });
    choose(form, tabs, first(tabs));
    linked()?.scrollIntoView({ block: "center" });
  }
})();
