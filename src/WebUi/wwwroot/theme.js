// Before the first paint, so that nobody sees the other theme flash by.
(() => {
  try {
    const chosen = localStorage.getItem("theme");
    if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
  } catch { /* Nothing is kept here: the system's theme it is. */ }
})();
