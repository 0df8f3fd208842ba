// Work in the background while it goes: <sb-work figures="address" part="html|line"> asks how far it is until it is over.
// With `reload`, the page is loaded anew then.
// Without this script the page shows how far it was when it was loaded.
const PAUSE = 700;

class Work extends HTMLElement {
  connectedCallback() {
    this.said = document.createElement("span");
    this.said.className = "w-sr-only";
    this.said.setAttribute("role", "status");
    this.shown = document.createElement("div");
    this.shown.className = "sb-work-shown";
    this.shown.append(...this.childNodes);
    this.append(this.shown, this.said);
    this.ask();
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  async ask() {
    let pause = PAUSE;
    try {
      const answer = await fetch(this.getAttribute("figures"), { headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(answer.statusText);
      const told = await answer.json();
      this.show(told);
      if (told.over) {
        if (this.hasAttribute("reload")) location.reload();
        return;
      }
    } catch {
      pause = 5 * PAUSE; // The server is being started again, perhaps.
    }
    if (this.isConnected) this.timer = setTimeout(() => this.ask(), document.hidden ? 5 * pause : pause);
  }

  show(told) {
    const html = told[this.getAttribute("part")];
    // The token against forged requests is another one each time, which is no change.
    const plain = html.replace(/name="csrfmiddlewaretoken" value="[^"]*"/, "");
    if (plain !== this.plain) {
      this.plain = plain;
      this.shown.innerHTML = html;
    }
    if (this.said.textContent !== told.said) this.said.textContent = told.said;
  }
}

customElements.define("sb-work", Work);
