// @ts-check
// Keeping the place in the picture and the colours while a page is shown anew.

const KEPT = "argmap-place";

/** What was kept when the page was last shown anew. */
const kept = server ? JSON.parse(sessionStorage.getItem(KEPT) ?? "null") : null;

/** Take up the colours that were kept, and wait for the next change. */
function startLive() {
  if (!server) return;
  sessionStorage.removeItem(KEPT);
  const root = document.documentElement;
  if (kept) root.dataset.theme = kept.theme;
  follow(byId("notice"), () => {
    sessionStorage.setItem(KEPT, JSON.stringify({ page: location.pathname, place, theme: root.dataset.theme }));
  });
}

/** Be where the reader was before the page was shown anew. */
function takeUpPlace() {
  if (kept?.page !== location.pathname || !picture) return;
  Object.assign(place, kept.place);
  moved();
}
