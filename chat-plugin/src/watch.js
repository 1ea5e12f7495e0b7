// What happens to a field: edits, composition, focus, scrolling, and what a page does to it without telling anybody.

/** @import {Field} from './types.js' */

/**
 * @typedef {object} Watcher
 * @property {() => void} onText the text may have changed
 * @property {() => void} onLayout the field may lie elsewhere
 * @property {(composing: boolean) => void} onComposing an input method starts or has ended writing
 * @property {() => boolean} drawn whether anything is drawn that must stay in place
 */

const LOOK_MS = 200;

/**
 * Pages move and clear their boxes without any event, so besides listening this looks: each frame while something is drawn,
 * five times a second otherwise.
 *
 * @param {Field} field
 * @param {Watcher} watcher
 * @param {AbortSignal} signal ends it
 */
export function watch(field, { onText, onLayout, onComposing, drawn }, signal) {
  const { element } = field;
  let composing = false;
  const changed = () => {
    if (!composing) {
      onText();
      onLayout();
    }
  };
  /** @param {boolean} now */
  const compose = (now) => {
    if (composing !== now) {
      composing = now;
      onComposing(now);
      changed();
    }
  };

  element.addEventListener('input', (event) => {
    // Some input methods end a composition without saying so.
    if (!(/** @type {InputEvent} */ (event).isComposing)) {
      compose(false);
    }
    changed();
  }, { signal });
  element.addEventListener('compositionstart', () => compose(true), { signal });
  element.addEventListener('compositionend', () => compose(false), { signal });
  element.addEventListener('blur', () => compose(false), { signal });
  element.addEventListener('focus', changed, { signal });

  /** @type {Set<Window>} */
  const views = new Set([window, /** @type {Window} */ (element.ownerDocument.defaultView)]);
  for (const view of views) {
    view.addEventListener('scroll', changed, { signal, capture: true, passive: true });
    view.addEventListener('resize', changed, { signal });
  }

  let frame = 0;
  const look = () => {
    changed();
    follow();
  };
  const follow = () => {
    cancelAnimationFrame(frame);
    frame = drawn() ? requestAnimationFrame(look) : 0;
  };
  const timer = setInterval(() => {
    changed();
    if (frame === 0) {
      follow();
    }
  }, LOOK_MS);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    cancelAnimationFrame(frame);
  });
}
