// Shows, while a moment is typed, what the clocks say then. The words come from the server.
document.querySelectorAll("[data-moment-address]").forEach((moment) => {
    const form = moment.closest("form");
    const clocks = moment.querySelector("[data-clocks]");
    const ahead = form.querySelector("input[name=when][value=ahead]");
    const field = (name) => form.elements.namedItem(name);
    let latest = 0;

    async function show() {
        const number = ++latest;
        const typed = ["date", "time", "zone"].map((name) => [name, field(name).value]);
        if (!ahead.checked || !field("date").value || !field("time").value) {
            clocks.replaceChildren();
            return;
        }
        const response = await fetch(`${moment.dataset.momentAddress}?${new URLSearchParams(typed)}`);
        const text = response.ok ? await response.text() : "";
        if (number === latest) {
            clocks.innerHTML = text;
        }
    }

    function fold() {
        moment.hidden = !ahead.checked;
        field("date").disabled = field("time").disabled = !ahead.checked;
    }

    moment.addEventListener("input", show);
    form.querySelectorAll("input[name=when]").forEach((radio) =>
        radio.addEventListener("change", () => {
            fold();
            show();
        })
    );
    fold();
});
