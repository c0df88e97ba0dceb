// @ts-check
// The well-founded model of the map: what survives the objections drawn.

/**
 * @typedef {object} Model What is true on a basis.
 * @property {number} limit
 * @property {Int8Array} values By atom.
 */

const UNDECIDED = 0, TRUE = 1, FALSE = 2;

/** A rule that fails waits for so many literals that it never fires. */
const DEAD = 1 << 30;

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
