// @ts-check
// What only a page does that is served: it is shown anew when a file has changed, and laid out anew without what is folded.

const KEPT = "argmap-place";

/** What was kept when the page was last shown anew. */
const kept = server ? JSON.parse(sessionStorage.getItem(KEPT) ?? "null") : null;

/** What was folded when the server laid the picture out. */
const laidOut = new Set(server ? new URLSearchParams(location.search).getAll("fold") : []);

/** Take up the colours that were kept, and wait for the next change. */
function startLive() {
  if (!server) return;
  sessionStorage.removeItem(KEPT);
  const root = document.documentElement;
  if (kept) root.dataset.theme = kept.theme;
  follow(byId("notice"), () => keep(true));
  startLayingOut();
}

/**
 * Keep what the reader has chosen while the page is shown anew.
 * @param {boolean} same whether the picture will be the same
 */
function keep(same) {
  const { theme } = document.documentElement.dataset;
  sessionStorage.setItem(KEPT, JSON.stringify({ page: same ? location.href : "", place, theme, summary: wantsSummary, folds: [...folds] }));
}

/** Be where the reader was before the page was shown anew. */
function takeUpPlace() {
  if (kept?.page !== location.href || !picture) return;
  Object.assign(place, kept.place);
  placedBy = "hand";
  moved();
}

/** Fold what the picture was laid out without, and offer to lay it out anew when something else is folded. */
function startLayingOut() {
  const again = button("Close the gaps", layOut, { id: "lay-out", title: "Lay the picture out without what is folded" });
  again.hidden = true;
  byId("zoom").before(again);
  const before = kept?.page === location.href ? kept.folds : [];
  for (const id of [...laidOut, ...before]) if (statements.has(id)) folds.add(id);
  if (folds.size) showFolds();
  onFold(() => {
    if ([...laidOut].some((id) => statements.has(id) && !folds.has(id))) layOut();
    again.hidden = [...folds].every((id) => laidOut.has(id));
  });
}

/** Have the server lay the picture out without what is folded. */
function layOut() {
  keep(false);
  const wanted = new URLSearchParams([...folds].map((id) => ["fold", id]));
  location.assign(`${location.pathname}?${wanted}${location.hash}`);
}
