// @ts-check
// The map as rules over numbered atoms, as program.py writes it, and its rules by atom.

/**
 * @typedef {object} Program The fields of `Compact` in program.py.
 * @property {string[]} ids
 * @property {number[]} questions
 * @property {string[]} sources
 * @property {number[]} beaten
 * @property {number} cut
 * @property {number} weighed
 * @property {number[]} loops
 * @property {number[]} heads
 * @property {number[][]} positive
 * @property {number[][]} negative
 * @property {number[]} levels
 * @property {number[]} made
 * @property {number[]} cited
 * @property {[number, number, number, number][]} compared
 */

/**
 * @typedef {object} Lookups The rules of a program by atom, and its comparisons by rule.
 * @property {number} statements
 * @property {number} atoms
 * @property {Map<number, number>} beatenOf By statement: the atom that says that it is beaten.
 * @property {number[][]} rulesFor
 * @property {number[][]} rulesWith
 * @property {number[][]} rulesWithout
 * @property {Map<number, {pro: number, con: number, open: boolean}>} comparisons
 */

const OWN_WORD = 2, ASSUMED = 3, DISPUTED = 4, GRANTED = 5, NEVER = 6, DROPPED = 7;
const LEAF = 1, JUDGEMENT = 2, DEMAND = 3;

/** @type {WeakMap<Program, Lookups>} */
const knownLookups = new WeakMap();

/**
 * @param {Program} program
 * @returns {Lookups}
 */
function lookupsOf(program) {
  const known = knownLookups.get(program);
  if (known) return known;
  const statements = program.ids.length;
  const atoms = statements + program.beaten.length + program.cut + program.weighed;
  /** @type {Lookups["comparisons"]} */
  const comparisons = new Map();
  for (const [rule, pro, con, open] of program.compared) comparisons.set(rule, { pro, con, open: open === 1 });
  const found = {
    statements,
    atoms,
    beatenOf: new Map(program.beaten.map((statement, number) => [statement, statements + number])),
    rulesFor: rulesBy(atoms, program.heads.map((head) => [head])),
    rulesWith: rulesBy(atoms, program.positive),
    rulesWithout: rulesBy(atoms, program.negative),
    comparisons,
  };
  knownLookups.set(program, found);
  return found;
}

/**
 * @param {number} atoms
 * @param {number[][]} bodies
 * @returns {number[][]} By atom: the rules whose list has it.
 */
function rulesBy(atoms, bodies) {
  /** @type {number[][]} */
  const found = Array.from({ length: atoms }, () => []);
  bodies.forEach((body, rule) => body.forEach((atom) => found[atom].push(rule)));
  return found;
}
