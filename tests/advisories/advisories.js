// tests/advisories/advisories.js: what is known against the packages whose code is shipped. A registry's audit is not always there to ask (a mirror
// answers 405), so that what a person has looked up stands in reviewed.json, with its date; the licences beside each bundle say what is shipped.

/** Packages and versions in a licences.txt as webpack.licences.js writes it: "name version" over a line of equals signs. */
function shippedIn(licences) {
  return [...licences.matchAll(/^(\S+) (\d\S*)\n=+$/gmu)].map(([, name, version]) => ({ name, version }));
}

/** Below 0, 0, above 0: a before, at, after b, by their three numbers; a version before its release counts as the release. */
function compareVersions(a, b) {
  const [left, right] = [a, b].map((version) => version.split("-")[0].split(".").map(Number));
  for (let part = 0; part < 3; part++) if (left[part] !== right[part]) return left[part] - right[part];
  return 0;
}

const lies = (version, { from, before }) =>
  (from === undefined || compareVersions(version, from) >= 0) && compareVersions(version, before) < 0;

/**
 * What must be done before this is shipped, a sentence each; empty: nothing. A package that nobody has reviewed, a version that an advisory names, and
 * a review over half a year old.
 */
function concerns(shipped, { reviewed, packages }, today) {
  const said = [];
  for (const { name, version } of shipped) {
    const known = packages[name];
    if (known === undefined)
      said.push(`${name} ${version} is shipped and nobody has looked for its advisories: add it to reviewed.json`);
    for (const { id, affected, about } of known ?? [])
      if (affected.some((range) => lies(version, range))) said.push(`${name} ${version}: ${id}, ${about}`);
  }
  const days = (Date.parse(today) - Date.parse(reviewed)) / 86_400_000;
  if (days > 183) said.push(`the advisories were last reviewed on ${reviewed}: look again and write the day`);
  return said;
}

module.exports = { compareVersions, concerns, shippedIn };
