// Shows, while a moment is typed, what the clocks say then. The words come from the server.
document.querySelectorAll("[data-moment-address]").forEach((moment) => {
    const form = moment.closest("form");
    const clocks = moment.querySelector("[data-clocks]");
    // The choice for which a moment is asked for at all; without one it always is.
    const { chosenBy, chosenFor } = moment.dataset;
    const choices = chosenBy ? [...form.elements].filter((field) => field.name === chosenBy) : [];
    const isAsked = () => !chosenBy || choices.some((choice) => choice.checked && choice.value === chosenFor);
    const field = (name) => moment.querySelector(`[name$="${name}"]`);
    let latest = 0;

    async function show() {
        const number = ++latest;
        const typed = ["date", "time", "zone"].map((name) => [name, field(name).value]);
        if (!isAsked() || !field("date").value || !field("time").value) {
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
        moment.hidden = !isAsked();
        field("date").disabled = field("time").disabled = !isAsked();
    }

    moment.addEventListener("input", show);
    choices.forEach((choice) =>
        choice.addEventListener("change", () => {
            fold();
            show();
        })
    );
    fold();
});
