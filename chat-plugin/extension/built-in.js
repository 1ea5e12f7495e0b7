// The adapters that come with the extension, as its pages see them.

import { fileProblems } from '../sites/adapters.js';
import { words } from '../sites/words.js';
import { builtInFile, stored } from './settings.js';

/** @import {Adapter, Problem} from '../sites/adapters.js' */

/** @returns {Promise<{adapters: Adapter[], problems: Problem[]}>} no adapters if anything is wrong with them */
export async function builtIns() {
  const [file, { language }] = await Promise.all([builtInFile().catch(() => null), stored()]);
  const problems = fileProblems(file, words(language));
  return { adapters: problems.length === 0 ? /** @type {any} */ (file).adapters : [], problems };
}
