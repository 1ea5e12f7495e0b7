// Put into every frame of a page when its boxes are to be picked.

import { Picker } from '../sites/picker.js';
import { words } from '../sites/words.js';

/** @import {Word} from '../sites/picker.js' */

const here = /** @type {{replyLinter?: {pause(): void, start(): void}, replyLinterPicker?: Picker}} */ (globalThis);

async function start() {
  const { options } = await chrome.runtime.sendMessage({ type: 'site' });
  here.replyLinter?.pause();
  here.replyLinterPicker?.stop();
  const picker = new Picker(
    words(options.language),
    (word) => chrome.runtime.sendMessage({ type: 'relay', word }),
    (picked) => chrome.runtime.sendMessage({ type: 'picked', picked }),
  );
  here.replyLinterPicker = picker;
  /** @param {{type: string, word: Word}} message */
  const hear = ({ type, word }) => {
    if (type === 'picking' && here.replyLinterPicker === picker) {
      picker.hear(word);
      if ('cancel' in word || 'done' in word) {
        chrome.runtime.onMessage.removeListener(hear);
        here.replyLinter?.start();
      }
    }
  };
  chrome.runtime.onMessage.addListener(hear);
}

start();
