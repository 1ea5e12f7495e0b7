// gramma: sends a form; of Markdown, with its markup annotated.
import gramma from 'gramma';

const [server, text] = process.argv.slice(2);
const options = {api_url: `${server}/v2/check`, language: 'zh-CN'};
const [plain, markdown, without] = await Promise.all([
  gramma.check(text, options),
  gramma.check(text, {...options, markdown: true}),
  gramma.check(text, {...options, rules: {invoice: false}}),
]);
console.log(
  JSON.stringify({
    found: plain.matches.map(({word}) => word),
    inMarkdown: markdown.matches.map(({offset, length}) => text.slice(offset, offset + length)),
    withoutInvoice: without.matches.length,
    rewrite: plain.matches[0].replacements[0].value,
  }),
);
