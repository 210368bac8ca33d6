// What is ticked to be published together stays ticked while the pages of one list are turned, and is
// forgotten where another page was between. Other acts take what their own page shows, no more.
(() => {
  const ACT = "publish_together";
  const form = document.getElementById("changelist-form");
  const act = form?.querySelector(`select[name=action] option[value=${ACT}]`)?.closest("select");
  if (!act) return;
  const place = `selection ${location.pathname}`;
  const came = document.referrer && new URL(document.referrer).pathname;
  const ticked = new Set(
    came === location.pathname ? JSON.parse(sessionStorage.getItem(place) || "[]") : [],
  );
  const keep = () => sessionStorage.setItem(place, JSON.stringify([...ticked]));

  const boxes = [...form.querySelectorAll("input.action-select")];
  const note = (box) => (box.checked ? ticked.add(box.value) : ticked.delete(box.value));
  const tick = (box) => {
    box.checked = true;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  };
  // The admin's own script counts what is ticked once the page is whole.
  addEventListener("load", () => boxes.filter((box) => ticked.has(box.value)).forEach(tick));
  addEventListener("pagehide", () => {
    boxes.forEach(note);
    keep();
  });

  form.addEventListener("submit", () => {
    if (act.value !== ACT) return;
    const here = new Set(boxes.map((box) => box.value));
    for (const value of ticked) {
      if (here.has(value)) continue;
      const field = Object.assign(document.createElement("input"), {
        type: "hidden",
        name: "_selected_action",
        value,
      });
      form.append(field);
    }
  });
})();
