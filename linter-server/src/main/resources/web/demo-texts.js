// What the demonstration itself says. What buyers and agents say is Chinese in either language.

const zh = {
  title: '聊天插件演示',
  tagline: '左边是买家的手机，右边是客服的工作台；插件装在客服的输入框上。',
  otherLanguage: 'English',
  theme: '外观',
  themeAuto: '跟随系统',
  themeLight: '浅色',
  themeDark: '深色',
  phoneNote: (name) => `${name} 的手机`,
  phoneTalk: '买家看到的对话',
  asks: '买家常问的',
  buyerSays: '买家说',
  buyerPlaceholder: '以买家的身份说……',
  send: '发送',
  people: '接待中',
  talk: '客服看到的对话',
  quick: '快捷短语',
  reply: '回复',
  replyPlaceholder: '回复买家……',
  keys: 'Enter 发送，Shift+Enter 换行',
  order: '订单',
  policy: '店铺的规定',
  log: '插件告诉页面的',
  waiting: '买家在等回复',
  unread: (n) => `${n} 条未回`,
  typing: '对方正在输入……',
  buyer: '买家',
  agent: '客服',
  missing: '这个服务里没有聊天插件，输入框没有检查；聊天本身照常。',
  denied: '服务需要访问令牌。',
  state: {
    connecting: '正在连接……',
    ready: '检查服务正常',
    starting: '服务正在启动……',
    slow: '检查变慢',
    offline: '连不上服务，离线检查',
    denied: '需要访问令牌',
    none: '没有插件',
  },
  verdict: { pass: '通过', remind: '提醒', warn: '警告', block: '拦截' },
  unchecked: '没有检查',
  overridden: '坚持发送',
  rules: {
    override: { name: '被拦截的话', never: '不许发', reason: '写明理由才能发', supervisor: '主管批准才能发' },
    warn: { name: '有警告的话', confirm: '确认后才能发', note: '只提示' },
    unavailable: { name: '检查不了的时候', open: '照发', closed: '不许发' },
    storeTexts: { name: '反馈带上聊天内容', false: '不带', true: '带上' },
  },
};

const en = {
  title: 'The chat plugin at work',
  tagline: "On the left the buyer's phone, on the right the agent's desk; the plugin watches the agent's box.",
  otherLanguage: '中文',
  theme: 'Look',
  themeAuto: 'System',
  themeLight: 'Light',
  themeDark: 'Dark',
  phoneNote: (name) => `${name}'s phone`,
  phoneTalk: 'The conversation as the buyer sees it',
  asks: 'What buyers often ask',
  buyerSays: 'The buyer says',
  buyerPlaceholder: 'Say something as the buyer…',
  send: 'Send',
  people: 'Talking to',
  talk: 'The conversation as the agent sees it',
  quick: 'Quick replies',
  reply: 'Reply',
  replyPlaceholder: 'Answer the buyer…',
  keys: 'Enter sends, Shift+Enter starts a line',
  order: 'Order',
  policy: "The shop's policy",
  log: 'What the plugin told the page',
  waiting: 'The buyer is waiting',
  unread: (n) => `${n} unanswered`,
  typing: 'typing…',
  buyer: 'Buyer',
  agent: 'Agent',
  missing: 'This service has no chat plugin, so nothing is checked; the chat itself works.',
  denied: 'The service asks for a token.',
  state: {
    connecting: 'Connecting…',
    ready: 'Checking',
    starting: 'The service is starting…',
    slow: 'Checks are slow',
    offline: 'Out of reach: offline rules',
    denied: 'Token needed',
    none: 'No plugin',
  },
  verdict: { pass: 'pass', remind: 'remind', warn: 'warn', block: 'block' },
  unchecked: 'not checked',
  overridden: 'sent all the same',
  rules: {
    override: { name: 'Blocked replies', never: 'never go out', reason: 'need a reason', supervisor: 'need a supervisor' },
    warn: { name: 'Warned replies', confirm: 'need a confirmation', note: 'are only noted' },
    unavailable: { name: 'Unchecked replies', open: 'go out', closed: 'do not go out' },
    storeTexts: { name: 'Feedback', false: 'without the chat', true: 'with the chat' },
  },
};

export const language = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh';

export const text = language === 'en' ? en : zh;

/** Puts the page into its language. */
export function translate() {
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
  document.title = text.title;
  for (const node of document.querySelectorAll('[data-t]')) {
    node.textContent = text[node.dataset.t];
  }
  for (const node of document.querySelectorAll('[data-t-label]')) {
    node.ariaLabel = text[node.dataset.tLabel];
  }
  for (const node of document.querySelectorAll('[data-t-placeholder]')) {
    node.placeholder = text[node.dataset.tPlaceholder];
  }
  const other = document.getElementById('lang');
  other.textContent = text.otherLanguage;
  other.lang = language === 'en' ? 'zh-CN' : 'en';
  other.href = language === 'en' ? '?' : '?lang=en';
}
