// Everything the page for audits says, in both languages.

import { language } from '../i18n.js';

const number = new Intl.NumberFormat(language === 'en' ? 'en' : 'zh-CN');
const n = (value) => number.format(value);

const zh = {
  product: '检查聊天记录 · 客服话术合规检查',
  heading: '检查聊天记录',
  tagline: '导出的聊天记录传上来，看哪些话会扣分',
  skip: '跳到上传',
  otherLanguage: 'English',
  home: '检查一句回复',

  uploadTitle: '上传',
  limit: (size) => `一次最多 ${size}，可以选几个文件。`,
  drop: '把文件拖到这里，或者',
  choose: '选择文件',
  kinds: '千牛、旺旺、京东、拼多多、抖音等导出的 txt、csv、xlsx、html、json，或它们的 zip',
  remove: (name) => `去掉 ${name}`,
  options: '选项（一般不用改）',
  platform: '平台',
  tmall: '天猫',
  taobao: '淘宝（C 店）',
  jd: '京东',
  pinduoduo: '拼多多',
  douyin: '抖音',
  since: '从哪天起',
  until: '到哪天止',
  agent: '只查这些客服（用逗号隔开）',
  rule: '只报这些规则或类别（用逗号隔开）',
  rulePlaceholder: '如 invoice、invoice/refuse',
  asOf: '按哪天的规则（不填就按每条消息的日期）',
  layout: '格式（--layout）',
  charset: '编码（--charset）',
  recognised: '自动识别',
  columns: '表格各列是什么（--columns）',
  columnsPlaceholder: '如 消息内容=正文,发送方=身份',
  exportedOn: '导出的日期（--exported-on）',
  ownLink: '自己店铺的网址（用逗号隔开）',
  shop: '店铺',
  cod: '开通了货到付款',
  noFreeShipping: '不包邮',
  presale: '预售',
  custom: '定制商品',
  returnExempt: '法律规定不适用七天无理由',
  privacy: '个人信息',
  noMask: '报告里不隐藏手机号、地址、昵称等',
  privacyNote: '文件只用来做这次检查，查完就删；报告到期自动删除。',
  start: '开始检查',
  abort: '停止上传',
  sending: (percent) => (percent < 100 ? `正在上传：${percent}%` : '上传完了，正在登记……'),
  nothingChosen: '请先选择要检查的文件。',
  tooLarge: (size, limit) => `一共 ${size}，超过了一次 ${limit} 的上限。请压缩成 zip，或分成几次上传。`,
  unreachable: '连不上服务，请看看网络，再试一次。',
  reconnecting: '连接中断，正在重试；检查在服务器上继续做，不受影响。',

  state: { queued: '排队', running: '正在检查', done: '查完了', failed: '没有查成', cancelled: '正在取消' },
  gone: '没有这个检查',
  goneNote: '已经删除，或者过了保存的期限。',
  ahead: (jobs) => (jobs === 0 ? '马上开始。' : `前面还有 ${n(jobs)} 个，轮到后自动开始。`),
  leaveNote: '可以关掉这个页面；用这个地址随时回来看。',
  progress: '检查进度',
  audited: (messages) => `已检查 ${n(messages)} 条消息`,
  rate: (perSecond) => `每秒 ${n(perSecond)} 条`,
  left: (seconds) => `还需约 ${duration(seconds, '小时', '分', '秒')}`,
  and: '，',
  stop: '。',
  found: (s) =>
    s.findings === 0
      ? '没有发现问题'
      : `发现 ${n(s.findings)} 处问题，最多可能扣 ${n(s.points)} 分`,
  read: (s) => `${n(s.conversations)} 个会话，${n(s.messages)} 条消息，其中客服的 ${n(s.judged)} 条。`,
  severity: { block: '拦截', warn: '警告', remind: '提醒' },
  openReport: '打开报告',
  downloads: '下载',
  reports: {
    'report.html': '网页报告',
    'findings.xlsx': '问题清单（Excel）',
    'findings.csv': '问题清单（CSV）',
    'findings.jsonl': '问题清单（JSON 行）',
    'findings.sarif': '问题清单（SARIF）',
    'summary.json': '汇总（JSON）',
    'rejects.jsonl': '读不了的行',
  },
  rejected: (lines) => `有 ${n(lines)} 行读不了，没有检查；原因在“读不了的行”里。`,
  accounts: '每一行的去处',
  accountsNote: '行数 = 消息 + 续行 + 杂项 + 读不了',
  columnsOfAccounts: ['文件', '格式', '编码', '行数', '消息', '续行', '杂项', '读不了'],
  sum: '合计',
  whatToDo: '怎么办',

  cancel: '取消检查',
  forget: '删除',
  cancelTitle: '取消这个检查？',
  cancelText: '已经查的部分也不保留，上传的文件会删除。',
  forgetTitle: '删除这个检查？',
  forgetText: '报告会从服务器上删除，不能恢复。',
  goBack: '返回',
  forgotten: '已删除。',

  earlier: '以前的检查',
  kept: (days) => `查完后保存 ${n(days)} 天。`,
  noneYet: '还没有。',
  files: (first, more) => (more === 0 ? first : `${first} 等 ${n(more + 1)} 个文件`),
};

const en = {
  product: 'Audit chat logs · Reply Linter',
  heading: 'Audit chat logs',
  tagline: 'Upload exported chats and see which replies cost points',
  skip: 'Skip to the upload',
  otherLanguage: '中文',
  home: 'Check one reply',

  uploadTitle: 'Upload',
  limit: (size) => `At most ${size} at once, in one file or several.`,
  drop: 'Drop files here, or',
  choose: 'Choose files',
  kinds: 'txt, csv, xlsx, html or json exported from Qianniu, Wangwang, JD, Pinduoduo, Douyin and others, or zip files of them',
  remove: (name) => `Remove ${name}`,
  options: 'Options (rarely needed)',
  platform: 'Platform',
  tmall: 'Tmall',
  taobao: 'Taobao (C-shop)',
  jd: 'JD',
  pinduoduo: 'Pinduoduo',
  douyin: 'Douyin',
  since: 'From this day on',
  until: 'Until this day',
  agent: 'Only these agents (separated by commas)',
  rule: 'Only these rules or families (separated by commas)',
  rulePlaceholder: 'such as invoice, invoice/refuse',
  asOf: 'By the rules of this day (by those of each message’s day if empty)',
  layout: 'Layout (--layout)',
  charset: 'Encoding (--charset)',
  recognised: 'Recognise',
  columns: 'What the columns of a table hold (--columns)',
  columnsPlaceholder: 'such as text=Body,sender=Who',
  exportedOn: 'Day of the export (--exported-on)',
  ownLink: 'Web addresses of the shop (separated by commas)',
  shop: 'Shop',
  cod: 'Has opened cash on delivery',
  noFreeShipping: 'Does not ship free',
  presale: 'Presale',
  custom: 'Made to order',
  returnExempt: 'Exempt from no-reason returns by law',
  privacy: 'Personal data',
  noMask: 'Show phone numbers, addresses, names and so on in the report',
  privacyNote: 'Files are used for this audit only and deleted after it; reports are deleted when their time is over.',
  start: 'Start',
  abort: 'Stop the upload',
  sending: (percent) => (percent < 100 ? `Uploading: ${percent}%` : 'Uploaded, being registered…'),
  nothingChosen: 'Choose the files to audit first.',
  tooLarge: (size, limit) => `Together ${size}, more than the ${limit} allowed at once. Zip the files or upload them in parts.`,
  unreachable: 'The service cannot be reached. Check the network and try again.',
  reconnecting: 'Connection lost, retrying. The audit goes on at the server meanwhile.',

  state: { queued: 'Waiting', running: 'Auditing', done: 'Done', failed: 'Failed', cancelled: 'Being cancelled' },
  gone: 'There is no such audit',
  goneNote: 'It was deleted, or its time is over.',
  ahead: (jobs) => (jobs === 0 ? 'It starts in a moment.' : `${n(jobs)} before it; it starts by itself.`),
  leaveNote: 'You may close this page and come back to its address at any time.',
  progress: 'Progress',
  audited: (messages) => `${n(messages)} messages audited`,
  rate: (perSecond) => `${n(perSecond)} a second`,
  left: (seconds) => `about ${duration(seconds, ' h', ' min', ' s')} left`,
  and: ', ',
  stop: '.',
  found: (s) =>
    s.findings === 0 ? 'Nothing found' : `${n(s.findings)} findings, up to ${n(s.points)} points at risk`,
  read: (s) => `${n(s.conversations)} conversations, ${n(s.messages)} messages, ${n(s.judged)} of them by agents.`,
  severity: { block: 'Block', warn: 'Warn', remind: 'Remind' },
  openReport: 'Open the report',
  downloads: 'Downloads',
  reports: {
    'report.html': 'Report as a web page (Chinese)',
    'findings.xlsx': 'Findings (Excel)',
    'findings.csv': 'Findings (CSV)',
    'findings.jsonl': 'Findings (JSON lines)',
    'findings.sarif': 'Findings (SARIF)',
    'summary.json': 'Summary (JSON)',
    'rejects.jsonl': 'Lines that could not be read',
  },
  rejected: (lines) => `${n(lines)} lines could not be read and were not audited; why is told in “Lines that could not be read”.`,
  accounts: 'What became of every line',
  accountsNote: 'lines = messages + continued + noise + rejected',
  columnsOfAccounts: ['File', 'Layout', 'Encoding', 'Lines', 'Messages', 'Continued', 'Noise', 'Rejected'],
  sum: 'Sum',
  whatToDo: 'What to do',

  cancel: 'Cancel',
  forget: 'Delete',
  cancelTitle: 'Cancel this audit?',
  cancelText: 'What was audited so far is not kept either, and the upload is deleted.',
  forgetTitle: 'Delete this audit?',
  forgetText: 'Its reports are deleted from the server for good.',
  goBack: 'Go back',
  forgotten: 'Deleted.',

  earlier: 'Earlier audits',
  kept: (days) => `Kept for ${n(days)} days after they are done.`,
  noneYet: 'None yet.',
  files: (first, more) => (more === 0 ? first : `${first} and ${n(more)} more`),
};

function duration(seconds, hour, minute, second) {
  if (seconds < 60) {
    return `${Math.max(1, Math.round(seconds))}${second}`;
  }
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes}${minute}` : `${Math.floor(minutes / 60)}${hour} ${minutes % 60}${minute}`;
}

/** The page's texts in the language asked for. */
export const text = language === 'en' ? en : zh;

/** A number as people write it. */
export const count = n;

/** A size in units people know. */
export function size(bytes) {
  const megabytes = bytes / (1 << 20);
  return megabytes >= 1 ? `${n(Math.round(megabytes * 10) / 10)} MB` : `${n(Math.max(1, Math.ceil(bytes / 1024)))} KB`;
}

/** A moment, in the time of the reader's machine. */
export const moment = (iso) =>
  new Date(iso).toLocaleString(language === 'en' ? 'en' : 'zh-CN', { dateStyle: 'medium', timeStyle: 'short' });
