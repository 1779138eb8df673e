"use strict";
// Tells how many contracts came to a list since the reader looked at it. The instants stay in the browser; the server learns nothing new.
(() => {
  const minute = 60_000, longest = 16 * minute, memory = 20, maxAge = 14 * 24 * 60 * minute;
  const read = store => { try { return JSON.parse(store.getItem("looked")) ?? {}; } catch { return {}; } };
  const write = (store, looks) => {
    const latest = Object.entries(looks).sort(([, one], [, other]) => (one < other ? 1 : -1)).slice(0, memory);
    try { store.setItem("looked", JSON.stringify(Object.fromEntries(latest))); } catch { /* Without a store, every visit is the first. */ }
  };
  const keep = (store, list, instant) => write(store, { ...read(store), [list]: instant });

  // The instant to count from stays the same while the tab is open, so that the news outlast a look at a contract.
  const lookOf = list => {
    const look = read(sessionStorage)[list] ?? read(localStorage)[list];
    return look && Date.now() - Date.parse(look) < maxAge ? look : null;
  };
  const clock = instant => new Date(instant).toISOString().slice(Date.now() - Date.parse(instant) < 24 * 60 * minute ? 11 : 5, 16).replace("T", " ");

  // The server is asked once a minute at most, however many lists the reader goes through.
  let timer = null, wait = minute, asked = 0, due = 0;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, Math.max(0, due - Date.now()));
  };
  const known = new Map();
  const show = () => {
    const link = document.querySelector("[data-news]"), news = link && known.get(link.dataset.news);
    if (!news) return;
    const target = new URL(link.href);
    target.searchParams.set("since", news.look);
    link.href = target.href;
    link.dataset.text ??= link.textContent;
    link.textContent = link.dataset.text.replace("{0}", news.total.toLocaleString(document.documentElement.lang)).replace("{1}", clock(news.look));
    link.hidden = news.total === 0;
  };
  const ask = async () => {
    const link = document.querySelector("[data-news]");
    if (!link) return;
    due = Date.now() + wait;
    if (document.hidden) return later();
    const list = link.dataset.news, look = lookOf(list), turn = ++asked;
    const address = new URL(list, location.href);
    if (look) address.searchParams.set("since", look);
    const answer = await fetch(address).then(response => (response.ok ? response.json() : null)).catch(() => null);
    wait = answer ? minute : Math.min(2 * wait, longest);
    due = Date.now() + wait;
    if (turn !== asked || !link.isConnected) return;
    later();
    if (!answer?.as_of) return;
    keep(localStorage, list, answer.as_of);
    if (!look) return keep(sessionStorage, list, answer.as_of);
    keep(sessionStorage, list, look);
    known.set(list, { look, total: answer.total });
    show();
  };
  document.addEventListener("click", event => {
    const link = event.target.closest?.("[data-news]");
    // What is new is seen now.
    if (!link) return;
    keep(sessionStorage, link.dataset.news, read(localStorage)[link.dataset.news]);
    known.delete(link.dataset.news);
  });
  const arrange = () => {
    show();
    later();
  };
  arrange();
  window.Blazor?.addEventListener?.("enhancedload", arrange);
})();
