// Checks a draft with fetch, in Node.js 18 or newer; the same works in a browser on a page of the
// service's own origin. Prints what was found; ends with 0 if the draft may be sent, 1 if not.
// usage: node check.mjs DRAFT [BUYER'S MESSAGE]

const server = process.env.LINTER_URL ?? 'http://127.0.0.1:7070';

/** The report on a draft; throws if the service is silent for two seconds or refuses. */
export async function lint(draft, conversation = []) {
  const response = await fetch(`${server}/v1/lint`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({draft, conversation}),
    signal: AbortSignal.timeout(2000),
  });
  const answer = await response.json();
  if (!response.ok) {
    throw new Error(`${answer.title}: ${answer.detail}`);
  }
  return answer;
}

/** A check that was not completed is no pass. */
export function maySend(report) {
  return report.complete && (report.verdict === 'pass' || report.verdict === 'remind');
}

const [draft, question] = process.argv.slice(2);
const report = await lint(draft, question ? [{role: 'buyer', text: question}] : []);
for (const {rule, start, end, severity, message} of report.findings) {
  console.log(`${severity} ${rule} ${start}-${end} ${draft.slice(start, end)} ${message}`);
}
if (report.rewritten) {
  console.log(report.rewritten);
}
process.exitCode = maySend(report) ? 0 : 1;
