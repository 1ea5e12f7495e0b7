// A chat as shops have them: it sends on Enter and on its button, by handlers of its own, and knows nothing of the plugin.
// What kind of box it has and how the plugin is attached is told in the address: `?box=textarea&options={…}`.

import { attach } from '/plugin/index.js';

window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => window.violations.push(`${event.violatedDirective} ${event.blockedURI}`));

const asked = new URLSearchParams(location.search);
const kind = asked.get('box') ?? 'textarea';
const told = JSON.parse(asked.get('options') ?? '{}');
const talk = JSON.parse(asked.get('talk') ?? '[]');
const button = document.getElementById('send');
document.body.classList.toggle('dark', told.theme === 'dark');
window.sent = [];
window.passed = [];

function made() {
  const tag = { textarea: 'textarea', input: 'input' }[kind.split('-').at(-1)] ?? 'div';
  const element = document.createElement(tag);
  element.id = 'reply';
  if (tag === 'div') {
    element.setAttribute('contenteditable', 'true');
  }
  return element;
}

function styled(root) {
  const link = document.createElement('link');
  Object.assign(link, { rel: 'stylesheet', href: '/chat.css' });
  root.append(link);
  return new Promise((resolve) => link.addEventListener('load', resolve));
}

async function put(element) {
  const box = document.getElementById('box');
  if (kind.startsWith('shadow')) {
    const root = box.attachShadow({ mode: 'open' });
    const loaded = styled(root);
    root.append(element);
    await loaded;
    return element;
  }
  if (kind.startsWith('frame')) {
    const frame = document.createElement('iframe');
    frame.src = '/frame.html';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    box.append(frame);
    await loaded;
    const inner = frame.contentDocument.importNode(element, true);
    frame.contentDocument.body.append(inner);
    return inner;
  }
  box.append(element);
  return element;
}

function show({ role, text }) {
  const line = document.createElement('li');
  line.className = role;
  line.textContent = text;
  document.getElementById('talk').append(line);
  line.scrollIntoView();
}

const reply = await put(made());
const written = () => reply.value ?? reply.textContent;

function send() {
  if (written() !== '') {
    window.sent.push(written());
    talk.push({ role: 'agent', text: written() });
    show(talk.at(-1));
    if ('value' in reply) {
      reply.value = '';
    } else {
      reply.replaceChildren();
    }
  }
}

talk.forEach(show);
window.say = (text) => {
  talk.push({ role: 'buyer', text });
  show(talk.at(-1));
  window.handle.refresh();
};
// As early as a page usually listens: in the capture phase of its document.
reply.ownerDocument.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.composedPath()[0] === reply) {
    event.preventDefault();
    send();
  }
}, true);
document.addEventListener('click', (event) => event.target === button && send(), true);

window.states = [];
window.handle = attach(reply, {
  getConversation: () => talk,
  sendButton: '#send',
  onSend: (text, result) => {
    window.passed.push({ text, ...result });
  },
  onState: (state) => window.states.push(state),
  ...told,
});
window.reply = reply;
reply.focus();
window.attached = true;
