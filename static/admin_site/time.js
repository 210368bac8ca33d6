// Shows, while a time is typed, what the clocks say then. The words come from the server.
document.querySelectorAll("[data-time-address]").forEach((time) => {
    const form = time.closest("form");
    const clocks = time.querySelector("[data-clocks]");
    // The choice for which a time is asked for at all; without one it always is.
    const { chosenBy, chosenFor } = time.dataset;
    const choices = chosenBy ? [...form.elements].filter((field) => field.name === chosenBy) : [];
    const isAsked = () => !chosenBy || choices.some((choice) => choice.checked && choice.value === chosenFor);
    const field = (name) => time.querySelector(`[name$="${name}"]`);
    let latest = 0;

    async function show() {
        const number = ++latest;
        const typed = ["date", "time", "zone"].map((name) => [name, field(name).value]);
        if (!isAsked() || !field("date").value || !field("time").value) {
            clocks.replaceChildren();
            return;
        }
        const response = await fetch(`${time.dataset.timeAddress}?${new URLSearchParams(typed)}`);
        const text = response.ok ? await response.text() : "";
        if (number === latest) {
            clocks.innerHTML = text;
        }
    }

    function fold() {
        time.hidden = !isAsked();
        field("date").disabled = field("time").disabled = !isAsked();
    }

    time.addEventListener("input", show);
    choices.forEach((choice) =>
        choice.addEventListener("change", () => {
            fold();
            show();
        })
    );
    fold();
});
