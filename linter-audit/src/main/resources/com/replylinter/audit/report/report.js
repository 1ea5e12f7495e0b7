'use strict';
const data = JSON.parse(document.getElementById('data').textContent);
const {summary, rules, files, findings} = data;
const SEVERITIES = {block: '拦截', warn: '警告', remind: '提醒'};
const COLORS = {block: '#c5221f', warn: '#e08600', remind: '#1a5fb4'};
const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const ROLES = {buyer: '买家', agent: '客服', bot: '机器人', system: '系统'};
const PAGE = 50, TALKS = 5, RANKED = 15, FEWEST = 30;
const families = new Map(summary.families.map((each) => [each.family, each.name]));
const byId = (id) => document.getElementById(id);
const number = (value) => value.toLocaleString('zh-CN');
const total = (count) => count.block + count.warn + count.remind;

/** An element with classes, a text or children; nothing is ever read as markup. */
function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content.filter((each) => each !== null && each !== undefined));
  return made;
}

/** A text with its offending words marked. */
function marked(text, marks) {
  const parts = [];
  let at = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (mark.end <= at) continue;
    const start = Math.max(at, mark.start);
    parts.push(text.slice(at, start));
    const shown = element('mark', mark.severity, text.slice(start, mark.end));
    shown.title = mark.title;
    parts.push(shown);
    at = mark.end;
  }
  return [...parts, text.slice(at)];
}

const tag = (severity, text) => element('span', `tag ${severity}`, text ?? SEVERITIES[severity]);

// ---- what the whole audit says ----

function drawHead() {
  const {settings, days} = summary;
  const period = days.length ? `${days[0].day} 至 ${days[days.length - 1].day}` : '时间未知';
  byId('scope').textContent = [
    period,
    settings.asOf ? `按 ${settings.asOf} 的规则` : '按每条消息当天的规则',
    settings.agents.length ? `只查客服 ${settings.agents.join('、')}` : null,
    settings.rules.length ? `只查规则 ${settings.rules.join('、')}` : null,
    settings.masked ? '个人信息已隐藏' : '含个人信息，请注意保管',
  ].filter(Boolean).join(' · ');
  byId('incomplete').hidden = summary.complete;
  byId('about').textContent = `话术库 ${settings.phrasebook}。扣分是各规则文件写明的最高分值之和，实际以平台判定为准。完整清单：findings.xlsx、findings.csv。`;
  const {total: all} = summary;
  const figures = [
    ['', number(summary.conversations), '会话'],
    ['', number(all.judged), '检查的客服消息'],
    ['block', number(all.block), '拦截级问题'],
    ['warn', number(all.warn), '警告级问题'],
    ['remind', number(all.remind), '提醒级问题'],
    ['block', number(all.points), '最多可能扣的分'],
    ['', all.judged ? (1000 * total(all) / all.judged).toFixed(1) : '0', '每 1 000 条的问题数'],
  ];
  byId('figures').append(...figures.map(([kind, value, label]) =>
    element('div', `figure ${kind}`, element('b', '', value), label)));
}

/** What a supervisor does first: the worst quick reply, the dearest rule, whom to talk to. */
function drawTodo() {
  const todo = [];
  const [canned] = summary.canned;
  if (canned) {
    todo.push(element('li', '', `改掉这句快捷短语，就少 ${number(total(canned.count))} 处问题：“`, shortened(canned.text, 60), '”',
      canned.rewritten ? element('div', 'rewrite', canned.rewritten) : null));
  }
  const [rule] = summary.rules;
  if (rule) {
    const cost = rule.count.points ? `，最多可能扣 ${number(rule.count.points)} 分` : '';
    todo.push(element('li', '', `全员培训“${rule.title}”：共 ${number(total(rule.count))} 处${cost}。`));
  }
  const [agent] = ranked(summary.agents.map((each) => ({name: each.agent, judged: each.count.judged, found: total(each.count)})));
  if (agent && agent.found) {
    todo.push(element('li', '', `先找“${agent.name}”谈：每 1 000 条消息有 ${agent.rate.toFixed(1)} 处问题，全店平均 ${(1000 * total(summary.total) / summary.total.judged).toFixed(1)} 处。`));
  }
  if (!todo.length) todo.push(element('li', '', '没有发现问题，保持下去。'));
  byId('todo').append(...todo);
}

const shortened = (text, length) => text.length > length ? `${text.slice(0, length)}…` : text;

/** Agents by their findings per 1 000 messages; too few messages say nothing. */
function ranked(agents) {
  const rated = agents.filter((each) => each.judged > 0).map((each) => ({...each, rate: 1000 * each.found / each.judged}));
  const enough = rated.filter((each) => each.judged >= FEWEST);
  return (enough.length ? enough : rated).sort((a, b) => b.rate - a.rate || b.found - a.found);
}

function drawCanned() {
  if (!summary.canned.length) {
    byId('canned-card').hidden = true;
    return;
  }
  const head = element('tr', '', ...['问题数', '话术', '改成', '谁在用'].map((each) => element('th', '', each)));
  const rows = summary.canned.slice(0, 20).map((each) => element('tr', '',
    element('td', 'number', element('b', '', number(total(each.count))), ' 处', element('div', 'soft small', `发了 ${number(each.sent)} 次`),
      each.count.points ? element('div', 'soft small', `可能扣 ${number(each.count.points)} 分`) : null),
    element('td', '', each.text, element('div', '', ...each.rules.map((id) => tag(each.count.block ? 'block' : each.count.warn ? 'warn' : 'remind', titleOf(id))))),
    element('td', '', each.rewritten ? element('div', 'rewrite', each.rewritten) : element('span', 'soft', each.count.block + each.count.warn ? '请删去' : '按提醒修改')),
    element('td', 'small', shortened(each.agents.join('、'), 80))));
  byId('canned').append(element('table', '', element('thead', '', head), element('tbody', '', ...rows)));
}

const titleOf = (id) => summary.rules.find((each) => each.rule === id)?.title ?? id;

// ---- filters ----

const criteria = () => ({
  agent: byId('by-agent').value, rule: byId('by-rule').value, severity: byId('by-severity').value,
  from: byId('from').value, to: byId('to').value,
});
const isSet = (wanted) => Object.values(wanted).some(Boolean);

function matches(finding, wanted) {
  const day = finding.at ? finding.at.slice(0, 10) : '';
  return (!wanted.agent || finding.agent === wanted.agent)
    && (!wanted.rule || rules[finding.rule].id === wanted.rule || rules[finding.rule].family === wanted.rule)
    && (!wanted.severity || finding.severity === wanted.severity)
    && (!wanted.from || (day && day >= wanted.from)) && (!wanted.to || (day && day <= wanted.to));
}

function fillFilters() {
  byId('by-agent').append(...[...summary.agents].map((each) => each.agent).sort().map((agent) => {
    const option = element('option', '', agent || '（没有名字）');
    option.value = agent;
    return option;
  }));
  for (const {family, name} of summary.families) {
    const group = document.createElement('optgroup');
    group.label = name;
    const all = element('option', '', `${name}：全部`);
    all.value = family;
    group.append(all, ...summary.rules.filter((each) => each.rule.startsWith(`${family}/`)).map((each) => {
      const option = element('option', '', each.title);
      option.value = each.rule;
      return option;
    }));
    byId('by-rule').append(group);
  }
  const days = summary.days;
  for (const id of ['from', 'to']) {
    if (days.length) Object.assign(byId(id), {min: days[0].day, max: days[days.length - 1].day});
  }
}

// ---- charts: of the whole audit, or of the findings that the filters leave ----

/** What the charts show, from the summary. */
function wholeView() {
  return {
    families: summary.families.map((each) => ({key: each.family, name: each.name, points: each.count.points, found: total(each.count)})),
    days: summary.days.map((each) => ({day: each.day, ...each.count})),
    agents: summary.agents.map((each) => ({name: each.agent, judged: each.count.judged, found: total(each.count)})),
    hours: summary.hours.map((day) => day.map(total)),
  };
}

/** The same from the findings that are left, and from the messages of the same agents and days. */
function filteredView(left, wanted) {
  const zero = () => ({block: 0, warn: 0, remind: 0});
  const byFamily = new Map(), byDay = new Map(), byAgent = new Map();
  const hours = WEEKDAYS.map(() => new Array(24).fill(0));
  for (const {at, agent, rule, severity, points} of left) {
    const {family} = rules[rule];
    const sum = byFamily.get(family) ?? {key: family, name: families.get(family) ?? family, points: 0, found: 0};
    byFamily.set(family, {...sum, points: sum.points + points, found: sum.found + 1});
    byAgent.set(agent, (byAgent.get(agent) ?? 0) + 1);
    if (at) {
      const day = at.slice(0, 10);
      const counts = byDay.get(day) ?? zero();
      counts[severity]++;
      byDay.set(day, counts);
      hours[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7][Number(at.slice(11, 13))]++;
    }
  }
  const inTime = (day) => (!wanted.from || day >= wanted.from) && (!wanted.to || day <= wanted.to);
  const judged = new Map(), judgedByDay = new Map();
  for (const [agent, day, count] of data.agentDays) {
    const name = summary.agents[agent].agent, date = summary.days[day].day;
    if (!inTime(date) || (wanted.agent && name !== wanted.agent)) continue;
    judged.set(name, (judged.get(name) ?? 0) + count);
    judgedByDay.set(date, (judgedByDay.get(date) ?? 0) + count);
  }
  if (!wanted.from && !wanted.to) {
    for (const {agent, count} of summary.agents) judged.set(agent, count.judged);
  }
  return {
    families: [...byFamily.values()].sort((a, b) => b.points - a.points || b.found - a.found),
    days: summary.days.filter(({day}) => inTime(day)).map(({day}) => ({day, judged: judgedByDay.get(day) ?? 0, ...(byDay.get(day) ?? zero())})),
    agents: [...byAgent].map(([name, found]) => ({name, found, judged: judged.get(name) ?? 0})),
    hours,
  };
}

const charts = new Map();
function chart(id, option) {
  if (!charts.has(id)) charts.set(id, echarts.init(byId(id), null, {renderer: 'svg'}));
  charts.get(id).setOption({animation: false, textStyle: {fontFamily: getComputedStyle(document.body).fontFamily}, ...option}, true);
}

function drawCharts(view) {
  const costly = view.families.slice(0, 12).reverse();
  chart('families', {
    grid: {left: 8, right: 56, top: 8, bottom: 8, containLabel: true},
    tooltip: {trigger: 'item', formatter: ({data: bar}) => `${echarts.format.encodeHTML(bar.name)}<br>最多可能扣 ${number(bar.value)} 分，${number(bar.found)} 处`},
    xAxis: {type: 'value', axisLabel: {hideOverlap: true}}, yAxis: {type: 'category', data: costly.map((each) => each.name), axisTick: {show: false}},
    series: [{type: 'bar', barMaxWidth: 18, itemStyle: {color: '#0c6b5c'}, label: {show: true, position: 'right', formatter: ({value}) => number(value)},
      data: costly.map((each) => ({value: each.points, name: each.name, found: each.found}))}],
  });
  chart('trend', {
    grid: {left: 8, right: 8, top: 34, bottom: 8, containLabel: true},
    legend: {top: 0}, tooltip: {trigger: 'axis'},
    xAxis: {type: 'category', data: view.days.map((each) => each.day.slice(5))},
    yAxis: [{type: 'value', minInterval: 1}, {type: 'value', splitLine: {show: false}}],
    series: [
      ...Object.entries(SEVERITIES).map(([key, name]) => ({name, type: 'bar', stack: 'all', barMaxWidth: 28, itemStyle: {color: COLORS[key]}, data: view.days.map((each) => each[key])})),
      {name: '每 1 000 条', type: 'line', yAxisIndex: 1, itemStyle: {color: '#5d6a66'}, data: view.days.map((each) => each.judged ? Number((1000 * total(each) / each.judged).toFixed(1)) : null)},
    ],
  });
  const rated = ranked(view.agents);
  const few = view.agents.filter((each) => each.judged > 0 && each.judged < FEWEST).length;
  const foremost = rated.slice(0, RANKED).reverse();
  byId('ranking-note').textContent = [
    rated.length > RANKED ? `共 ${rated.length} 人，这里是前 ${RANKED} 人。` : '',
    few && few < view.agents.length ? `有 ${few} 人的消息不到 ${FEWEST} 条，不排名。` : '',
  ].join('');
  chart('ranking', {
    grid: {left: 8, right: 56, top: 8, bottom: 8, containLabel: true},
    tooltip: {trigger: 'item', formatter: ({data: bar}) => `${echarts.format.encodeHTML(bar.name)}<br>每 1 000 条 ${bar.value} 处（${number(bar.judged)} 条里 ${number(bar.found)} 处）`},
    xAxis: {type: 'value'}, yAxis: {type: 'category', axisTick: {show: false}, data: foremost.map((each) => each.name), axisLabel: {width: 150, overflow: 'truncate'}},
    series: [{type: 'bar', barMaxWidth: 16, itemStyle: {color: '#1a5fb4'}, label: {show: true, position: 'right'},
      data: foremost.map((each) => ({...each, value: Number(each.rate.toFixed(1))}))}],
  });
  const cells = view.hours.flatMap((day, weekday) => day.map((count, hour) => [hour, weekday, count]));
  chart('hours', {
    grid: {left: 8, right: 8, top: 8, bottom: 56, containLabel: true},
    tooltip: {formatter: ({data: [hour, weekday, count]}) => `${WEEKDAYS[weekday]} ${hour} 点：${number(count)} 处`},
    xAxis: {type: 'category', data: [...Array(24).keys()], splitArea: {show: true}}, yAxis: {type: 'category', data: WEEKDAYS, inverse: true, splitArea: {show: true}},
    visualMap: {min: 0, max: Math.max(1, ...cells.map((each) => each[2])), orient: 'horizontal', left: 'center', bottom: 0, itemHeight: 120, inRange: {color: ['#f6f8f7', '#f6c667', '#c5221f']}, text: ['多', '少']},
    series: [{type: 'heatmap', data: cells, itemStyle: {borderColor: '#fff', borderWidth: 1}}],
  });
}

// ---- conversations and findings, a page at a time ----

function pager(id, page, pages, go) {
  const turn = (text, to) => {
    const button = element('button', 'plain', text);
    button.type = 'button';
    button.disabled = to < 0 || to >= pages;
    button.addEventListener('click', () => go(to));
    return button;
  };
  byId(id).replaceChildren(...(pages > 1 ? [turn('上一页', page - 1), `第 ${page + 1} 页，共 ${pages} 页`, turn('下一页', page + 1)] : []));
}

function drawWorst(all, page) {
  byId('worst-card').hidden = !all.length;
  byId('worst').replaceChildren(...all.slice(page * TALKS, (page + 1) * TALKS).map(talk));
  pager('worst-pager', page, Math.ceil(all.length / TALKS), (to) => drawWorst(all, to));
}

function talk(each) {
  const cost = each.count.points ? `，最多可能扣 ${number(each.count.points)} 分` : '';
  const shown = element('article', 'talk', element('h3', '', `会话 ${each.id}：${number(total(each.count))} 处问题${cost}`));
  let last = -1;
  for (const said of each.messages) {
    if (said.turn > last + 1) shown.append(element('p', 'gap', `…… 略去 ${said.turn - last - 1} 条 ……`));
    last = said.turn;
    shown.append(turn(said));
  }
  return shown;
}

function turn(said) {
  const who = [ROLES[said.role], said.sender, said.at ? said.at.slice(0, 16).replace('T', ' ') : ''].filter(Boolean).join(' · ');
  const bubble = element('div', 'bubble', element('span', 'who', who), ...marked(said.text, said.findings));
  const beside = element('div', 'beside', ...said.findings.map((each) => element('div', '', tag(each.severity, each.title))),
    said.rewritten ? element('div', 'rewrite', said.rewritten) : null);
  return element('div', `turn ${said.role}`, bubble, beside);
}

function drawList(left, page) {
  byId('list').start = page * PAGE + 1;
  byId('list').replaceChildren(...left.slice(page * PAGE, (page + 1) * PAGE).map(item));
  pager('list-pager', page, Math.ceil(left.length / PAGE), (to) => {
    drawList(left, to);
    byId('list-card').scrollIntoView();
  });
}

function item(finding) {
  const rule = rules[finding.rule];
  const place = [finding.agent, finding.at ? finding.at.slice(0, 16).replace('T', ' ') : '', `会话 ${finding.conversation}`, `${files[finding.file]} 第 ${finding.line} 行`].filter(Boolean).join(' · ');
  return element('li', 'finding',
    element('div', '', tag(finding.severity), element('b', '', rule.title), finding.points ? ` 扣 ${finding.points} 分` : '', element('span', 'soft small', `　${place}`)),
    element('div', 'pair',
      element('div', '', finding.asked ? element('div', 'soft small', `买家：${shortened(finding.asked, 120)}`) : null,
        element('div', 'said', ...marked(finding.text, [{start: finding.start, end: finding.end, severity: finding.severity, title: rule.title}]))),
      element('div', '', element('div', 'small', rule.message), finding.rewritten ? element('div', 'rewrite', finding.rewritten) : null)));
}

function draw() {
  const wanted = criteria();
  const filtered = isSet(wanted);
  const left = filtered ? findings.filter((each) => matches(each, wanted)) : findings;
  byId('matching').textContent = filtered ? `筛选出 ${number(left.length)} 处` : '';
  byId('listed').textContent = data.capped
    ? `共 ${number(total(summary.total))} 处问题，这里列出最严重的 ${number(findings.length)} 处，其余见 findings.xlsx。` : `共 ${number(left.length)} 处。`;
  byId('capped').hidden = !(data.capped && filtered);
  byId('capped').textContent = '筛选后的图表只按清单里列出的问题计算。';
  drawCharts(filtered ? filteredView(left, wanted) : wholeView());
  const talks = filtered
    ? summary.worst.filter((each) => each.messages.some((said) => said.findings.some((mark) => matches(
      {agent: said.sender, at: said.at, severity: mark.severity, rule: rules.findIndex((rule) => rule.id === mark.rule)}, wanted)))) : summary.worst;
  drawWorst(talks, 0);
  drawList(left, 0);
}

drawHead();
drawTodo();
drawCanned();
fillFilters();
draw();
byId('filters').addEventListener('change', draw);
byId('filters').addEventListener('submit', (event) => event.preventDefault());
byId('filters').addEventListener('reset', () => setTimeout(draw));
byId('print').addEventListener('click', () => window.print());
const resize = () => charts.forEach((each) => each.resize());
window.addEventListener('resize', resize);
window.addEventListener('beforeprint', resize);
window.addEventListener('afterprint', resize);
document.documentElement.dataset.drawn = 'true';
