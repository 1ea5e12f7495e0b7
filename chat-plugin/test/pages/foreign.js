// A chat of somebody else: it has never heard of the plugin. Its send button works only while something is written.

window.sent = [];
window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => window.violations.push(`${event.violatedDirective} ${event.blockedURI}`));

const list = document.querySelector('.message-list');
const box = document.querySelector('.reply-box');
const button = document.querySelector('.send-btn');

window.say = (who, text) => {
  const line = document.createElement('li');
  line.className = `msg ${who}`;
  const bubble = document.createElement('span');
  bubble.className = 'bubble';
  bubble.textContent = text;
  const time = document.createElement('time');
  time.textContent = '10:21';
  line.append(bubble, time);
  list.append(line);
  line.scrollIntoView();
};

function send() {
  if (box.value.trim() !== '') {
    window.sent.push(box.value);
    window.say('mine', box.value);
    box.value = '';
    button.disabled = true;
  }
}

box.addEventListener('input', () => {
  button.disabled = box.value.trim() === '';
});
box.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    send();
  }
});
button.addEventListener('click', send);

window.say('theirs', '在吗，这款保温杯还有货吗');
window.say('mine', '在的亲，有货的哦');
