/* A button that copies a text, and says so. Without it the text is there to be selected. */

async function copied(text) {
    try {
        await navigator.clipboard.writeText(text.innerText.trim());
        return true;
    } catch {
        // No secure context, or no permission: what is selected can still be copied by hand.
        getSelection().selectAllChildren(text);
        return false;
    }
}

for (const button of document.querySelectorAll("button[data-copies]")) {
    const text = document.getElementById(button.dataset.copies);
    const status = button.parentElement.querySelector("[role=status]");
    button.hidden = false;
    button.addEventListener("click", async () => {
        status.textContent = "";
        status.textContent = (await copied(text)) ? button.dataset.done : button.dataset.failed;
    });
}
