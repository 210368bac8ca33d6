// Rows are ordered with buttons, which the keyboard and a finger reach too, besides by dragging.
(() => {
  const button = (sign, label, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "move";
    made.textContent = sign;
    made.title = label;
    made.setAttribute("aria-label", label);
    made.addEventListener("click", act);
    return made;
  };
  const move = (row, step, isRow, done) => {
    let other = row;
    do other = step < 0 ? other.previousElementSibling : other.nextElementSibling;
    while (other && !isRow(other));
    if (!other) return;
    other[step < 0 ? "before" : "after"](row);
    done();
  };
  const buttons = (row, words, isRow, done) =>
    [[-1, "↑", words.up], [1, "↓", words.down]].map(([step, sign, label]) =>
      button(sign, label, (event) => {
        move(row, step, isRow, done);
        event.target.focus();
      }),
    );

  // Parts inside a form: their order is saved with it.
  const isPart = (element) => element.matches(".inline-related.has_original");
  for (const group of document.querySelectorAll("fieldset.sortable")) {
    const words = document.querySelector("[data-up]").dataset;
    const number = () =>
      group.querySelectorAll(".inline-related.has_original input._reorder_").forEach((input, i) => {
        input.value = i + 1;
      });
    for (const sort of group.querySelectorAll(".inline-related.has_original .sort")) {
      const part = sort.closest(".inline-related");
      sort.replaceChildren(...buttons(part, words, isPart, number));
    }
  }

  // A list of parts: every move is saved at once.
  const places = [...document.querySelectorAll("#result_list .place")];
  if (!places.length) return;
  const body = document.querySelector("#result_list tbody");
  const isRow = (element) => element.matches("tr");
  const said = document.createElement("p");
  said.className = "order-said";
  said.setAttribute("role", "status");
  document.getElementById("changelist-form").prepend(said);
  let saving = Promise.resolve();
  const save = () => {
    const keys = [...body.querySelectorAll(".place")].map((place) => place.dataset.key);
    saving = saving.then(() => send(keys)).catch((error) => said.replaceChildren(error.message));
  };
  const post = async (address, wish) => {
    const token = document.querySelector("#changelist-form [name=csrfmiddlewaretoken]").value;
    const response = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token },
      body: JSON.stringify(wish),
    });
    said.replaceChildren(await response.text());
    said.classList.toggle("errornote", !response.ok);
    return response.ok;
  };
  // The numbers on this page stay; who stands at them has changed.
  const numbers = places.map((place) => place.dataset.number);
  const send = async (keys) => {
    if (!(await post("order/", keys))) return;
    body.querySelectorAll(".place input").forEach((input, i) => (input.value = numbers[i]));
  };
  // A place on another page is typed.
  const numberOf = (place) => {
    const input = document.createElement("input");
    input.type = "number";
    input.min = 1;
    input.value = place.dataset.number;
    input.setAttribute("aria-label", place.dataset.place);
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      input.blur();
    });
    input.addEventListener("change", async () => {
      if (await post("move/", { key: place.dataset.key, to: input.value })) location.reload();
    });
    return input;
  };

  // Let go elsewhere, or with Escape, a row goes back to where it stood: before `next`.
  let dragged = null;
  let next = null;
  for (const place of places) {
    const row = place.closest("tr");
    place.append(numberOf(place), ...buttons(row, place.dataset, isRow, save));
    row.draggable = true;
    row.addEventListener("dragstart", () => {
      dragged = row;
      next = row.nextElementSibling;
    });
    row.addEventListener("dragover", (event) => {
      if (!dragged) return;
      event.preventDefault();
      if (dragged === row) return;
      const below = event.clientY > row.getBoundingClientRect().top + row.offsetHeight / 2;
      row[below ? "after" : "before"](dragged);
    });
    row.addEventListener("drop", (event) => event.preventDefault());
    row.addEventListener("dragend", (event) => {
      dragged = null;
      if (event.dataTransfer.dropEffect === "none") body.insertBefore(row, next);
      else if (row.nextElementSibling !== next) save();
    });
  }
})();
