// @ts-check
// Light or dark: as the screen is, or as the reader wants it.

const THEMES = ["auto", "light", "dark"];
const THEME_WORDS = { auto: "as the screen", light: "light", dark: "dark" };

function startTheme() {
  const root = document.documentElement;
  const chooser = byId("theme-button");
  const show = () => {
    const theme = /** @type {keyof typeof THEME_WORDS} */ (root.dataset.theme ?? "auto");
    chooser.setAttribute("aria-label", `Colours: ${THEME_WORDS[theme]}`);
    chooser.title = `Colours: ${THEME_WORDS[theme]}`;
    chooser.textContent = { auto: "◐", light: "☀", dark: "☾" }[theme];
  };
  chooser.addEventListener("click", () => {
    root.dataset.theme = THEMES[(THEMES.indexOf(root.dataset.theme ?? "auto") + 1) % THEMES.length];
    show();
    for (const listener of lightListeners) listener();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    for (const listener of lightListeners) listener();
  });
  show();
}
