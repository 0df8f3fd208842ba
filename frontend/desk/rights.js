// Below the choice of a statement of rights: its mark, and what it means.

class Rights extends HTMLElement {
  connectedCallback() {
    const told = JSON.parse(this.dataset.told);
    const select = this.querySelector('select');
    const line = this.querySelector('.sb-rights');
    const draw = () => {
      const [short, , meaning] = told[select.value] ?? [];
      line.replaceChildren();
      if (!short) return;
      line.append(Object.assign(document.createElement('b'), { textContent: short }), ` ${meaning}`);
    };
    select.addEventListener('change', draw);
    draw();
  }
}

customElements.get('sb-rights') || customElements.define('sb-rights', Rights);
