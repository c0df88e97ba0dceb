// @ts-check
// What the page knows of its map, as facts.py describes it, and look-ups over it.

/**
 * @typedef {{code: string, name: string, severity: string, message: string}} Finding
 * @typedef {{source: string, quote: string, locator: string, state: string, href: string | null}} Passage
 * @typedef {Passage & {id: string, stance: string, grade: string | null, remark: string}} Citation
 * @typedef {{id: string, card: string, kind: string, label: string, title: string, text: string, group: string | null,
 *   described: string, tags: string[], note: string, depth: number, standing: string | null, words: string[],
 *   told: string[], ground: string | null, rests: string, why: string, reviewed: boolean,
 *   changed: {passage: boolean, told: string}[], findings: Finding[], passages: Passage[],
 *   citations: Citation[]}} Statement
 * @typedef {{id: string, kind: string, premises: string[], target: string, on: string, word: string, scheme: string,
 *   questions: string[], title: string, note: string, values: string[], weight: number | null, fate: string, outweighed: string[],
 *   weightier: string[], answers: string[],
 *   elements: string[]}} Relation
 * @typedef {{id: string, label: string, authors: string[], published: string, publisher: string, kind: string,
 *   note: string, href: string | null, about: boolean, findings: Finding[]}} Source
 * @typedef {{id: string, title: string, parent: string | null}} Group
 * @typedef {{title: string, statements: string[]}} Part
 * @typedef {{title: string, description: string, unread: string, about: string | null, direction: string, lacking: string,
 *   statements: Statement[], relations: Relation[], sources: Source[], groups: Group[], findings: Finding[],
 *   references: Record<string, string>, overview: boolean, cards: number, parts: Record<string, Part>,
 *   within: Record<string, string>,
 *   meanings: {codes: Record<string, string[]>, words: Record<string, string>, grades: Record<string, string>,
 *   states: Record<string, string>}}} Facts
 */

/** @type {Facts} */
const facts = JSON.parse(document.getElementById("facts")?.textContent ?? "");

/** The statements by id, in reading order. */
const statements = new Map(facts.statements.map((statement) => [statement.id, statement]));

const sources = new Map(facts.sources.map((source) => [source.id, source]));

/** The relations that bear on a statement, by its id. */
const bearing = gathered(facts.relations.map((relation) => [relation.on, relation]));

/** The relations that start from a statement, by its id. */
const starting = gathered(
  facts.relations.flatMap((relation) => relation.premises.map((premise) => /** @type {const} */ ([premise, relation]))),
);

/** The ids of statements by the name of a card in the picture; the small cards of other sections too. */
const byCard = new Map([
  ...Object.entries(facts.references),
  ...facts.statements.map((statement) => /** @type {[string, string]} */ ([statement.card, statement.id])),
  ...facts.statements.map((statement) => /** @type {[string, string]} */ ([`v-${statement.card}`, statement.id])),
]);

/**
 * @template T
 * @param {Iterable<readonly [string, T]>} pairs
 * @returns {Map<string, T[]>}
 */
function gathered(pairs) {
  /** @type {Map<string, T[]>} */
  const found = new Map();
  for (const [key, value] of pairs) {
    const known = found.get(key);
    if (known) known.push(value);
    else found.set(key, [value]);
  }
  return found;
}

/**
 * How a standing looks: "bad", "open" or "good"; nothing for a question.
 * @param {Statement} statement
 */
function gravity(statement) {
  if (!statement.standing) return "";
  if (["unsupported", "rejected"].includes(statement.standing)) return "bad";
  return statement.words.length ? "open" : "good";
}
