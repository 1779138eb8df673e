"use strict";
// Completes names in the box on top of every page. The suggestions are the links of the page that finds names without a script.
(() => {
  const pause = 150;
  const box = () => document.querySelector("[data-box] input[type=search]");
  const list = () => document.getElementById("box-list");
  const options = () => [...list().querySelectorAll("[role=option]")];
  let asked = 0, timer = null;

  const close = () => {
    asked++;
    clearTimeout(timer);
    list().hidden = true;
    box().setAttribute("aria-expanded", "false");
    box().removeAttribute("aria-activedescendant");
  };
  const make = (tag, role, text) => Object.assign(document.createElement(tag), { role, textContent: text });
  const optionOf = (link, number) => {
    const option = make("div", "option", link.parentElement.textContent.trim());
    Object.assign(option, { id: `box-${number}`, ariaSelected: "false" });
    option.dataset.href = link.getAttribute("href");
    return option;
  };
  const show = page => {
    let number = 0;
    const groups = [...page.querySelectorAll("[data-found]")].map(found => {
      const group = make("div", "group", "");
      group.ariaLabel = found.dataset.found;
      if (found.dataset.found) group.append(make("div", "presentation", found.dataset.found));
      group.append(...[...found.querySelectorAll("a")].map(link => optionOf(link, number++)));
      return group;
    });
    list().replaceChildren(...groups);
    list().hidden = number === 0;
    box().setAttribute("aria-expanded", String(number > 0));
    box().removeAttribute("aria-activedescendant");
    document.querySelector("[data-box] [role=status]").textContent = number;
  };
  const ask = async field => {
    const turn = ++asked, address = new URL(field.form.action);
    address.search = new URLSearchParams(new FormData(field.form));
    const answer = await fetch(address, { headers: { Accept: "text/html" } }).then(response => (response.ok ? response.text() : null)).catch(() => null);
    if (answer && turn === asked && document.activeElement === field) show(new DOMParser().parseFromString(answer, "text/html"));
  };
  const go = href => {
    close();
    if (window.Blazor?.navigateTo) Blazor.navigateTo(href);
    else location.href = href;
  };
  const move = (field, step) => {
    const all = options(), active = all.findIndex(option => option.ariaSelected === "true");
    const next = all[active < 0 ? (step > 0 ? 0 : all.length - 1) : (active + step + all.length) % all.length];
    for (const option of all) option.ariaSelected = String(option === next);
    next.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", next.id);
  };

  const on = (type, act) => document.addEventListener(type, event => {
    if (event.target === box()) act(event.target, event);
  });
  on("input", field => {
    close();
    if (field.value.trim()) timer = setTimeout(ask, pause, field);
  });
  on("keydown", (field, event) => {
    if (event.isComposing || list().hidden) return;
    const chosen = options().find(option => option.ariaSelected === "true");
    if (event.key === "Escape") close();
    else if (event.key === "ArrowDown") move(field, 1);
    else if (event.key === "ArrowUp") move(field, -1);
    else if (event.key === "Enter" && chosen) go(chosen.dataset.href);
    else return;
    event.preventDefault();
  });
  on("focusout", close);
  document.addEventListener("mousedown", event => {
    const option = event.target.closest?.("#box-list [role=option]");
    if (!option) return;
    event.preventDefault();
    go(option.dataset.href);
  });
  const arrange = () => {
    for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": "box-list", "aria-autocomplete": "list" }))
      box().setAttribute(name, value);
  };
  arrange();
  window.Blazor?.addEventListener?.("enhancedload", () => {
    arrange();
    close();
  });
})();
