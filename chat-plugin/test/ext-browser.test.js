// The extension, the userscript and the script tag in Chromium. One service and one browser are started for all of it.

import { lacking, onStage } from './ext/kit.js';
import './ext/extension.js';
import './ext/options.js';
import './ext/scripts.js';

if (!lacking) {
  onStage();
}
