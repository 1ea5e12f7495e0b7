// Builds elements. Whatever text they hold is set as text, never parsed as markup.

/** An element with a class, attributes or properties, and children (elements or strings). */
export function element(name, properties = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in node) {
      node[key] = value;
    } else {
      node.setAttribute(key, value);
    }
  }
  node.append(...children);
  return node;
}

export const byId = (id) => document.getElementById(id);
