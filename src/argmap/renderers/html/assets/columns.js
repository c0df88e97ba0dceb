// @ts-check
// The texts beside the map: from a passage to the statements that it carries, and from a statement to its passages.

/** @typedef {{source: string, bearings: [string, string, string, string][]}} TextPlace
 * What a place is for which statements: id, role, state, and the phrases that name it. */

const texts = document.getElementById("texts");

/** The places of all texts, by number, and what their roles are called.
 * @type {{places: TextPlace[], roles: Record<string, string>}} */
const { places: textPlaces, roles: ROLES } = JSON.parse(byId("places").textContent ?? "");

/** The numbers of a statement's places, by its id. */
const placesOf = gathered(
  textPlaces.flatMap((spot, number) => spot.bearings.map(([id]) => /** @type {const} */ ([id, number]))),
);

const MOST_PLACES = 12;

/** Whether a statement is being selected from within a text, which then stays where it is. */
let choosing = false;

/** The parts of the texts that a place covers, by its number. */
const coveredParts = gathered([...(texts?.querySelectorAll(".passage") ?? [])].flatMap((part) =>
  numbersOf(part).map((number) => /** @type {const} */ ([number, /** @type {HTMLElement} */ (part)]))));

/** @param {Element} part */
function numbersOf(part) {
  return (/** @type {HTMLElement} */ (part).dataset.p ?? "").split(" ");
}

/** @param {number} number */
function partsOf(number) {
  return coveredParts.get(`${number}`) ?? [];
}

function isTextsShown() {
  return document.documentElement.classList.contains("with-texts");
}

/** Whether the texts lie over the map as a sheet. */
function isSheet() {
  return matchMedia("(max-width: 1000px)").matches;
}

/** @param {boolean} open */
function showTexts(open) {
  document.documentElement.classList.toggle("with-texts", open);
  byId("texts-button").setAttribute("aria-expanded", `${open}`);
  if (open && selected !== null) showPlaces(selected);
}

function toggleTexts() {
  showTexts(!isTextsShown());
  if (isTextsShown()) texts?.focus({ preventScroll: true });
}

/** @param {Element} column */
function showColumn(column) {
  for (const other of texts?.querySelectorAll(".column") ?? []) other.classList.toggle("shown", other === column);
  const choice = /** @type {HTMLSelectElement | null} */ (document.getElementById("text-choice"));
  if (choice) choice.value = column.id;
}

/**
 * Bring a place of a text into sight, if it is not.
 * @param {number} number
 */
function revealPlace(number) {
  const [first] = partsOf(number);
  const column = first?.closest(".column");
  if (!first || !column) return;
  showColumn(column);
  column.scrollIntoView({ block: "nearest", inline: "nearest" });
  const seen = column.getBoundingClientRect(), box = first.getBoundingClientRect();
  if (box.top < seen.top + 8 || box.bottom > seen.bottom - 8) first.scrollIntoView({ block: "center" });
}

/**
 * Show the texts at a place, and go there.
 * @param {number} number
 */
function goToPlace(number) {
  showTexts(true);
  revealPlace(number);
  partsOf(number)[0]?.focus({ preventScroll: true });
}

/** States of a passage that is not what it was recorded as. */
const CHANGED_STATES = ["nearest", "fuzzy", "context-changed"];

/**
 * Show the first passage of a statement: one that has changed before others, then one of the text in sight.
 * @param {string} id
 */
function showPlaces(id) {
  const every = placesOf.get(id) ?? [];
  const changed = every.filter((number) =>
    textPlaces[number].bearings.some(([bearer, , state]) => bearer === id && CHANGED_STATES.includes(state)));
  const numbers = changed.length ? changed : every;
  const inSight = numbers.filter((number) => partsOf(number)[0]?.closest(".shown"));
  const [first] = inSight.length ? inSight : numbers;
  if (first !== undefined) revealPlace(first);
}

/** @param {string | null} id */
function lightPlaces(id) {
  for (const part of texts?.querySelectorAll(".lit") ?? []) part.classList.remove("lit");
  if (id === null) return;
  for (const number of placesOf.get(id) ?? []) for (const part of partsOf(number)) part.classList.add("lit");
}

/**
 * Select a statement from a text; on a small screen the texts make room for it.
 * @param {string} id
 */
function chooseFromText(id) {
  choosing = true;
  if (isSheet()) showTexts(false);
  select(id);
  choosing = false;
}

/**
 * The statements that a part of a text carries, each with what the text is for it.
 * @param {HTMLElement} part
 */
function carriedBy(part) {
  const found = numbersOf(part).flatMap((number) => textPlaces[Number(number)].bearings);
  return gathered(found.map(([id, role]) => [id, ROLES[role]]));
}

/** @param {HTMLElement} part */
function choosePassage(part) {
  const carried = carriedBy(part);
  const [only] = carried.keys();
  if (carried.size === 1 && !isSheet()) chooseFromText(only);
  else listCarried(part, carried);
}

/**
 * List the statements of a passage beside it.
 * @param {HTMLElement} part
 * @param {Map<string, string[]>} carried
 */
function listCarried(part, carried) {
  const list = byId("carried");
  list.replaceChildren(
    make("h3", {}, `This passage carries ${counted(carried.size, "statement")}`),
    ...[...carried].map(([id, roles]) => {
      const statement = /** @type {Statement} */ (statements.get(id));
      const name = make("span", { class: "name" }, make("span", { class: `dot ${statement.kind}` }), own(statement.label));
      const told = make("span", { class: "role" }, `${statement.kind}, ${[...new Set(roles)].join(", ")}`);
      return button(make("span", {}, name, told), () => {
        list.hidePopover();
        chooseFromText(id);
      });
    }),
  );
  list.onkeydown = (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    list.hidePopover();
    part.focus({ preventScroll: true });
  };
  list.showPopover();
  const box = part.getClientRects()[0], size = list.getBoundingClientRect();
  const under = box.bottom + 6 + size.height < innerHeight ? box.bottom + 6 : Math.max(8, box.top - 6 - size.height);
  list.style.top = `${under}px`;
  list.style.left = `${Math.max(12, Math.min(box.left, innerWidth - size.width - 12))}px`;
  list.querySelector("button")?.focus();
}

/**
 * Buttons that lead to the places of a passage in the texts beside the map.
 * @param {string} id The statement's.
 * @param {Passage & Partial<Citation>} cited
 */
function placeButtons(id, cited) {
  const role = cited.stance ?? "from";
  const found = (placesOf.get(id) ?? []).flatMap((number) => {
    const { source, bearings } = textPlaces[number];
    const bearing = bearings.find((each) => each[0] === id && each[1] === role && each[3] === cited.quote);
    return bearing && source === cited.source ? [{ number, state: bearing[2] }] : [];
  });
  const shown = found.slice(0, MOST_PLACES).map(({ number, state }, at) => {
    const name = state === "nearest" ? "Show the nearest passage" : "Show in the text";
    return button(found.length > 1 ? `${name}, ${at + 1} of ${found.length}` : name, () => goToPlace(number), { class: "place" });
  });
  const more = found.length - shown.length;
  return more > 0 ? [...shown, make("p", { class: "muted" }, `and at ${counted(more, "more place")}`)] : shown;
}

/** Make the sections columns, with a head to choose one by. */
function makeColumns() {
  const columns = /** @type {HTMLElement[]} */ ([...(texts?.querySelectorAll(".column") ?? [])]);
  const title = /** @type {HTMLElement} */ (texts?.querySelector("h2"));
  const close = button("×", () => {
    showTexts(false);
    byId("texts-button").focus();
  }, { class: "plain close", "aria-label": "Close the texts" });
  const head = make("header", { id: "texts-head" }, title, close);
  if (columns.length > 1) {
    const choice = make("select", { id: "text-choice", "aria-label": "Text" }, ...columns.map((column) =>
      make("option", { value: column.id }, `${column.querySelector("h3")?.textContent} (${column.dataset.share})`)));
    choice.addEventListener("change", () =>
      showColumn(byId(/** @type {HTMLSelectElement} */ (choice).value)));
    title.after(choice);
    texts?.classList.add("several", "choice");
  }
  texts?.prepend(head);
  for (const column of columns) {
    column.setAttribute("tabindex", "0");
    column.setAttribute("role", "region");
    column.setAttribute("aria-label", column.querySelector("h3")?.textContent ?? "");
  }
  if (columns.length) showColumn(columns[0]);
}

function startTexts() {
  if (!texts) return;
  makeColumns();
  document.body.append(make("div", { id: "carried", popover: "auto", role: "dialog", "aria-label": "Statements of the passage" }));
  const opener = byId("texts-button");
  opener.hidden = false;
  opener.addEventListener("click", toggleTexts);
  texts.addEventListener("click", (event) => {
    const part = /** @type {Element} */ (event.target).closest(".passage");
    if (!(part instanceof HTMLElement)) return;
    event.preventDefault();
    choosePassage(part);
  });
  SHORTCUTS.t = () => toggleTexts();
  KEYS.push(["t", "the texts beside the map"]);
  document.addEventListener("click", (event) => {
    const leading = /** @type {Element} */ (event.target).closest("a[href^='#p-']");
    if (!leading) return;
    event.preventDefault();
    goToPlace(Number(leading.getAttribute("href")?.slice(3)));
  });
  onSelect((id) => {
    lightPlaces(id);
    if (id !== null && !choosing && isTextsShown()) showPlaces(id);
  });
  if (!isSheet()) showTexts(true);
}
