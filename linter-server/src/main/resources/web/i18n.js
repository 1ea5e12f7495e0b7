// Everything the page itself says. What the rules say (titles, reasons, replies) comes from the phrasebook, in Chinese.

const zh = {
  product: '客服话术合规检查',
  tagline: '写的时候就知道会不会扣分',
  skip: '跳到输入框',
  otherLanguage: 'English',
  buyerInitial: '买',
  agentInitial: '客',
  buyerName: '买家',
  agentName: '客服',
  chatTitle: '模拟接待窗口',
  chatNote: '对话只用于本次检查，不会保存',
  clear: '清空对话',
  talkLabel: '对话内容',
  talkEmpty: '还没有消息',
  talkEmptyHint: '可以先在下面写一句买家的话，再写您的回复；也可以直接写回复。',
  buyerLabel: '买家说',
  buyerPlaceholder: '例如：可以开发票吗',
  buyerAdd: '加入对话',
  draftLabel: '您的回复',
  draftPlaceholder: '在这里写回复，边写边检查……',
  keys: 'Enter 发送 · Shift+Enter 换行',
  undo: '撤销改写',
  send: '发送',
  samples: '试一试',
  sampleBuyer: '买家：',
  results: '检查结果',
  count: (n) => `${n} 字`,
  countOf: (n, limit) => `${n} / ${limit} 字`,

  connecting: '正在连接……',
  starting: '服务正在启动……',
  ready: '检查服务正常',
  unreachable: '连接中断，正在重试……',
  book: (version, rules) => (rules === null ? `话术库 ${version}` : `话术库 ${version} · 共 ${rules} 条规则`),

  badge: { idle: '未检查', checking: '检查中', unchecked: '未检查', pass: '通过', remind: '提醒', warn: '警告', block: '拦截' },
  severity: { block: '拦截', warn: '警告', remind: '提醒' },
  meaning: {
    block: '会被扣分，或者一有纠纷就输，请不要发。',
    warn: '有风险，请换一种说法。',
    remind: '是承诺或语气上的事，发之前想清楚。',
  },
  idleTitle: '写一句回复，马上看结果',
  idleNote: '有问题的字会在输入框里标出来，右边告诉您为什么，并给出可以直接使用的说法。',
  passTitle: '可以放心发送',
  passNote: '没有发现违规的说法。',
  remindTitle: '可以发送，请留意',
  warnTitle: '建议改一改再发',
  blockTitle: '请不要这样发',
  findingCount: (n) => `发现 ${n} 处问题。`,
  maxPoints: (n) => `最高可能扣 ${n} 分。`,
  uncheckedTitle: '这句话还没有检查',
  unreachableNote: '连不上检查服务，正在自动重试，恢复后会立刻检查，不用刷新页面。',
  startingNote: '检查服务正在启动，准备好后会立刻检查。',
  incompleteTitle: '检查没有做完',
  incompleteNote: '检查时出了问题，请不要当作通过，发送前请自己再看一遍。',
  points: (n) => `扣 ${n} 分`,
  matched: '命中',
  disguise: (text) => `变体写法：${text}`,
  promised: (what) => `已承诺：${what}，记到订单备注`,
  days: (n) => `${n} 天`,
  and: '、',
  commitment: { gift: '赠品', courier: '指定快递', 'after-sales': '售后', ship: '发货时间', arrival: '到货时间' },
  because: (text) => `结合对话“${text}”判断`,
  why: '为什么不能这样说',
  basis: '处罚依据',
  sourcesDiffer: '不同资料写的分值不一样，这里取最高的。',
  rewrites: '可以这样说，点一下就换上：',
  rewritten: '整段改写，点一下就换上：',
  rule: '规则',
  trapsLabel: '容易答错的问题',
  trapTag: '当心',
  trapWhy: '为什么要当心',
  trapReply: '建议这样回答，点一下就用：',
  trapFound: (topics) => `当心：${topics.join('、')}`,
  used: '已换成合规的说法，可以撤销。',
  undone: '已撤销改写。',

  confirmTitle: '这句话很可能违规，确定要发吗？',
  confirmPoints: (n, titles) => `涉及：${titles}。最高可能扣 ${n} 分。`,
  confirmNoPoints: (titles) => `涉及：${titles}。`,
  confirmUncheckedTitle: '这句话还没有检查过，确定要发吗？',
  confirmUncheckedText: '检查服务暂时没有给出结果，是否违规还不知道。',
  sendAnyway: '仍然发送',
  goBack: '返回修改',
  sentWith: { pass: '已检查', remind: '有提醒', warn: '有警告', block: '违规仍发送', unchecked: '未检查' },
};

const en = {
  product: 'Reply Linter',
  tagline: 'Know what a reply costs before it is sent',
  skip: 'Skip to the reply',
  otherLanguage: '中文',
  buyerInitial: 'B',
  agentInitial: 'A',
  buyerName: 'Buyer',
  agentName: 'Agent',
  chatTitle: 'Practice chat',
  chatNote: 'Used for this check only, never stored',
  clear: 'Clear chat',
  talkLabel: 'Conversation',
  talkEmpty: 'No messages yet',
  talkEmptyHint: 'Add a message from the buyer below and then write your reply, or just write the reply.',
  buyerLabel: 'Buyer says',
  buyerPlaceholder: 'For example: 可以开发票吗',
  buyerAdd: 'Add to chat',
  draftLabel: 'Your reply',
  draftPlaceholder: 'Write a reply here; it is checked as you type…',
  keys: 'Enter to send · Shift+Enter for a new line',
  undo: 'Undo rewrite',
  send: 'Send',
  samples: 'Try one',
  sampleBuyer: 'Buyer: ',
  results: 'Findings',
  count: (n) => (n === 1 ? '1 character' : `${n} characters`),
  countOf: (n, limit) => `${n} / ${limit} characters`,

  connecting: 'Connecting…',
  starting: 'The service is starting…',
  ready: 'Service is up',
  unreachable: 'Connection lost, retrying…',
  book: (version, rules) => (rules === null ? `Phrasebook ${version}` : `Phrasebook ${version} · ${rules} rules`),

  badge: { idle: 'Not checked', checking: 'Checking', unchecked: 'Not checked', pass: 'Pass', remind: 'Remind', warn: 'Warn', block: 'Block' },
  severity: { block: 'Block', warn: 'Warn', remind: 'Remind' },
  meaning: {
    block: 'Costs points or loses a dispute: do not send it.',
    warn: 'Risky: reword it.',
    remind: 'A promise or a matter of tone: send it knowingly.',
  },
  idleTitle: 'Write a reply to see findings',
  idleNote: 'Offending words are underlined in the reply. You see why, and replies that are safe to use instead.',
  passTitle: 'Fine to send',
  passNote: 'Nothing against the rules was found.',
  remindTitle: 'Fine to send, with care',
  warnTitle: 'Better reword it',
  blockTitle: 'Do not send this',
  findingCount: (n) => (n === 1 ? '1 finding. ' : `${n} findings. `),
  maxPoints: (n) => `May cost up to ${n} points.`,
  uncheckedTitle: 'This reply has not been checked',
  unreachableNote: 'The service cannot be reached. It is tried again by itself and checks at once when it is back; no need to reload.',
  startingNote: 'The service is starting and will check as soon as it is ready.',
  incompleteTitle: 'The check did not finish',
  incompleteNote: 'Something went wrong while checking. Do not read this as a pass; look at the reply yourself before you send it.',
  points: (n) => (n === 1 ? '1 point' : `${n} points`),
  matched: 'Found',
  disguise: (text) => `Disguised: ${text}`,
  promised: (what) => `Promised: ${what}. Note it on the order`,
  days: (n) => `${n} day(s)`,
  and: ', ',
  commitment: {
    gift: 'a gift',
    courier: 'a certain courier',
    'after-sales': 'after-sales service',
    ship: 'the time of shipping',
    arrival: 'the time of arrival',
  },
  because: (text) => `Decided by “${text}” in the chat`,
  why: 'Why this is not allowed',
  basis: 'Penalty basis',
  sourcesDiffer: 'The sources state different points; the highest is shown.',
  rewrites: 'Say this instead; click to use it:',
  rewritten: 'The whole reply rewritten; click to use it:',
  rule: 'Rule',
  trapsLabel: 'Questions that are easily answered wrongly',
  trapTag: 'Take care',
  trapWhy: 'Why to take care',
  trapReply: 'Answer like this; click to use it:',
  trapFound: (topics) => `Take care: ${topics.join(', ')}`,
  used: 'Replaced by a compliant reply. It can be undone.',
  undone: 'The rewrite was undone.',

  confirmTitle: 'This is very likely against the rules. Send it?',
  confirmPoints: (n, titles) => `${titles}. May cost up to ${n} points.`,
  confirmNoPoints: (titles) => `${titles}.`,
  confirmUncheckedTitle: 'This reply has not been checked. Send it?',
  confirmUncheckedText: 'The service has given no result, so nobody knows whether it is allowed.',
  sendAnyway: 'Send anyway',
  goBack: 'Go back',
  sentWith: { pass: 'Checked', remind: 'With reminders', warn: 'With warnings', block: 'Sent despite block', unchecked: 'Not checked' },
};

/** The language asked for by `?lang=`, Chinese unless it is `en`. */
export const language = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh';

/** The page's texts in that language. */
export const text = language === 'en' ? en : zh;

/** Writes the texts into the static part of the page. */
export function translatePage() {
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
  document.title = text.product;
  for (const node of document.querySelectorAll('[data-i18n]')) {
    node.textContent = text[node.dataset.i18n];
  }
  for (const node of document.querySelectorAll('[data-i18n-placeholder]')) {
    node.placeholder = text[node.dataset.i18nPlaceholder];
  }
  for (const node of document.querySelectorAll('[data-i18n-label]')) {
    node.setAttribute('aria-label', text[node.dataset.i18nLabel]);
  }
  const other = document.getElementById('lang');
  other.textContent = text.otherLanguage;
  other.lang = language === 'en' ? 'zh-CN' : 'en';
  other.href = language === 'en' ? '?lang=zh' : '?lang=en';
}
