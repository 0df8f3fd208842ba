// Shows how far an upload is; without this script the form is sent as any other.
class Upload extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    this.form.addEventListener("submit", (event) => this.send(event));
  }

  send(event) {
    event.preventDefault();
    const button = this.form.querySelector("button");
    const bar = document.createElement("progress");
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    this.replaceChildren(bar, " ", said);
    button.disabled = true;
    const request = new XMLHttpRequest();
    request.open("POST", this.form.action || location.href);
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      bar.max = total;
      bar.value = loaded;
      const text = this.dataset.sending.replace("%s", Math.floor((100 * loaded) / total));
      if (said.textContent !== text) said.textContent = text;
    });
    request.addEventListener("load", () => {
      if (request.status < 400) location.assign(request.responseURL);
      else this.fail(button, request.status === 413 ? this.sentence(request.responseText) : this.dataset.broken);
    });
    request.addEventListener("error", () => this.fail(button, this.dataset.broken));
    request.send(new FormData(this.form));
  }

  sentence(page) {
    return new DOMParser().parseFromString(page, "text/html").querySelector("h1")?.textContent ?? this.dataset.broken;
  }

  fail(button, words) {
    button.disabled = false;
    this.querySelector("progress").remove();
    this.querySelector("span").textContent = words;
  }
}

customElements.define("sb-upload", Upload);
