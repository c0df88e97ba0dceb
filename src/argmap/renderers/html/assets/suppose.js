// @ts-check
// What a map says without some of its sources and statements: the labels that the library gives, found in the page.
// The program is that of renderers/html/program.py; the rules and words are those of argmap.evaluation.

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

/**
 * @typedef {object} Support How each statement is supported at best.
 * @property {number[]} ratings By rule: the level of its ground as it is supposed.
 * @property {number[]} levels By statement: the weakest link of its best line.
 * @property {number[]} via By statement: the rule that closes that line, or -1.
 */

/**
 * @typedef {object} Model What is true on a basis.
 * @property {number} limit
 * @property {Int8Array} values By atom.
 */

/**
 * @typedef {object} Label What readers see of a statement.
 * @property {boolean} supported
 * @property {"accepted" | "undecided" | "rejected" | "unsupported"} standing
 * @property {string | null} grade
 * @property {string[]} words
 */

const UNDECIDED = 0, TRUE = 1, FALSE = 2;
const OWN_WORD = 2, ASSUMED = 3, DISPUTED = 4, GRANTED = 5, NEVER = 6, DROPPED = 7;
const LEAF = 1, JUDGEMENT = 2, DEMAND = 3;
const GRADES = ["independent", "unverified", "own word", "assumed", "disputed"];
const STANDINGS = /** @type {const} */ (["undecided", "accepted", "rejected"]);

/** A rule that fails waits for so many literals that it never fires. */
const DEAD = 1 << 30;

/** @type {WeakMap<Program, Lookups>} */
const knownLookups = new WeakMap();

/**
 * Tell what the map says without some sources and statements; a question has no label.
 *
 * @param {Program} program
 * @param {{sources?: Iterable<string>, statements?: Iterable<string>}} removed Their ids; others are passed over.
 * @returns {(Label | null)[]} By statement.
 */
function suppose(program, removed) {
  const lookups = lookupsOf(program);
  const support = supportOf(program, lookups, ratingsWithout(program, lookups, removed));
  const cited = wellFounded(program, lookups, support, OWN_WORD);
  const declared = wellFounded(program, lookups, support, ASSUMED);
  const granted = wellFounded(program, lookups, support, GRANTED);
  const contested = contestedOn(program, lookups, support, ASSUMED);
  const circular = circularOn(program, lookups, support, ASSUMED);
  const questions = new Set(program.questions);
  return program.ids.map((_, at) => {
    if (questions.has(at)) return null;
    const level = support.levels[at], supported = level <= ASSUMED;
    const standing = supported ? STANDINGS[declared.values[at]] : "unsupported";
    const grade = supported || level === DISPUTED ? GRADES[level] : null;
    const words = [];
    if (standing === "accepted") {
      if (granted.values[at] !== TRUE) words.push("open challenge");
      if (contested.has(at)) words.push("contested");
      if (cited.values[at] !== TRUE || level > OWN_WORD) words.push("conditional");
    } else if (standing === "unsupported" && circular.has(at)) {
      words.push("circular");
    } else if (standing === "undecided" && isToWeigh(program, lookups, support, declared, at)) {
      words.push("to weigh");
    } else {
      words.push(standing);
    }
    if (grade === "own word" || grade === "disputed") words.push(grade);
    return { supported, standing, grade, words };
  });
}

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

/**
 * Drop every ground of some sources, and every ground and support of some statements. A leaf that loses its last
 * citation with a source is an uncited leaf; a statement that is dropped is none.
 *
 * @param {Program} program
 * @param {Lookups} lookups
 * @param {{sources?: Iterable<string>, statements?: Iterable<string>}} removed
 * @returns {number[]} By rule: the level of its ground.
 */
function ratingsWithout(program, lookups, removed) {
  const sources = new Set(removed.sources ?? []), statements = new Set(removed.statements ?? []);
  const ratings = program.levels.slice();
  /** @type {Set<number>} */
  const heads = new Set();
  program.heads.forEach((head, rule) => {
    const compared = lookups.comparisons.get(rule);
    const from = compared ? [compared.pro, compared.con] : [rule];
    if (from.some((each) => program.cited[each] >= 0 && sources.has(program.sources[program.cited[each]]))) {
      ratings[rule] = DROPPED;
      heads.add(head);
    }
  });
  for (const head of heads) if (head < lookups.statements) grantLeaf(program, lookups, ratings, head);
  program.ids.forEach((id, at) => {
    if (statements.has(id)) for (const rule of lookups.rulesFor[at]) ratings[rule] = DROPPED;
  });
  return ratings;
}

/**
 * Make a statement that has lost its last citation an uncited leaf, in comparisons too.
 *
 * @param {Program} program
 * @param {Lookups} lookups
 * @param {number[]} ratings
 * @param {number} statement
 */
function grantLeaf(program, lookups, ratings, statement) {
  const rules = lookups.rulesFor[statement];
  if (rules.some((rule) => ratings[rule] < NEVER)) return;
  const leaf = rules.find((rule) => program.made[rule] === LEAF);
  if (leaf === undefined) return;
  ratings[leaf] = GRANTED;
  for (const rule of lookups.rulesWith[statement]) {
    if (lookups.comparisons.get(rule)?.pro === leaf && ratings[rule] !== DROPPED) ratings[rule] = GRANTED;
  }
}

/**
 * Propagate grounds along supports, best level first; objections are left aside.
 *
 * @param {Program} program
 * @param {Lookups} lookups
 * @param {number[]} ratings
 * @returns {Support}
 */
function supportOf(program, { statements, rulesWith }, ratings) {
  const { heads, positive } = program;
  const waiting = ratings.map((rating, rule) => (rating < NEVER ? positive[rule].length : -1));
  const levels = new Array(statements).fill(NEVER), via = new Array(statements).fill(-1);
  /** @type {number[][]} */
  const queues = Array.from({ length: NEVER }, () => []);
  heads.forEach((head, rule) => {
    if (head < statements && ratings[rule] < NEVER && !positive[rule].length) queues[ratings[rule]].push(rule);
  });
  queues.forEach((queue, level) => {
    for (const rule of queue) {
      const head = heads[rule];
      if (levels[head] < NEVER) continue;
      levels[head] = level;
      via[head] = rule;
      for (const following of rulesWith[head]) {
        waiting[following] -= 1;
        if (waiting[following] === 0 && heads[following] < statements) queue.push(following);
      }
    }
  });
  return { ratings, levels, via };
}

/**
 * @typedef {object} Work What is in hand while a model is found.
 * @property {Int8Array} values
 * @property {Int32Array} missing By rule: how many literals are still to be settled.
 * @property {Int32Array} live By atom: how many of its rules may still fire.
 * @property {number[]} source By statement: the rule that holds it up.
 * @property {number[]} queue Atoms that are settled and not told yet.
 * @property {number[]} bereft Statements on loops whose source is gone.
 */

/**
 * Find the well-founded model: what survives the objections drawn, on the grounds up to a level.
 *
 * @param {Program} program
 * @param {Lookups} lookups
 * @param {Support} support
 * @param {number} limit
 * @returns {Model}
 */
function wellFounded(program, lookups, support, limit) {
  /** @type {Work} */
  const work = {
    values: new Int8Array(lookups.atoms),
    missing: new Int32Array(program.heads.length).fill(DEAD),
    live: new Int32Array(lookups.atoms),
    source: support.via.slice(),
    queue: [],
    bereft: [],
  };
  program.heads.forEach((head, rule) => {
    if (support.ratings[rule] > limit) return;
    work.missing[rule] = program.positive[rule].length + program.negative[rule].length;
    work.live[head] += 1;
  });
  support.levels.forEach((level, at) => {
    if (level > limit) settle(work, at, FALSE);
  });
  for (let atom = 0; atom < lookups.atoms; atom++) if (!work.live[atom]) settle(work, atom, FALSE);
  program.heads.forEach((head, rule) => {
    if (!work.missing[rule]) settle(work, head, TRUE);
  });
  propagate(program, lookups, work);
  while (work.bereft.length) {
    for (const atom of unfounded(program, lookups, work)) settle(work, atom, FALSE);
    propagate(program, lookups, work);
  }
  return { limit, values: work.values };
}

/**
 * @param {Work} work
 * @param {number} atom
 * @param {number} value
 */
function settle(work, atom, value) {
  if (work.values[atom] !== UNDECIDED) return;
  work.values[atom] = value;
  work.queue.push(atom);
}

/**
 * Tell the rules about the settled atoms until none is left.
 *
 * @param {Program} program
 * @param {Lookups} lookups
 * @param {Work} work
 */
function propagate(program, { rulesWith, rulesWithout }, work) {
  for (const atom of work.queue) {
    const isTrue = work.values[atom] === TRUE;
    for (const rule of (isTrue ? rulesWith : rulesWithout)[atom]) {
      work.missing[rule] -= 1;
      if (!work.missing[rule]) settle(work, program.heads[rule], TRUE);
    }
    for (const rule of (isTrue ? rulesWithout : rulesWith)[atom]) {
      if (work.missing[rule] >= DEAD >> 1) continue;
      work.missing[rule] = DEAD;
      bury(program, work, rule);
    }
  }
  work.queue = [];
}

/**
 * Take a dead rule from its head.
 *
 * @param {Program} program
 * @param {Work} work
 * @param {number} rule
 */
function bury(program, work, rule) {
  const head = program.heads[rule];
  work.live[head] -= 1;
  if (!work.live[head]) settle(work, head, FALSE);
  else if (work.source[head] === rule && program.loops[head]) work.bereft.push(head);
}

/**
 * Return the statements on loops that no longer rest on anything but themselves.
 *
 * @param {Program} program
 * @param {Lookups} lookups
 * @param {Work} work
 * @returns {Set<number>}
 */
function unfounded(program, lookups, work) {
  const lost = new Set(work.bereft.filter((atom) => work.values[atom] === UNDECIDED));
  work.bereft = [];
  for (const atom of lost) {
    for (const rule of lookups.rulesWith[atom]) {
      const head = program.heads[rule];
      const rests = work.source[head] === rule && program.loops[head] === program.loops[atom];
      if (rests && work.values[head] === UNDECIDED) lost.add(head);
    }
  }
  findSources(program, lookups, work, lost);
  return lost;
}

/**
 * Take from the lost statements those that some live rule still holds up from without.
 *
 * @param {Program} program
 * @param {Lookups} lookups
 * @param {Work} work
 * @param {Set<number>} lost
 */
function findSources(program, lookups, work, lost) {
  /** @type {Map<number, number>} */
  const open = new Map();
  for (const head of lost) {
    for (const rule of lookups.rulesFor[head]) {
      if (work.missing[rule] < DEAD >> 1) open.set(rule, program.positive[rule].filter((atom) => lost.has(atom)).length);
    }
  }
  const firm = [...open.keys()].filter((rule) => !open.get(rule));
  for (const rule of firm) {
    const head = program.heads[rule];
    if (!lost.delete(head)) continue;
    work.source[head] = rule;
    for (const following of lookups.rulesWith[head]) {
      const count = open.get(following);
      if (count === undefined) continue;
      open.set(following, count - 1);
      if (count === 1) firm.push(following);
    }
  }
}

/**
 * Return the statements that something supported attacks, themselves or on a line that supports them.
 *
 * @param {Program} program
 * @param {Lookups} lookups
 * @param {Support} support
 * @param {number} limit
 * @returns {Set<number>}
 */
function contestedOn(program, lookups, support, limit) {
  const { heads, positive } = program, { statements } = lookups;
  const lives = heads.map(
    (_, rule) => support.ratings[rule] <= limit && positive[rule].every((atom) => support.levels[atom] <= limit),
  );
  /** @type {Set<number>} */
  const struck = new Set();
  heads.forEach((head, rule) => {
    if (lives[rule] && head >= statements && program.made[rule] !== DEMAND) struck.add(head);
  });
  const found = new Set(program.beaten.filter((_, number) => struck.has(statements + number)));
  for (const atom of struck) {
    for (const rule of lookups.rulesWithout[atom]) if (lives[rule] && heads[rule] < statements) found.add(heads[rule]);
  }
  for (const at of found) {
    for (const rule of lookups.rulesWith[at]) if (lives[rule] && heads[rule] < statements) found.add(heads[rule]);
  }
  return found;
}

/**
 * Return the statements that are supported only by going round, or by what is.
 *
 * @param {Program} program
 * @param {Lookups} lookups
 * @param {Support} support
 * @param {number} limit
 * @returns {Set<number>}
 */
function circularOn(program, lookups, support, limit) {
  const { heads, positive } = program;
  /** @type {Map<number, number>} */
  const open = new Map();
  support.levels.forEach((level, at) => {
    if (level > limit) open.set(at, 0);
  });
  heads.forEach((head, rule) => {
    const count = open.get(head);
    if (count !== undefined && positive[rule].length) open.set(head, count + 1);
  });
  const struck = [...open.keys()].filter((at) => !open.get(at));
  const dead = new Set();
  for (const at of struck) {
    for (const rule of lookups.rulesWith[at]) {
      const count = open.get(heads[rule]);
      if (count === undefined || dead.has(rule)) continue;
      dead.add(rule);
      open.set(heads[rule], count - 1);
      if (count === 1) struck.push(heads[rule]);
    }
  }
  return new Set([...open.keys()].filter((at) => open.get(at)));
}

/**
 * Tell whether only a judgement is lacking: reasons for a statement stand, and nobody has weighed those against it.
 *
 * @param {Program} program
 * @param {Lookups} lookups
 * @param {Support} support
 * @param {Model} model
 * @param {number} statement An undecided one.
 * @returns {boolean}
 */
function isToWeigh(program, lookups, support, model, statement) {
  const honoured = (/** @type {number} */ rule) => support.ratings[rule] <= model.limit;
  const truth = (/** @type {number} */ rule) => truthOf(program, lookups, model, rule);
  const beaten = lookups.beatenOf.get(statement);
  const strikes = beaten === undefined ? [] : lookups.rulesFor[beaten].filter(honoured);
  const cons = strikes.filter((rule) => truth(rule) === UNDECIDED);
  return (
    lookups.rulesFor[statement].some((rule) => honoured(rule) && truth(rule) === TRUE) &&
    cons.every((rule) => isOpen(program, lookups, support, model, rule))
  );
}

/**
 * Tell whether what a rule is made from stands; that its conclusion is beaten is another matter.
 *
 * @param {Program} program
 * @param {Lookups} lookups
 * @param {Model} model
 * @param {number} rule
 * @returns {number}
 */
function truthOf(program, { statements }, { values }, rule) {
  const first = statements + program.beaten.length;
  const denied = program.negative[rule].filter((atom) => atom >= first);
  if (program.positive[rule].some((atom) => values[atom] === FALSE)) return FALSE;
  if (denied.some((atom) => values[atom] === TRUE)) return FALSE;
  const isOpen = (/** @type {number} */ atom) => values[atom] === UNDECIDED;
  return program.positive[rule].some(isOpen) || denied.some(isOpen) ? UNDECIDED : TRUE;
}

/**
 * Tell whether what a rule is made from stands, and only somebody's choice is open, whether it is outweighed.
 *
 * @param {Program} program
 * @param {Lookups} lookups
 * @param {Support} support
 * @param {Model} model
 * @param {number} rule
 * @returns {boolean}
 */
function isOpen(program, lookups, support, model, rule) {
  const { values } = model, negative = program.negative[rule];
  const cuts = lookups.statements + program.beaten.length, weighing = cuts + program.cut;
  const isChoice = (/** @type {number} */ atom) =>
    lookups.rulesFor[atom].some(
      (each) => support.ratings[each] <= model.limit && isLeftOpen(program, lookups, model, each),
    );
  return (
    program.positive[rule].every((atom) => values[atom] === TRUE) &&
    negative.every((atom) => atom < cuts || atom >= weighing || values[atom] === FALSE) &&
    negative.some((atom) => atom >= weighing && values[atom] === UNDECIDED && isChoice(atom))
  );
}

/**
 * Tell whether a rule leaves it open what outweighs what, and nothing else is open in it.
 *
 * @param {Program} program
 * @param {Lookups} lookups
 * @param {Model} model
 * @param {number} rule
 * @returns {boolean}
 */
function isLeftOpen(program, lookups, { values }, rule) {
  const compared = lookups.comparisons.get(rule);
  if (!compared) return program.made[rule] !== JUDGEMENT;
  const statement = program.heads[compared.pro];
  return (
    compared.open &&
    program.positive[rule].every((atom) => atom === statement || values[atom] === TRUE) &&
    program.negative[rule].every((atom) => values[atom] === FALSE)
  );
}
