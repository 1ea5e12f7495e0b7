// What outlives a reload, where the browser allows it: never a word that anybody wrote.

/** @param {string} key @returns {any} null if nothing is kept or may be kept */
export function load(key) {
  try {
    return JSON.parse(localStorage.getItem(`reply-linter.${key}`) ?? 'null');
  } catch {
    return null; // storage is forbidden here, or somebody else wrote into it
  }
}

/** @param {string} key @param {unknown} value */
export function keep(key, value) {
  try {
    localStorage.setItem(`reply-linter.${key}`, JSON.stringify(value));
  } catch {
    // storage is forbidden or full: then it is kept in memory only
  }
}
