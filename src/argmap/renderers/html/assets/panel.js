// @ts-check
// The details of what is selected.

const panel = byId("panel");

/** Further parts of the panel, made by other files for a statement; nothing where one has nothing to say.
 * @type {((statement: Statement) => Node | null)[]} */
const panelParts = [];

const RELATED = [
  ["bearing", "support", "What speaks for it"],
  ["bearing", "attack", "What speaks against it"],
  ["bearing", "undercut", "What speaks against a step to it, or a citation of it"],
  ["starting", "support", "What it speaks for"],
  ["starting", "attack", "What it speaks against"],
  ["starting", "undercut", "Of what it undercuts a step or a citation"],
];

/** @param {Statement} statement */
function head(statement) {
  const kind = make("span", { class: `kind ${statement.kind}` }, statement.described);
  const close = button("×", leaveDetails, { class: "plain close", "aria-label": "Close" });
  return make("header", {}, make("div", { class: "line" }, kind, close), make("h2", { dir: "auto" }, statement.label));
}

/** @param {Statement} statement */
function standing(statement) {
  if (!statement.standing) return null;
  const words = statement.told;
  const pills = words.map((word) =>
    make("span", { class: `said ${gravity(statement)}`, title: facts.meanings.words[word] ?? "" }, word));
  const told = words.map((word) => facts.meanings.words[word]).filter((meaning) => meaning);
  return make(
    "section", { class: "standing" },
    make("p", { class: "pills" }, ...pills),
    told.length ? make("p", { class: "muted" }, `${told.join("; ").replace(/^./, (first) => first.toUpperCase())}.`) : null,
    statement.why ? make("p", { class: "why" }, ...isolated(statement.why)) : null,
    statement.rests ? make("p", { class: "muted" }, `Rests on ${statement.rests}.`) : null,
  );
}

/**
 * @param {string} title
 * @param {(Node | null)[]} parts
 */
function section(title, parts) {
  return parts.length ? make("section", {}, make("h3", {}, title), ...parts) : null;
}

/** @param {Finding} finding */
function foundPart(finding) {
  const explained = (facts.meanings.codes[finding.code] ?? []).map((part) => make("p", {}, part));
  return make(
    "details", { class: `finding ${finding.severity}` },
    make("summary", {}, make("b", {}, finding.code), " ", ...isolated(finding.message)),
    ...explained,
  );
}

const STANCES = /** @type {Record<string, string>} */ ({
  contradicts: "against it", qualifies: "qualifies it", context: "for context",
});

/** @param {Passage & Partial<Citation>} cited */
function sourcePart(cited) {
  const source = sources.get(cited.source);
  const stance = STANCES[cited.stance ?? ""];
  const told = [source?.authors.join(", "), source?.published, cited.locator].filter((part) => part).join(", ");
  return [
    make("p", {}, own(source?.label ?? cited.source, { class: "source" }), stance ? make("em", {}, ` ${stance}`) : null),
    told ? make("p", { class: "muted", dir: "auto" }, told) : null,
    ...(cited.stance ? source?.findings ?? [] : []).map(foundPart),
  ];
}

/**
 * @param {string} id The statement's.
 * @param {Passage & Partial<Citation>} cited
 */
function citedPart(id, cited) {
  const sound = ["verified", "moved"].includes(cited.state) && cited.grade !== "disputed";
  const state = cited.remark || facts.meanings.states[cited.state];
  return make(
    "div", { class: `cited ${cited.stance ?? ""}` },
    ...sourcePart(cited),
    cited.quote ? make("blockquote", { dir: "auto" }, `“${cited.quote}”`) : null,
    make("p", { class: `state ${sound ? "good" : "open"}` }, state, cited.grade ? ` · ${cited.grade}` : ""),
    ...placeButtons(id, cited),
    cited.href ? make("p", {}, link(cited.href, cited.quote ? "Open at the passage" : "Open the source")) : null,
  );
}

/**
 * A button that leads to a statement.
 * @param {string} id
 */
function leadTo(id) {
  const statement = statements.get(id);
  if (!statement) return null;
  const name = make("span", { class: "name" }, make("span", { class: `dot ${statement.kind}` }), own(statement.label));
  const said = statement.told.slice(0, 2).join(", ");
  if (said) name.append(make("span", { class: `said ${gravity(statement)}` }, said));
  return button(name, () => select(id), { class: "lead", "data-lead": id });
}

/**
 * @param {Relation} relation
 * @param {string[]} ends
 */
function relationPart(relation, ends) {
  const told = [
    relation.word === "supports" ? "" : relation.word,
    relation.scheme,
    ...relation.questions,
    relation.title,
    relation.values.length ? `speaks for ${relation.values.join(", ")}` : "",
    relation.weight === null ? "" : `weight ${relation.weight}`,
    relation.fate === "holds" ? "" : relation.fate,
    relation.answers.length ? `no evidence, and answered by ${relation.answers.join(" and ")}` : "",
    relation.outweighed.length ? `by ${relation.outweighed.join(" and ")}` : "",
  ].filter((part) => part).join(" · ");
  return make(
    "div", { class: `relation ${relation.kind}` },
    ends.length > 1 ? make("p", { class: "muted" }, "only together:") : null,
    ...ends.map(leadTo),
    told ? make("p", { class: "muted" }, told) : null,
    relation.note ? make("p", { class: "note", dir: "auto" }, relation.note) : null,
  );
}

/** @param {Statement} statement */
function related(statement) {
  const parts = RELATED.map(([side, kind, title]) => {
    const found = (side === "bearing" ? bearing : starting).get(statement.id) ?? [];
    return section(title, found.filter((relation) => relation.kind === kind)
      .map((relation) => relationPart(relation, side === "bearing" ? relation.premises : [relation.on])));
  });
  const pairs = [...(bearing.get(statement.id) ?? []), ...(starting.get(statement.id) ?? [])]
    .filter((relation) => relation.kind === "contradiction")
    .map((relation) => relationPart(relation, [...relation.premises, relation.on].filter((id) => id !== statement.id)));
  const lighter = facts.relations.filter((relation) => relation.weightier.includes(statement.id))
    .map((relation) => relationPart({ ...relation, note: "" }, relation.premises));
  return [...parts, section("What it outweighs", lighter), section("What it contradicts", pairs)];
}

/** @param {Statement} statement */
function showPanel(statement) {
  const hadFocus = panel.contains(document.activeElement);
  panel.replaceChildren(...[
    head(statement),
    statement.title && statement.text ? make("p", { class: "text", dir: "auto" }, statement.text) : null,
    changedPart(statement),
    standing(statement),
    ...panelParts.map((part) => part(statement)),
    section("Findings", statement.findings.map(foundPart)),
    section("What it cites", statement.citations.map((cited) => citedPart(statement.id, cited))),
    section("Where the analysed text says it", statement.passages.map((cited) => citedPart(statement.id, cited))),
    ...related(statement),
    statement.note ? section("Note", [make("p", { dir: "auto" }, statement.note)]) : null,
    statement.tags.length ? make("p", { class: "tags" }, ...statement.tags.map((tag) => own(`#${tag} `))) : null,
  ].filter((part) => part !== null));
  panel.scrollTop = 0;
  if (hadFocus) panel.focus({ preventScroll: true });
}

/** Close the details of a statement or of a part, and go back to its card, or without a picture to its entry. */
function leaveDetails() {
  const id = selected, card = shownPart ?? cardOf(id) ?? "";
  select(null);
  showNothing();
  const back = elements.get(card) ?? (id === null ? null : entryOf(id)?.querySelector("a"));
  back?.focus({ preventScroll: true });
}

/** @param {boolean} open */
function showPanelAtAll(open) {
  shownPart = null;
  panel.hidden = !open;
  document.documentElement.classList.toggle("with-panel", open);
}

function startPanel() {
  onSelect((id) => {
    const statement = id === null ? undefined : statements.get(id);
    if (!statement) return showNothing();
    showPanelAtAll(true);
    showPanel(statement);
  });
}
