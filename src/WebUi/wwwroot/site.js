"use strict";
// Speeds up what also works without a script. Pages are exchanged in place, so every handler listens on the document and finds elements anew.
(() => {
  const find = (selector, root = document) => root.querySelector(selector);
  const all = selector => [...document.querySelectorAll(selector)];
  const on = (type, selector, act) => document.addEventListener(type, event => {
    const element = event.target.closest?.(selector);
    if (element) act(element, event);
  });
  const kept = {
    get: name => { try { return localStorage.getItem(name); } catch { return null; } },
    set: (name, value) => { try { localStorage.setItem(name, value); } catch { /* The choice then lasts for this page only. */ } },
  };

  // Tells screen readers what changed.
  const announce = text => {
    let region = find("[data-announce]");
    if (!region) {
      region = document.body.appendChild(document.createElement("p"));
      region.className = "visually-hidden";
      region.role = "status";
      region.dataset.announce = "";
    }
    region.textContent = "";
    setTimeout(async () => {
      while (composed) await composed;
      region.textContent = text;
    }, 50);
  };

  // Input methods compose text before it stands in a field (Japanese, Chinese, Korean). Meanwhile nothing is sent, exchanged or announced.
  let composed = null, endComposition = null;
  on("compositionstart", "input", () => { composed ??= new Promise(resolve => { endComposition = resolve; }); });
  const ended = () => {
    endComposition?.();
    composed = endComposition = null;
  };
  on("compositionend", "input", ended);
  on("focusout", "input", ended);
  const { fetch } = window;
  window.fetch = async (...request) => {
    const answer = await fetch(...request);
    await answer.clone().blob();
    while (composed) await composed;
    return answer;
  };

  // An exchange writes the answered values into all fields. The field that the reader types in keeps its own value until it loses the focus.
  const { get } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
  let held = null;
  const hold = field => { held = Object.defineProperty(field, "value", { get, set() {}, configurable: true }); };
  const release = () => {
    if (held) delete held.value;
    held = null;
  };

  // Filters: a change submits the form, typing does so after a pause. Empty fields stay out of the address.
  const typing = "form[data-filters] :is(input[type=text], input[type=search]):not([data-narrow], [data-place])";
  const tooShort = /^\s*[^\u1100-\u11ff\u3005-\u9fff\uac00-\ud7af]{1,2}\s*$/u;
  const unfinished = /[.,'\s-]$/;
  let timer = null, purpose = "";
  // What was submitted last from a field with the focus: all that is typed there is one entry of the history.
  let sent = null;
  const afterPause = (act, ...given) => {
    clearTimeout(timer);
    timer = act && setTimeout(act, 300, ...given);
  };
  const submit = form => {
    afterPause();
    form.requestSubmit();
  };
  const typed = field => {
    hold(field);
    const isUnfinished = field.name === "search" ? tooShort.test(field.value) : unfinished.test(field.value);
    afterPause(composed || isUnfinished ? null : submit, field.form);
  };
  on("input", typing, typed);
  on("compositionend", typing, typed);
  on("change", "form[data-filters] :is(input, select)", field => {
    if (field.matches("[data-narrow], [data-place]")) return;
    if (field.matches(typing) && [field.defaultValue, sent?.field === field ? sent.value : null].includes(field.value)) return;
    const group = field.name === "category_id" && find("[name=group_id]", field.form);
    if (group) group.value = "";
    submit(field.form);
  });
  document.addEventListener("submit", event => {
    const form = event.target, field = held;
    if (!form.matches("form[data-filters]") || !window.Blazor) return;
    event.preventDefault();
    afterPause();
    purpose = "";
    const address = new URL(form.action);
    address.search = new URLSearchParams(new FormData(form));
    const replaceHistoryEntry = address.href === location.href || (sent !== null && sent.field === field);
    sent = field && { field, value: field.value };
    Blazor.navigateTo(address.href, { replaceHistoryEntry });
  }, true);
  document.addEventListener("formdata", ({ formData }) => {
    for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
  });
  let isExchanging = false;
  on("focusout", typing, field => {
    release();
    // The answer's form of what was typed. A value that was refused, or not sent, stays as it is.
    if (sent?.field === field && sent.value === field.value && !isExchanging && !field.matches("[aria-invalid]")) field.value = field.defaultValue;
    sent = null;
  });
  on("input", "[data-narrow]", field => {
    const words = field.value.trim().toLocaleLowerCase();
    for (const item of field.parentElement.querySelectorAll("li"))
      item.hidden = !find(":checked", item) && !item.textContent.toLocaleLowerCase().includes(words);
    const list = find("ul", field.parentElement);
    stopAt(list, boxes(list)[0]);
  });

  // Places: a combobox over the look-up by name.
  let asked = 0;
  const list = () => find("#places");
  const close = () => {
    if (!list()) return;
    list().hidden = true;
    const field = find("[data-place]");
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const show = (field, found) => {
    const rows = [
      ...found.systems.map(system => ["system_ids", system.system_id, system.name, system.region_name]),
      ...found.stations.map(station => ["station_ids", station.location_id, station.name, ""]),
    ];
    list().replaceChildren(...rows.map(([name, id, text, around], index) => {
      const option = document.createElement("li");
      Object.assign(option, { id: `place-${index}`, role: "option", ariaSelected: "false", textContent: text });
      Object.assign(option.dataset, { name, value: id });
      if (around) option.append(" ", Object.assign(document.createElement("small"), { textContent: around }));
      return option;
    }));
    list().hidden = rows.length === 0;
    field.setAttribute("aria-expanded", String(rows.length > 0));
    field.removeAttribute("aria-activedescendant");
    announce(rows.length ? String(rows.length) : field.dataset.none);
  };
  const choose = option => {
    const field = find("[data-place]");
    const box = Object.assign(document.createElement("input"), { type: "checkbox", name: option.dataset.name, value: option.dataset.value, checked: true, hidden: true });
    field.value = "";
    field.after(box);
    close();
    submit(field.form);
    box.remove();
  };
  on("input", "[data-place]", field => {
    afterPause();
    const turn = ++asked;
    if (!field.value.trim() || tooShort.test(field.value)) return close();
    afterPause(async () => {
      const language = document.documentElement.lang.slice(0, 2);
      const answer = await fetch(`/api/v1/locations?q=${encodeURIComponent(field.value)}&lang=${language}`).catch(() => null);
      if (answer?.ok && turn === asked) show(field, await answer.json());
    });
  });
  on("keydown", "[data-place]", (field, event) => {
    const options = [...list().children];
    const active = options.findIndex(option => option.ariaSelected === "true");
    if (list().hidden) return;
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && active >= 0) choose(options[active]);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const next = (active + (event.key === "ArrowDown" ? 1 : active < 0 ? 0 : -1) + options.length) % options.length;
      options.forEach((option, index) => { option.ariaSelected = String(index === next); });
      options[next].scrollIntoView({ block: "nearest" });
      field.setAttribute("aria-activedescendant", options[next].id);
    } else return;
    event.preventDefault();
  });
  on("mousedown", "#places li", (option, event) => { event.preventDefault(); choose(option); });
  on("focusout", "[data-place]", close);

  // Keys: a slash focuses the box on top, arrows move the focus from row to row.
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const box = find("#box");
    if (event.key === "/" && box && kept.get("shortcuts") !== "off" && !event.target.closest?.("input, select, textarea, [contenteditable]")) {
      event.preventDefault();
      box.focus();
    }
  });
  on("keydown", "a.headline", (link, event) => {
    const links = all("a.headline"), index = links.indexOf(link);
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: links.length - 1 }[event.key];
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey || !links[to]) return;
    event.preventDefault();
    links[to].focus();
  });
  // A long list of boxes is one stop of the Tab key; arrows move within it.
  const boxes = list => [...list.querySelectorAll("li:not([hidden]) input")];
  const stopAt = (list, box) => { for (const other of list.querySelectorAll("input")) other.tabIndex = other === box ? 0 : -1; };
  on("keydown", ".choices.scroll input", (box, event) => {
    const reachable = boxes(box.closest("ul")), index = reachable.indexOf(box);
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: reachable.length - 1 }[event.key];
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    reachable[to]?.focus();
  });
  on("focusin", ".choices.scroll input", box => stopAt(box.closest("ul"), box));
  on("change", "[data-shortcuts]", box => kept.set("shortcuts", box.checked ? "on" : "off"));

  // Keeps relative times current.
  const tick = () => {
    const [days, hours, minutes] = (document.documentElement.dataset.units || "").split("|");
    if (!minutes) return;
    for (const time of all("time[data-left], time[data-since]")) {
      const { since } = time.dataset, ahead = Date.parse(time.dateTime) - Date.now();
      const left = Math.floor((since ? -ahead : ahead) / 60000);
      if (left < 0) continue;
      const [d, h, m] = [Math.floor(left / 1440), Math.floor(left / 60) % 24, left % 60];
      const say = (unit, number) => unit.replace("{0}", number);
      const span = d ? `${say(days, d)} ${say(hours, h)}` : h ? `${say(hours, h)} ${say(minutes, m)}` : say(minutes, Math.max(1, m));
      time.textContent = (since || time.dataset.left || "{0}").replace("{0}", span);
    }
  };
  setInterval(tick, 60000);

  // Copying, theme, language. A button says for two seconds that it copied.
  let copied = 0;
  // The lines of a large lot, to be read by other tools: name, tab, quantity.
  const rows = field => [...field.closest(".lot-lines").querySelectorAll("tr[data-name]")];
  const linesOf = button => rows(button).map(row => `${row.dataset.name}\t${row.dataset.quantity}`).join("\n");
  on("input", "[data-narrow-rows]", field => {
    const words = field.value.trim().toLocaleLowerCase();
    for (const row of rows(field)) row.hidden = !row.dataset.name.toLocaleLowerCase().includes(words);
    for (const body of field.closest(".lot-lines").querySelectorAll("tbody")) body.hidden = !find("tr[data-name]:not([hidden])", body);
  });
  on("click", "[data-copy]", async button => {
    const text = button.matches("[data-copy-rows]") ? linesOf(button) : button.dataset.copy;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = Object.assign(document.createElement("textarea"), { value: text });
      button.after(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      button.focus();
    }
    announce(button.dataset.copied);
    button.dataset.label ??= button.textContent;
    button.textContent = `${button.dataset.copied} ✓`;
    clearTimeout(copied);
    copied = setTimeout(() => { button.textContent = button.dataset.label; }, 2000);
  });
  const dress = () => {
    const theme = kept.get("theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  };
  on("click", "[data-theme-switch]", () => {
    const shown = document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark");
    kept.set("theme", shown === "light" ? "dark" : "light");
    dress();
  });
  on("click", "a[data-lang]", link => {
    const secure = location.protocol === "https:" ? "; secure" : "";
    document.cookie = `lang=${link.dataset.lang}; path=/; max-age=31536000; samesite=lax${secure}`;
  });

  // The language menu closes by Escape, and by a click elsewhere.
  document.addEventListener("keydown", event => {
    const menu = event.key === "Escape" && find("details.languages[open]");
    if (!menu) return;
    menu.open = false;
    find("summary", menu).focus();
  });
  document.addEventListener("click", event => {
    const menu = find("details.languages[open]");
    if (menu && !menu.contains(event.target)) menu.open = false;
  });

  // What is open stays open when the page is exchanged.
  const open = new Set();
  on("click", "details[data-keep] > summary", ({ parentElement: details }) => {
    open[details.open ? "delete" : "add"](details.dataset.keep);
  });

  // After each exchange: shows what only a script can use, and sets the focus where the reader is.
  const arrange = () => {
    dress();
    for (const element of all("[data-theme-switch], [data-copy], [data-narrow], [data-narrow-rows], [data-shortcuts-choice]")) element.hidden = false;
    for (const button of all("[data-auto]")) button.hidden = true;
    for (const box of all("[data-shortcuts]")) box.checked = kept.get("shortcuts") !== "off";
    for (const details of all("details[data-keep]")) if (open.has(details.dataset.keep)) details.open = true;
    for (const list of all(".choices.scroll")) stopAt(list, boxes(list).find(box => box === document.activeElement) ?? boxes(list).find(box => box.checked) ?? boxes(list)[0]);
    const place = find("[data-place]");
    if (place) Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": "places", "aria-autocomplete": "list" })
      .forEach(([name, value]) => place.setAttribute(name, value));
  };
  // The way back to a list leads to the row that was opened, where it stood. Capturing, because Blazor's own listener scrolls to the top.
  const scrolls = new Map();
  document.addEventListener("click", event => {
    const link = event.target.closest?.("a[href]");
    if (!link) return;
    scrolls.set(location.href, scrollY);
    purpose = link.matches(".back a") && !event.ctrlKey && !event.metaKey && !event.shiftKey ? "back" : "";
  }, true);
  window.addEventListener("popstate", () => {
    afterPause();
    release();
    sent = null;
    purpose = "back";
  });
  const goBackTo = row => {
    row?.focus({ preventScroll: true });
    if (scrolls.has(location.href)) scrollTo(0, scrolls.get(location.href));
    else row?.scrollIntoView({ block: "center" });
  };

  let path = location.pathname;
  const exchanged = () => {
    arrange();
    const focused = document.activeElement, results = find("#results");
    const opened = purpose === "back" && all("a.headline").find(link => link.pathname === path);
    if (opened) goBackTo(opened);
    else if (location.pathname !== path) {
      const heading = find("h1") ?? find("main");
      heading.tabIndex = -1;
      heading.focus();
      if (purpose === "back") goBackTo(null);
    } else if (purpose === "page" && results) {
      results.scrollIntoView();
      results.focus({ preventScroll: true });
    } else if (focused === document.body || !focused) results?.focus({ preventScroll: true });
    if (results && location.pathname === path) announce(results.textContent);
    [path, purpose] = [location.pathname, ""];
  };
  on("click", ".pager a", () => { purpose = "page"; });
  arrange();
  window.Blazor?.addEventListener?.("enhancedload", exchanged);
  window.Blazor?.addEventListener?.("enhancednavigationstart", () => { isExchanging = true; });
  window.Blazor?.addEventListener?.("enhancednavigationend", () => { isExchanging = false; });
})();
