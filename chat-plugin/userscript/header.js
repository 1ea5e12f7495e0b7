// The head of the userscript: its metadata, and the settings that its user edits.

import { DEFAULTS } from '../extension/settings.js';
import { GENERIC } from '../sites/adapters.js';

/** @param {string} version @param {import('../sites/adapters.js').Adapter[]} adapters */
export function header(version, adapters) {
  const sites = adapters.filter(({ id }) => id !== GENERIC);
  const { language, theme, policy } = DEFAULTS;
  const meta = [
    ['name', '话术检查'],
    ['name:en', 'Reply check'],
    ['namespace', 'reply-linter'],
    ['version', version],
    ['description', '客服边写边检查：违规的话当场标出，给出合规的说法，发送前拦下。'],
    ['description:en', 'Checks customer-service replies as they are written, and guards sending.'],
    ['license', 'Apache-2.0'],
    ['run-at', 'document-start'],
    ['grant', 'GM_xmlhttpRequest'],
    ['connect', '127.0.0.1'],
    ['connect', 'localhost'],
    ...sites.flatMap(({ matches }) => matches.map((match) => ['match', match])),
  ];
  return `// ==UserScript==
${meta.map(([name, value]) => `// @${name.padEnd(15)} ${value}`).join('\n')}
// ==/UserScript==

// 设置：server 填检查服务的地址，token 填访问口令（没有就留空）。服务不在本机时，在上面加一行 @connect 服务的域名。
// 自己的网站：在 sites 里加一项，并在上面加一行 @match。选择器没有在真实页面上核实过的，verified 是 false。
// Settings: server is the address of the service, token its access token. Add a line "@connect host" above for a service on
// another computer; a line "@match site" above and an entry in sites for a site of your own.
const REPLY_LINTER = ${JSON.stringify({ server: 'http://127.0.0.1:7070', token: '', language, theme, policy, sites }, null, 2)};
`;
}
