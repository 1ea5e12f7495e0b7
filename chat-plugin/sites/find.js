// Elements by selectors. `>>>` enters the open shadow root of what stands before it: `chat-box >>> textarea`.

const PIERCE = '>>>';

/** @param {string} selector @param {ParentNode} [root] @returns {HTMLElement[]} in the order of the page */
export function all(selector, root = document) {
  const [first, ...inner] = selector.split(PIERCE);
  let found = [...root.querySelectorAll(first)];
  for (const part of inner) {
    found = found.flatMap((host) => [...(host.shadowRoot?.querySelectorAll(part) ?? [])]);
  }
  return /** @type {HTMLElement[]} */ (found);
}

/** @param {string} selector @returns {boolean} whether a browser can read it */
export function readable(selector) {
  try {
    selector.split(PIERCE).forEach((part) => document.createDocumentFragment().querySelector(part));
    return true;
  } catch {
    return false;
  }
}

/** The selector of something inside an open shadow root. @param {string} host @param {string} inner */
export const inside = (host, inner) => `${host} ${PIERCE} ${inner}`;

/** Whether a message can be written in it. @param {Element} element @returns {element is HTMLElement} */
export function writable(element) {
  const { localName } = element;
  return (
    localName === 'textarea' ||
    (localName === 'input' && /^(text|search)$/.test(/** @type {HTMLInputElement} */ (element).type)) ||
    /** @type {HTMLElement} */ (element).isContentEditable === true
  );
}

/** @param {Element} element */
export const shown = (element) => element.isConnected && element.checkVisibility() && element.getClientRects().length > 0;
