// What a change does to all that were chosen, counted by the server piece by piece: <sb-count src="address">.
// Without this script the page says what it does to the sources that it shows.
class Count extends HTMLElement {
  connectedCallback() {
    this.go("");
  }

  async go(onward) {
    try {
      const answer = await fetch(this.getAttribute("src") + onward, { headers: { Accept: "application/json" } });
      if (!answer.ok) return;
      const told = await answer.json();
      this.textContent = told.said;
      this.toggleAttribute("aria-busy", !told.over);
      if (!told.over && this.isConnected) this.go(`&${new URLSearchParams(told.tally)}`);
    } catch {
      // What the page says of the sources that it shows stands as it is.
    }
  }
}

customElements.define("sb-count", Count);
